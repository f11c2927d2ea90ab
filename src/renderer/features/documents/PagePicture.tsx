import type { PageView } from '#shared/contract/views.ts'
import { useText } from '../../i18n/index.ts'
import { useFileUrl } from '../step/index.ts'
import styles from './documents.module.css'
import { usePage } from './use-page.ts'

type PagePictureProps = {
  readonly page: PageView
  readonly number: number
  /** Its picture; undefined while it is fetched. */
  readonly file: Blob | undefined
}

/** A page as it will be read: turned, and as large as there is room. */
export function PagePicture({ page, number, file }: PagePictureProps) {
  const { t } = useText()
  return (
    <span className={styles.sheet}>
      <TurnedPicture page={page} file={file} alt={t('documents.pageAlt', { n: number })} />
    </span>
  )
}

/** A small page inside a button that names it: nothing more to say. */
export function PageThumb({ page }: { readonly page: PageView }) {
  const file = usePage(page.id)
  return (
    <span className={styles.thumb}>
      <TurnedPicture page={page} file={file} alt="" />
    </span>
  )
}

type TurnedPictureProps = {
  readonly page: PageView
  readonly file: Blob | undefined
  readonly alt: string
}

function TurnedPicture({ page, file, alt }: TurnedPictureProps) {
  const url = useFileUrl(file)
  return url ? (
    <img
      src={url}
      alt={alt}
      className={page.turn % 180 === 0 ? undefined : styles.sideways}
      style={{ rotate: `${page.turn}deg` }}
    />
  ) : null
}

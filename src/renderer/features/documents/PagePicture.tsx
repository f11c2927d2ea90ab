import type { PageView } from '#shared/contract/views.ts'
import { useText } from '../../i18n/index.ts'
import styles from './documents.module.css'
import { usePage } from './use-page.ts'

export type PagePictureProps = {
  readonly page: PageView
  readonly number: number
  /** Inside a button that names the page: nothing more to say. */
  readonly small?: boolean
}

/** A page as it will be read: turned, and as large as there is room. */
export function PagePicture({ page, number, small = false }: PagePictureProps) {
  const { t } = useText()
  const url = usePage(page.id)
  return (
    <span className={small ? styles.thumb : styles.sheet}>
      {url ? (
        <img
          src={url}
          alt={small ? '' : t('documents.pageAlt', { n: number })}
          className={page.turn % 180 === 0 ? undefined : styles.sideways}
          style={{ rotate: `${page.turn}deg` }}
        />
      ) : null}
    </span>
  )
}

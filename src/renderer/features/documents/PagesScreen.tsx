import { ArrowLeft, ArrowRight, Camera, FileUp, Plus, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import styles from './documents.module.css'
import { FileChooser } from './FileChooser.tsx'
import { LossDialog } from './LossDialog.tsx'
import { PageAdvice } from './PageAdvice.tsx'
import { PagePicture, PageThumb } from './PagePicture.tsx'
import { dropPage, movePage, type PageChange, turnPage } from './page-order.ts'
import { useDocumentName } from './use-document-name.ts'
import { usePage } from './use-page.ts'

export type PagesScreenProps = {
  readonly kind: string
  /** What is shown first: the page that was photographed just now. */
  readonly first: number
  readonly busy: boolean
  readonly onArrange: (change: PageChange) => void
  /** Pictures from a stick, base64. */
  readonly onFiles: (contents: readonly Blob[]) => void
  readonly onAdd: () => void
  readonly onRetake: (id: number) => void
  readonly onDone: () => void
}

/** The photographed pages of one document: is everything legible, and is there another page? */
export function PagesScreen(props: PagesScreenProps) {
  const { kind, first, busy, onArrange, onFiles, onAdd, onRetake, onDone } = props
  const { t } = useText()
  const { snapshot } = useStep()
  const name = useDocumentName(kind)
  const pages = snapshot.documents[kind]?.pages ?? []
  // By its id: a page that is moved stays the one that is shown. When it goes, the one in its place is.
  const [chosen, setChosen] = useState({ id: pages[first]?.id, place: first })
  const [dropping, setDropping] = useState(false)
  const found = pages.findIndex(({ id }) => id === chosen.id)
  const at = found === -1 ? Math.min(chosen.place, pages.length - 1) : found
  const page = pages[at]
  const file = usePage(page?.id)
  if (!page) return null
  const drop = () => {
    setDropping(false)
    setChosen({ id: pages[at + 1]?.id ?? pages[at - 1]?.id, place: at })
    onArrange(dropPage(page.id))
  }
  return (
    <StepScreen
      title={name}
      sub={t('documents.pages.sub')}
      view={`pages-${kind}`}
      groupIssues={[kind]}
      back={onDone}
      primary={{ label: t('btn.Selesai'), onPress: onDone, busy }}
      secondary={[{ label: t('btn.Tambah halaman'), onPress: onAdd, icon: <Plus aria-hidden="true" /> }]}
    >
      <div className={styles.pages}>
        <PagePicture page={page} number={at + 1} file={file} />
        <div className={styles.tools}>
          <p className={styles.name} role="status">
            {t('documents.pageOf', { n: at + 1, all: pages.length })}
          </p>
          <PageAdvice page={page} file={file} />
          {pages.length > 1 ? (
            <ol className={styles.strip}>
              {pages.map((each, index) => (
                <li key={each.id}>
                  <Button
                    pressed={each === page}
                    label={t('documents.showPage', { n: index + 1 })}
                    icon={<PageThumb page={each} />}
                    onPress={() => setChosen({ id: each.id, place: index })}
                  >
                    {index + 1}
                  </Button>
                </li>
              ))}
            </ol>
          ) : null}
          <div className={styles.actions}>
            <FileChooser
              kind={kind}
              offered="pictures"
              busy={busy}
              icon={<FileUp aria-hidden="true" />}
              onFiles={onFiles}
            >
              {t('btn.Tambah dari berkas')}
            </FileChooser>
            <Button icon={<RotateCw aria-hidden="true" />} onPress={() => onArrange(turnPage(page.id))}>
              {t('btn.Putar')}
            </Button>
            <Button icon={<Camera aria-hidden="true" />} onPress={() => onRetake(page.id)}>
              {t('btn.Foto ulang')}
            </Button>
            {at > 0 ? (
              <Button
                icon={<ArrowLeft aria-hidden="true" />}
                onPress={() => onArrange(movePage(page.id, -1))}
              >
                {t('btn.Ke depan')}
              </Button>
            ) : null}
            {at < pages.length - 1 ? (
              <Button
                icon={<ArrowRight aria-hidden="true" />}
                onPress={() => onArrange(movePage(page.id, 1))}
              >
                {t('btn.Ke belakang')}
              </Button>
            ) : null}
            {pages.length > 1 ? (
              <Button kind="quiet" icon={<Trash2 aria-hidden="true" />} onPress={() => setDropping(true)}>
                {t('btn.Hapus halaman')}
              </Button>
            ) : null}
          </div>
        </div>
      </div>
      {dropping ? (
        <LossDialog
          title={t('documents.dropPage.title', { n: at + 1 })}
          text={t('documents.dropPage.text')}
          action={t('btn.Hapus halaman')}
          onKeep={() => setDropping(false)}
          onLose={drop}
        />
      ) : null}
    </StepScreen>
  )
}

import { Camera, Files, FileUp, Trash2 } from 'lucide-react'
import { useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { useStep } from '../step/index.ts'
import styles from './documents.module.css'
import { FileChooser } from './FileChooser.tsx'
import { useDocumentName } from './use-document-name.ts'

type DocumentRowProps = {
  /** Id of the form's document request. */
  readonly kind: string
  readonly required: boolean
  readonly busy: boolean
  /** One PDF, or pictures of its pages. @param contents base64 */
  readonly onFiles: (contents: readonly Blob[]) => void
  readonly onPhotograph: () => void
  readonly onPages: () => void
  readonly onDrop: () => void
}

/** One document: its name, whether it is there, and the ways to give it. */
export function DocumentRow(props: DocumentRowProps) {
  const { kind, required, busy, onFiles, onPhotograph, onPages, onDrop } = props
  const { t } = useText()
  const { snapshot, issueText } = useStep()
  const name = useDocumentName(kind)
  const given = snapshot.documents[kind]
  const pages = given?.pages.length ?? 0
  const wrong = issueText(kind)
  const state = () => {
    if (!given) return t(required ? 'documents.none' : 'documents.optional')
    const kb = Math.ceil(given.size / 1024)
    return pages > 0
      ? t('documents.givenPages', { n: pages, kb })
      : t('documents.given', { kind: t(`documents.${given.media}`), kb })
  }
  return (
    <li
      className={styles.row}
      data-field={kind}
      data-given={given ? '' : undefined}
      data-wrong={wrong ? '' : undefined}
    >
      <div>
        <p className={styles.name}>{name}</p>
        {wrong ? (
          <p className={styles.wrong} role="alert">
            {wrong}
          </p>
        ) : (
          <p className={styles.state}>{state()}</p>
        )}
      </div>
      <div className={styles.actions}>
        <FileChooser
          kind={kind}
          offered="documents"
          busy={busy}
          icon={<FileUp aria-hidden="true" />}
          label={t('documents.chooseFor', { name })}
          onFiles={onFiles}
        >
          {t('btn.Pilih berkas')}
        </FileChooser>
        {pages > 0 ? (
          <Button
            icon={<Files aria-hidden="true" />}
            label={t('documents.pagesFor', { name })}
            onPress={onPages}
          >
            {t('btn.Lihat halaman')}
          </Button>
        ) : (
          <Button
            icon={<Camera aria-hidden="true" />}
            label={t('documents.photographFor', { name })}
            onPress={onPhotograph}
          >
            {t('btn.Foto dokumen')}
          </Button>
        )}
        {given ? (
          <Button
            kind="quiet"
            icon={<Trash2 aria-hidden="true" />}
            label={t('documents.dropFor', { name })}
            onPress={onDrop}
          >
            {t('btn.Hapus')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

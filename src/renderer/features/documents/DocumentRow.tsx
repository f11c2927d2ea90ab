import { Camera, Files, FileUp, Trash2 } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { filesToBase64 } from '../capture/index.ts'
import { useStep } from '../step/index.ts'
import styles from './documents.module.css'
import { useDocumentName } from './use-document-name.ts'

/** More than the door takes (contract, MAX_PHOTO_BASE64): said before the bytes are read. */
const MAX_FILE_BYTES = 5_900_000

type DocumentRowProps = {
  /** Id of the form's document request. */
  readonly kind: string
  readonly required: boolean
  readonly busy: boolean
  /** One PDF, or pictures of its pages. @param contents base64 */
  readonly onFiles: (contents: readonly Blob[]) => void
  readonly onPhotograph: () => void
  readonly onPages: () => void
}

/** One document: its name, whether it is there, and the ways to give it. */
export function DocumentRow({ kind, required, busy, onFiles, onPhotograph, onPages }: DocumentRowProps) {
  const { t } = useText()
  const { snapshot, call, issueText, showIssues } = useStep()
  const name = useDocumentName(kind)
  const given = snapshot.documents[kind]
  const pages = given?.pages.length ?? 0
  const wrong = issueText(kind)

  const choose = async (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length === 0) return
    if (files.some(({ size }) => size > MAX_FILE_BYTES))
      return showIssues([{ field: kind, code: 'document.too-large' }])
    const contents = await filesToBase64(files).catch(() => undefined)
    // Its stick was pulled out.
    if (!contents) return showIssues([{ field: kind, code: 'document.damaged' }])
    onFiles(contents)
  }
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
        <FileTrigger
          acceptedFileTypes={['application/pdf', 'image/jpeg', 'image/png']}
          allowsMultiple
          onSelect={(files) => void choose(files)}
        >
          <Button
            icon={<FileUp aria-hidden="true" />}
            busy={busy}
            label={t('documents.chooseFor', { name })}
            onPress={() => undefined}
          >
            {t('btn.Pilih berkas')}
          </Button>
        </FileTrigger>
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
            onPress={() => void call('visit.dropDocument', { kind })}
          >
            {t('btn.Hapus')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

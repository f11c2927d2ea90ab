import { Camera, FileUp, Trash2 } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import type { DocumentRequest } from '#shared/domain/forms/index.ts'
import { hasMessage, useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { toBase64 } from '../capture/index.ts'
import { useStep } from '../step/index.ts'
import styles from './documents.module.css'

/** More than the door takes (contract, MAX_PHOTO_BASE64): said before the bytes are read. */
const MAX_FILE_BYTES = 5_900_000

type DocumentRowProps = {
  readonly request: DocumentRequest
  readonly busy: boolean
  /** @param content base64 */
  readonly onFile: (content: string) => void
  readonly onPhotograph: () => void
}

/** One document: its name, whether it is there, and the ways to give it. */
export function DocumentRow({ request, busy, onFile, onPhotograph }: DocumentRowProps) {
  const { t } = useText()
  const { snapshot, call, issueText, showIssues } = useStep()
  const given = snapshot.documents[request.id]
  const wrong = issueText(request.id)
  const key = `document.${request.id}`
  const name = hasMessage(key) ? t(key) : request.id

  const choose = async (files: FileList | null) => {
    const file = files?.[0]
    if (!file) return
    if (file.size > MAX_FILE_BYTES) return showIssues([{ field: request.id, code: 'document.too-large' }])
    onFile(toBase64(new Uint8Array(await file.arrayBuffer())))
  }
  return (
    <li
      className={styles.row}
      data-field={request.id}
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
          <p className={styles.state}>
            {given
              ? t('documents.given', {
                  kind: t(`documents.${given.media}`),
                  kb: Math.ceil(given.size / 1024),
                })
              : t(request.required ? 'documents.none' : 'documents.optional')}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <FileTrigger
          acceptedFileTypes={['application/pdf', 'image/jpeg', 'image/png']}
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
        <Button
          icon={<Camera aria-hidden="true" />}
          label={t('documents.photographFor', { name })}
          onPress={onPhotograph}
        >
          {t('btn.Foto dokumen')}
        </Button>
        {given ? (
          <Button
            kind="quiet"
            icon={<Trash2 aria-hidden="true" />}
            label={t('documents.dropFor', { name })}
            onPress={() => void call('visit.dropDocument', { kind: request.id })}
          >
            {t('btn.Hapus')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

import { FileCheck, Usb } from 'lucide-react'
import { useState } from 'react'
import { useCall, useKiosk, useView } from '../../app/state/index.ts'
import { formatNumber, useErrorText, useText } from '../../i18n/index.ts'
import { focusFirstError, Notice, Screen, TextField } from '../../ui/index.ts'
import { type CourierWord, exportWords, importWords } from './courier-words.ts'
import { ExportProgress } from './ExportProgress.tsx'

const MAX_PATH = 1_000

/** Courier: sealed packets onto a stick, receipts back from it, and what became of both. */
export default function CourierPage() {
  const { t, language } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const waiting = useView((state) => state.status?.queue.waiting ?? 0)
  const [folder, setFolder] = useState('')
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState<'export' | 'import' | null>(null)
  const [said, setSaid] = useState<readonly CourierWord[]>([])

  const empty = folder.trim() === ''
  const begin = (what: 'export' | 'import'): boolean => {
    if (busy) return false
    setChecked(true)
    setSaid([])
    if (empty) {
      focusFirstError()
      return false
    }
    setBusy(what)
    return true
  }
  const exportPackets = async () => {
    if (!begin('export')) return
    kiosk.set({ courier: null })
    const answer = await call('courier.export', { folder: folder.trim() })
    setBusy(null)
    setSaid(
      answer.ok ? exportWords(t, language, answer.value) : [{ kind: 'error', text: errorText(answer.error) }],
    )
  }
  const importReceipts = async () => {
    if (!begin('import')) return
    const answer = await call('courier.importReceipts', { folder: folder.trim() })
    setBusy(null)
    setSaid(
      answer.ok ? importWords(t, language, answer.value) : [{ kind: 'error', text: errorText(answer.error) }],
    )
  }
  return (
    <Screen
      turn="petugas"
      title={t('courier.title')}
      sub={t('courier.sub')}
      back={{ onPress: () => kiosk.goTo('console') }}
      secondary={[
        {
          label: t('courier.import'),
          icon: <FileCheck aria-hidden="true" />,
          onPress: () => void importReceipts(),
          busy: busy === 'import',
        },
      ]}
      primary={{
        label: t('courier.export'),
        icon: <Usb aria-hidden="true" />,
        onPress: () => void exportPackets(),
        busy: busy === 'export',
      }}
    >
      <TextField
        label={t('courier.folder')}
        hint={t('courier.folder.hint')}
        value={folder}
        onChange={setFolder}
        maxLength={MAX_PATH}
        error={checked && empty ? t('courier.folder.empty') : undefined}
      />
      {busy === 'export' ? <ExportProgress /> : null}
      {busy === null && said.length === 0 ? (
        <Notice kind="info">{t('courier.waiting', { n: formatNumber(waiting, language) })}</Notice>
      ) : null}
      {said.map((word) => (
        <Notice key={word.text} kind={word.kind}>
          {word.text}
        </Notice>
      ))}
    </Screen>
  )
}

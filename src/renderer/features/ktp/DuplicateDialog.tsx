import { useState } from 'react'
import { useKiosk } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'
import { useStep } from '../step/index.ts'

/** "Sudah ada pendaftaran … Buka yang itu?": one person, one registration, unless it is wanted otherwise. */
export function DuplicateDialog({
  reference,
  onNew,
}: {
  readonly reference: string
  readonly onNew: () => void
}) {
  const { t } = useText()
  const { call, text, showFailure } = useStep()
  const kiosk = useKiosk()
  const [busy, setBusy] = useState(false)

  const open = async () => {
    setBusy(true)
    const found = await call('submission.check', { reference, birthDate: text('tanggalLahir') })
    if (!found.ok) {
      setBusy(false)
      showFailure(found.error)
      return onNew()
    }
    await call('visit.end', { reason: 'abandoned' })
    kiosk.set({ receipt: found.value })
  }

  return (
    <Dialog
      title={t('nik.duplicate.title')}
      primary={{ label: t('nik.duplicate.open'), onPress: () => void open(), busy }}
      secondary={{ label: t('nik.duplicate.new'), onPress: onNew }}
    >
      <p>{t('nik.duplicate.ask', { ref: reference })}</p>
    </Dialog>
  )
}

import { Check, Printer, Search, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { ReceiptView } from '#shared/contract/views.ts'
import { parseReference } from '#shared/domain/submission/reference.ts'
import { useCall, useKiosk, usePrint } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { DateField, focusFirstError, Screen, TextField } from '../../ui/index.ts'
import { ReceiptCard, ReceiptPaper, receiptKey, StoredCard } from '../receipt/index.ts'

const REFERENCE_LENGTH = 20

/** Cek status: the number on the receipt and the birth date must both be right. */
export default function StatusCheck() {
  const { t } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const print = usePrint()
  const errorText = useErrorText()
  const [typed, setTyped] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const [checked, setChecked] = useState(false)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [stored, setStored] = useState(false)
  const [receipt, setReceipt] = useState<ReceiptView | null>(null)

  const reference = parseReference(typed)
  const look = async () => {
    if (busy) return
    setChecked(true)
    setError(undefined)
    if (!reference.ok || birthDate === '') return focusFirstError()
    setBusy(true)
    const answer = await call('submission.check', { reference: reference.value, birthDate })
    setBusy(false)
    if (answer.ok) setReceipt(answer.value)
    else setError(answer.error.code === 'not-found' ? t('status.notFound') : errorText(answer.error))
  }

  if (receipt) {
    return (
      <Screen
        turn="pemohon"
        title={stored ? t('kept.title') : t(receiptKey(receipt, 'title'))}
        {...(stored
          ? { back: { onPress: () => setStored(false) } }
          : { sub: t(receiptKey(receipt, 'sub'), { email: receipt.maskedEmail }) })}
        secondary={[
          ...(stored
            ? []
            : [
                {
                  label: t('kept.button'),
                  icon: <ShieldCheck aria-hidden="true" />,
                  onPress: () => setStored(true),
                },
              ]),
          {
            label: t('btn.Cetak'),
            icon: <Printer aria-hidden="true" />,
            onPress: () => void print(),
          },
        ]}
        primary={{ label: t('btn.Selesai'), icon: <Check aria-hidden="true" />, onPress: kiosk.toStart }}
      >
        {stored ? <StoredCard receipt={receipt} /> : <ReceiptCard receipt={receipt} />}
        <ReceiptPaper receipt={receipt} />
      </Screen>
    )
  }
  return (
    <Screen
      turn="pemohon"
      title={t('status.title')}
      sub={t('status.sub')}
      {...(error ? { error } : {})}
      back={{ onPress: kiosk.toStart }}
      primary={{
        label: t('status.check'),
        icon: <Search aria-hidden="true" />,
        onPress: () => void look(),
        busy,
      }}
    >
      <TextField
        large
        autoFocus
        label={t('status.reference')}
        hint={t('status.reference.hint')}
        value={typed}
        maxLength={REFERENCE_LENGTH}
        onChange={(text) => setTyped(text.toUpperCase())}
        error={checked && !reference.ok ? t('status.reference.error') : undefined}
      />
      <DateField
        label={t('status.birthDate')}
        hint={t('status.birthDate.hint')}
        value={birthDate}
        onChange={setBirthDate}
        error={checked && birthDate === '' ? t('status.birthDate.error') : undefined}
      />
    </Screen>
  )
}

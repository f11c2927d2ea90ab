import { Check, Printer, ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useKiosk, usePrintButton, useView } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Notice, Screen } from '../../ui/index.ts'
import { ReceiptCard } from './ReceiptCard.tsx'
import { ReceiptPaper } from './ReceiptPaper.tsx'
import { StoredCard } from './StoredCard.tsx'
import { receiptKey } from './stages.ts'
import { useFreshReceipt } from './use-fresh-receipt.ts'

/** How long the receipt stays, and how long the warning before it goes (interface specification, S13). */
const SHOWN_SECONDS = 60
const WARNING_SECONDS = 15

/** S13: what was handed over, in honest words; then everything of this person leaves the screen. */
export function Receipt() {
  const { t } = useText()
  const kiosk = useKiosk()
  const first = useView((state) => state.receipt)
  const receipt = useFreshReceipt(first)
  const { print, unprinted } = usePrintButton()
  const [stored, setStored] = useState(false)
  const [left, setLeft] = useState(SHOWN_SECONDS + WARNING_SECONDS)

  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [])

  useEffect(() => {
    if (left === 0) kiosk.toStart()
  }, [left, kiosk])

  if (!receipt) return null
  const stayLonger = () => setLeft(SHOWN_SECONDS + WARNING_SECONDS)
  return (
    <Screen
      turn="pemohon"
      title={stored ? t('kept.title') : t(receiptKey(receipt, 'title'))}
      {...(stored ? {} : { sub: t(receiptKey(receipt, 'sub'), { email: receipt.maskedEmail }) })}
      name="tanda-terima"
      // News about the same receipt must not pull the reader back to the title.
      screenKey={`${receipt.reference}:${stored}`}
      {...(stored ? { back: { onPress: () => setStored(false) } } : {})}
      secondary={[
        ...(stored
          ? []
          : [
              {
                label: t('kept.button'),
                icon: <ShieldCheck aria-hidden="true" />,
                onPress: () => {
                  stayLonger()
                  setStored(true)
                },
              },
            ]),
        {
          label: t('btn.Cetak'),
          icon: <Printer aria-hidden="true" />,
          onPress: () => {
            stayLonger()
            print()
          },
        },
      ]}
      primary={{ label: t('btn.Selesai'), icon: <Check aria-hidden="true" />, onPress: kiosk.toStart }}
    >
      {stored ? <StoredCard receipt={receipt} /> : <ReceiptCard receipt={receipt} withTime />}
      {unprinted ? <Notice kind="unsure">{t('print.failed')}</Notice> : null}
      {left <= WARNING_SECONDS ? (
        <Notice kind="unsure" action={<Button onPress={stayLonger}>{t('receipt.stay')}</Button>}>
          <span aria-live="off">{t('receipt.closing', { n: left })}</span>
        </Notice>
      ) : null}
      <ReceiptPaper receipt={receipt} />
    </Screen>
  )
}

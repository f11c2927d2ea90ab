import { Printer } from 'lucide-react'
import type { ReceiptView } from '#shared/contract/views.ts'
import { usePrintButton } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog, Notice } from '../../ui/index.ts'
import { ReceiptCard, ReceiptPaper } from '../receipt/index.ts'

/** A receipt shown or printed once more. */
export function ReceiptDialog({
  receipt,
  onClose,
}: {
  readonly receipt: ReceiptView
  readonly onClose: () => void
}) {
  const { t } = useText()
  const { print, unprinted } = usePrintButton()
  return (
    <Dialog
      wide
      title={t('console.receipt')}
      onEscape={onClose}
      primary={{ label: t('btn.Tutup'), onPress: onClose }}
      secondary={{
        label: t('btn.Cetak'),
        icon: <Printer aria-hidden="true" />,
        onPress: print,
      }}
    >
      <ReceiptCard receipt={receipt} />
      {unprinted ? <Notice kind="unsure">{t('print.failed')}</Notice> : null}
      <ReceiptPaper receipt={receipt} />
    </Dialog>
  )
}

import { Printer } from 'lucide-react'
import type { ReceiptView } from '#shared/contract/views.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'
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
  return (
    <Dialog
      wide
      title={t('console.receipt')}
      onEscape={onClose}
      primary={{ label: t('btn.Tutup'), onPress: onClose }}
      secondary={{
        label: t('btn.Cetak'),
        icon: <Printer aria-hidden="true" />,
        onPress: () => window.print(),
      }}
    >
      <ReceiptCard receipt={receipt} />
      <ReceiptPaper receipt={receipt} />
    </Dialog>
  )
}

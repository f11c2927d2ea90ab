/** S13, and the receipt wherever else it is shown. */
export { Receipt } from './Receipt.tsx'
export { ReceiptCard } from './ReceiptCard.tsx'
export { ReceiptPaper } from './ReceiptPaper.tsx'
export { ServiceTimeTable, useServiceTime } from './ServiceTime.tsx'
export { StoredCard } from './StoredCard.tsx'
export { receiptKey } from './stages.ts'

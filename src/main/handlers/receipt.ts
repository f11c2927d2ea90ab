import qrcode from 'qrcode'
import type { ReceiptView, SubmissionRow } from '#shared/contract/views.ts'
import { CentralReport, SubmissionSummary } from '../services/queue/index.ts'
import type { JobRow, SubmissionRecord } from '../services/store/index.ts'

const summaryOf = (record: SubmissionRecord): SubmissionSummary =>
  SubmissionSummary.parse(JSON.parse(record.summary))
const reportOf = (record: SubmissionRecord): CentralReport | null =>
  record.central ? CentralReport.parse(JSON.parse(record.central)) : null

/** What the registrant takes home (interface.md §4): the QR code holds the reference alone. */
export async function receiptView(record: SubmissionRecord): Promise<ReceiptView> {
  const summary = summaryOf(record)
  return {
    reference: record.reference,
    service: record.service,
    state: record.state,
    submittedAt: record.submittedAt,
    petugas: summary.petugas,
    office: summary.office,
    maskedNik: summary.maskedNik,
    maskedEmail: summary.maskedEmail,
    deferred: summary.deferred,
    reason: reportOf(record)?.reason ?? null,
    qrSvg: await qrcode.toString(record.reference, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }),
  }
}

/** A row of the petugas' queue (interface.md §5). */
export function submissionRow(
  record: SubmissionRecord,
  job: JobRow | undefined,
  attention: string | null,
): SubmissionRow {
  const summary = summaryOf(record)
  return {
    id: record.id,
    reference: record.reference,
    service: record.service,
    maskedName: summary.maskedName,
    state: record.state,
    submittedAt: record.submittedAt,
    updatedAt: record.stateSince,
    petugas: summary.petugas,
    attempts: job?.attempts ?? 0,
    nextAttemptAt: job?.nextAt ?? null,
    reason: job?.reason ?? attention,
    centralReason: reportOf(record)?.reason ?? null,
  }
}

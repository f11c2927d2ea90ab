import qrcode from 'qrcode'
import type {
  CalledOffView,
  ReceiptView,
  StoredView,
  SubmissionDetail,
  SubmissionRow,
} from '#shared/contract/views.ts'
import { consentSummary } from '#shared/domain/services/index.ts'
import { isMendable, type NamedParts } from '#shared/domain/submission/corrections.ts'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { DEFAULT_KEEP_DAYS, eraseAt, hasOutcome } from '#shared/domain/submission/retention.ts'
import type { Services } from '../app/services.ts'
import { attentionReason, CentralReport, StoredParts, SubmissionSummary } from '../services/queue/index.ts'
import type { SubmissionRecord } from '../services/store/index.ts'
import { leadsToAccess } from '../services/visit/index.ts'

const summaryOf = (record: SubmissionRecord): SubmissionSummary =>
  SubmissionSummary.parse(JSON.parse(record.summary))
const reportOf = (record: SubmissionRecord): CentralReport | null =>
  record.central ? CentralReport.parse(JSON.parse(record.central)) : null

/** What the central wants again: after *Ditolak*, or when it did not take the packet. */
export function namedParts(record: SubmissionRecord): NamedParts {
  if (record.state === 'perlu-tindakan')
    return record.namedParts ? StoredParts.parse(JSON.parse(record.namedParts)) : { fields: [], photos: [] }
  const report = record.state === 'ditolak' ? reportOf(record) : null
  return { fields: report?.fields ?? [], photos: report?.photos ?? [] }
}

/** Submissions as people see them: masked, with what can be done about each. */
export function createSubmissionViews({
  store,
  cancellations,
  time,
}: Pick<Services, 'store' | 'cancellations' | 'time'>) {
  const referenceOf = (id: string | null): string | null =>
    id === null ? null : (store.submissions.find(id)?.reference ?? null)

  function calledOff(record: SubmissionRecord): CalledOffView | null {
    const row = store.cancellations.find(record.id)
    if (!row) return null
    return { reason: row.reason, at: row.at, told: row.confirmedAt !== null, problem: row.problem }
  }

  function stored(record: SubmissionRecord): StoredView {
    const payload = record.data === null ? null : SubmissionPayload.parse(JSON.parse(record.data))
    const photos = store.submissionPhotos.listSizes(record.id).map((photo) => photo.purpose)
    const documents = store.submissionDocuments.list(record.id).length
    const kept = payload !== null || photos.length + documents > 0
    const promised = summaryOf(record).keepDays ?? DEFAULT_KEEP_DAYS
    const at = kept && hasOutcome(record.state) ? eraseAt(record, promised) : null
    return {
      data: payload !== null,
      photos,
      documents,
      // Kiosk time says when; people read the clock.
      eraseAt: at ? time.shown(at).toISOString() : null,
      promised,
      recipients: payload && consentSummary({ ...payload, keepDays: promised }).to,
      consents: (payload?.consents ?? []).map(({ id, textVersion, at }) => ({ id, textVersion, at })),
    }
  }

  function row(record: SubmissionRecord): SubmissionRow {
    const summary = summaryOf(record)
    const report = reportOf(record)
    const job = store.jobs.find(record.id)
    const attention = record.state === 'perlu-tindakan' ? attentionReason(store, record.id) : null
    const off = calledOff(record)
    const { fields, photos } = namedParts(record)
    const mendable =
      !off && record.correctedBy === null && isMendable(record.state, attention, record.exportedAt !== null)
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
      centralReason: report?.reason ?? null,
      named: { fields: [...fields], photos: [...photos] },
      dueBy: report?.state === record.state ? (report.dueBy ?? null) : null,
      corrects: referenceOf(record.corrects),
      correctedBy: referenceOf(record.correctedBy),
      calledOff: off,
      may: {
        correct: mendable ? (record.data === null ? 'anew' : 'yes') : 'no',
        retry: record.state === 'perlu-tindakan' && !off,
        cancel: cancellations.wayOf(record.id) ?? 'no',
        unmask: record.data !== null,
        goOn: !off && leadsToAccess(record),
      },
    }
  }

  /** The check that said no: the profile's, when it was the last that was waited for. */
  function refusedAt(record: SubmissionRecord): ReceiptView['refusedAt'] {
    if (record.state !== 'ditolak') return null
    const states = store.submissions.events(record.id).map((event) => event.to)
    return states.lastIndexOf('menunggu-profil') > states.lastIndexOf('menunggu-verifikasi')
      ? 'profile'
      : 'access'
  }

  return {
    row,
    detail(record: SubmissionRecord): SubmissionDetail {
      const { maskedNik, maskedEmail, times = [] } = summaryOf(record)
      return {
        ...row(record),
        maskedNik,
        maskedEmail,
        note: store.cancellations.find(record.id)?.note ?? null,
        stored: stored(record),
        times,
        events: store.submissions
          .events(record.id)
          .map(({ at, event, from, to, detail }) => ({ at, event, from, to, detail })),
      }
    },
    /** What the registrant takes home (interface.md §4): the QR code holds the reference alone. */
    async receipt(record: SubmissionRecord): Promise<ReceiptView> {
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
        refusedAt: refusedAt(record),
        hints: summary.hints ?? [],
        times: summary.times ?? [],
        corrects: referenceOf(record.corrects),
        correctedBy: referenceOf(record.correctedBy),
        calledOff: calledOff(record),
        stored: stored(record),
        qrSvg: await qrcode.toString(record.reference, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }),
      }
    },
  }
}

import { createHash } from 'node:crypto'
import type { AppError } from '#shared/domain/errors.ts'
import { maskEmail, maskName, maskNik } from '#shared/domain/identity/index.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { getForm } from '#shared/domain/services/index.ts'
import {
  CHECKS,
  type FormValues,
  type PacketDocument,
  SubmissionPayload,
} from '#shared/domain/submission/payload.ts'
import { receiptHints } from '#shared/domain/submission/receipt-hints.ts'
import { makeReference } from '#shared/domain/submission/reference.ts'
import { transition } from '#shared/domain/submission/states.ts'
import { stepTimes } from '#shared/domain/visit/index.ts'
import type { Clock, LogEntry } from '../../app/app.ts'
import { diskFault } from '../files/index.ts'
import { shrinkJpeg } from '../pictures/index.ts'
import type { Store, StoredDocument, StoredPhoto, SubmissionRecord } from '../store/index.ts'
import type { PacketFile, Packets } from '../vault/index.ts'
import { type Draft, timingsUntil } from '../visit/index.ts'
import { endVoid, removeTraces } from './end-void.ts'
import type { SubmissionSummary } from './submission-data.ts'
import { attentionReason, type SubmissionLog } from './submission-log.ts'

const REFERENCE_RANDOM_BYTES = 32

type Deps = {
  readonly store: Store
  readonly packets: Packets
  readonly submissions: SubmissionLog
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  /** Keyed hash for look-ups: the same text gives the same key at this kiosk alone. */
  readonly keyedHash: (text: string) => Uint8Array
  readonly log: (entry: LogEntry) => void
}

/** To whom a packet is sealed, and from which office. */
export type Destination = {
  readonly recipients: readonly string[]
  /** The central's limits, bytes. */
  readonly limits: { readonly packetBytes: number; readonly photoBytes: number }
  readonly office: { readonly code: string; readonly name: string }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const textOf = (values: FormValues, field: string): string =>
  typeof values[field] === 'string' ? values[field] : ''

/**
 * Turns a finished visit into a submission: the packet is sealed and on disk (fsync, rename) first, then
 * submission, job, the pictures' change of owner and the end of the draft are one transaction. A crash in between leaves
 * the draft, and a packet that the next start sweeps away.
 */
export function createSubmitter({ store, packets, submissions, clock, random, keyedHash, log }: Deps) {
  function uniqueReference(): string {
    for (;;) {
      const reference = makeReference(random(REFERENCE_RANDOM_BYTES))
      if (!store.submissions.findByReference(reference)) return reference
    }
  }

  /** A correction takes the place of the one it corrects; one that never reached the central ends with that. */
  function replace(oldId: string, by: { readonly id: string; readonly corrects: string | null }): void {
    store.submissions.setCorrectedBy(oldId, by.id)
    if (by.corrects !== null) store.submissions.setCorrectedBy(by.corrects, by.id)
    if (store.submissions.find(oldId)?.state === 'perlu-tindakan')
      endVoid(store, submissions, oldId, 'corrected')
  }

  /** What the new version corrects for the central: one that never got there is skipped over. */
  function correctedBy(draft: Draft): string | null {
    const old = draft.correction && store.submissions.find(draft.correction.of)
    return old?.state === 'perlu-tindakan' && old.corrects !== null ? old.corrects : (old?.id ?? null)
  }

  /** Meanwhile somebody may have sent the old one again, or called it off. */
  function isStillCorrectable(draft: Draft): boolean {
    if (!draft.correction) return true
    const old = store.submissions.find(draft.correction.of)
    return old?.correctedBy === null && (old.state === 'ditolak' || old.state === 'perlu-tindakan')
  }

  /**
   * A packet that was too large for the central (413) is sealed anew below its size, whatever limit is known: the known
   * one let it through. The pictures give way, by half at least.
   */
  function photoBytesBelowRefused(
    { correction }: Draft,
    photos: number,
    documents: readonly StoredDocument[],
  ): number {
    const old = correction && store.submissions.find(correction.of)
    if (!old?.data || old.state !== 'perlu-tindakan' || attentionReason(store, old.id) !== 'too-large')
      return Number.POSITIVE_INFINITY
    const payload = SubmissionPayload.parse(JSON.parse(old.data))
    const sizes = [...payload.photos, ...(payload.documents ?? [])].map(({ bytes }) => bytes)
    const beside = old.packetBytes - sizes.reduce((sum, bytes) => sum + bytes, 0)
    const largest = Math.max(0, ...payload.photos.map(({ bytes }) => bytes))
    const limits = { packetBytes: old.packetBytes - 1, photoBytes: Math.floor(largest / 2) }
    return photoBytesIn(limits, photos, documents, beside)
  }

  /** After a failure: nobody knows this packet, and the draft that is still there may yet be withdrawn. */
  function removeUnknown(id: string): void {
    try {
      if (!store.submissions.find(id)) packets.remove(id)
    } catch {
      // The next start sweeps it away.
    }
  }

  return async function submit(
    { draft, values, photos, documents }: Finished,
    to: Destination,
    /** Whether the visit is still as it was when this began: sealing takes time, and a visit may end meanwhile. */
    isUnchanged: () => boolean,
  ): Promise<Result<SubmissionRecord, AppError>> {
    const submittedAt = clock.now()
    const photoLimit = Math.min(
      photoBytesIn(to.limits, photos.length, documents),
      photoBytesBelowRefused(draft, photos.length, documents),
    )
    // Documents that fill the packet leave no legible picture: somebody must give smaller ones.
    if (documents.length > 0 && photoLimit < LEAST_PHOTO_BYTES)
      return err({
        code: 'form',
        issues: documents.map(({ kind }) => ({ field: kind, code: 'document.too-large' })),
      })
    // One that will not get so small goes as it is: the central decides, and nobody is stuck at the desk.
    const fitted = await Promise.all(
      photos.map(async (photo): Promise<StoredPhoto> => {
        const shrunk = await shrinkJpeg(photo, photoLimit)
        return !shrunk || shrunk.jpeg === photo.jpeg ? photo : { ...photo, ...shrunk, sha256: null }
      }),
    )
    // Mostly none: a picture that fitted already stays where it is.
    const refitted = fitted.filter((photo, n) => photo.jpeg !== photos[n]?.jpeg)
    const corrects = correctedBy(draft)
    const timings = timingsUntil(draft, submittedAt)
    const deferred = CHECKS.filter((check) => ['deferred', 'spent'].includes(draft.checks[check] ?? ''))
    const reference = uniqueReference()
    const payload = SubmissionPayload.parse({
      schema: 1,
      id: draft.id,
      reference,
      service: draft.service,
      formVersion: draft.formVersion,
      language: draft.language,
      office: to.office,
      petugas: draft.petugas,
      startedAt: draft.startedAt,
      submittedAt: submittedAt.toISOString(),
      values,
      consents: draft.consents,
      checks: draft.checks,
      deferred,
      timings,
      ...(draft.photoOverrides.length > 0 && { photoOverrides: draft.photoOverrides }),
      ...(corrects === null ? {} : { corrects }),
      photos: fitted.map((photo) => ({
        purpose: photo.purpose,
        file: `${photo.purpose}.jpg`,
        sha256: photo.sha256 ?? sha256(photo.jpeg),
        bytes: photo.jpeg.length,
        width: photo.width,
        height: photo.height,
        takenAt: photo.takenAt,
      })),
      ...(documents.length === 0 ? {} : { documents: documents.map(packetDocument) }),
    })
    const files: PacketFile[] = [
      { name: 'submission.json', bytes: Buffer.from(JSON.stringify(payload)) },
      ...fitted.map((photo) => ({ name: `${photo.purpose}.jpg`, bytes: photo.jpeg })),
      ...documents.map((document) => ({ name: packetDocument(document).file, bytes: document.bytes })),
    ]
    const summary: SubmissionSummary = {
      petugas: draft.petugas.name,
      office: to.office.name,
      maskedName: maskName(textOf(values, 'nama')),
      maskedNik: maskNik(textOf(values, 'nik')),
      maskedEmail: maskEmail(textOf(values, 'email')),
      birthDateKey: Buffer.from(keyedHash(textOf(values, 'tanggalLahir'))).toString('hex'),
      deferred,
      language: draft.language,
      keepDays: draft.keepDays,
      minutes: Math.max(0, Math.round((submittedAt.getTime() - Date.parse(draft.startedAt)) / 60_000)),
      times: stepTimes(getForm(draft.service, draft.formVersion), timings),
      hints: receiptHints(draft.service, values),
    }
    const state = transition('draf', { type: 'submit' })
    if (!state.ok) throw new Error('a draft must be submittable')

    try {
      const record = {
        id: draft.id,
        reference,
        service: draft.service,
        submittedAt: submittedAt.toISOString(),
        petugasId: draft.petugas.id,
        nikKey: keyedHash(textOf(values, 'nik')),
        summary: JSON.stringify(summary),
        corrects,
      }
      const packet = await packets.seal(
        { ...record, nikKey: Buffer.from(record.nikKey).toString('base64') },
        files,
        to.recipients,
        submittedAt,
      )
      if (!isUnchanged() || !isStillCorrectable(draft)) {
        packets.remove(draft.id)
        return err({ code: 'wrong-state', state: isUnchanged() ? 'already-corrected' : 'visit-changed' })
      }
      const submission = {
        ...record,
        state: state.value,
        stateSince: record.submittedAt,
        data: JSON.stringify(payload),
        packetSha256: packet.sha256,
        packetBytes: packet.bytes,
        uploadUrl: null,
        receipt: null,
        central: null,
        correctedBy: null,
        namedParts: null,
        exportedAt: null,
        sentAt: null,
      } satisfies SubmissionRecord
      store.transaction(() => {
        store.submissions.insert(submission)
        // What was not asked for in the end is not kept either: it goes with the draft.
        store.handOverPhotos(
          record.id,
          photos.map(({ purpose }) => purpose),
        )
        store.handOverDocuments(
          record.id,
          documents.map(({ kind }) => kind),
        )
        for (const photo of refitted) store.submissionPhotos.put(record.id, photo)
        store.submissions.addEvent({
          submissionId: record.id,
          at: record.submittedAt,
          from: 'draf',
          event: 'submit',
          to: submission.state,
          detail: null,
        })
        store.jobs.add(record.id, record.submittedAt)
        if (draft.correction) replace(draft.correction.of, record)
        store.drafts.drop(record.id)
      })
      // The packet of one that was never taken is of no use to anybody now.
      if (draft.correction && store.submissions.find(draft.correction.of)?.state === 'dibatalkan')
        removeTraces(store, packets, draft.correction.of)
      return ok(submission)
    } catch (cause) {
      // Nothing is lost: the draft is still there, whole. The petugas is told to call the admin (interface.md S12).
      removeUnknown(draft.id)
      log({ level: 'error', event: 'submit.failed', detail: { code: codeOf(cause) } })
      return err({ code: 'store', reason: diskFault(cause) ?? 'not-writable' })
    }
  }
}
/** What a submission is made of. */
type Finished = {
  readonly draft: Draft
  readonly values: FormValues
  readonly photos: readonly StoredPhoto[]
  readonly documents: readonly StoredDocument[]
}

/** Less than this for one picture would show nobody's face. */
const LEAST_PHOTO_BYTES = 2_000

/** Room in a packet beside pictures and documents: the payload, archive headers, age; a quarter of a small packet. */
const PACKET_OVERHEAD_BYTES = 512 * 1024

/** The limit of one picture: the central's own, or less where documents fill the packet. */
function photoBytesIn(
  limits: Destination['limits'],
  photos: number,
  documents: readonly StoredDocument[],
  overheadBytes = Math.min(PACKET_OVERHEAD_BYTES, limits.packetBytes / 4),
): number {
  const taken = documents.reduce((sum, document) => sum + document.size, overheadBytes)
  return Math.min(limits.photoBytes, Math.floor((limits.packetBytes - taken) / Math.max(1, photos)))
}

const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

const packetDocument = ({ kind, media, sha256, size }: StoredDocument): PacketDocument => ({
  kind,
  file: `dokumen-${kind}.${ENDINGS[media]}`,
  media,
  sha256,
  bytes: size,
})

export type Submit = ReturnType<typeof createSubmitter>

const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown'

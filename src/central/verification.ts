import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { recordChange } from './changes.ts'
import type { Context } from './context.ts'
import { LINK_SECONDS, openLink } from './links.ts'
import { type Channel, sendMessage } from './messages.ts'
import { type OpenedPacket, openPacket, UnreadablePacket } from './packet/open-packet.ts'
import { type Reason, verdictOn } from './rules/verdict.ts'
import {
  erasePhotos,
  findSubmission,
  isWithdrawn,
  packetPath,
  photosPath,
  type SubmissionRow,
} from './submissions.ts'

/** A day for a profile, three for an access (003#18, 004). */
const DUE_SECONDS = { profile: 24 * 60 * 60, access: 3 * 24 * 60 * 60 } as const

const UNREADABLE: Reason = {
  id: 'Berkas pendaftaran tidak dapat dibaca oleh pusat. Silakan daftar ulang.',
  en: 'The central could not read the registration. Please register again.',
}
const CODE_NOT_TYPED: Reason = {
  id: 'Kode tidak diketik dalam 3 hari.',
  en: 'The code was not typed within 3 days.',
}
const NO_CONTACT: Reason = {
  id: 'Kontak untuk mengirim kode tidak ada.',
  en: 'There is no contact to send the code to.',
}

/** Moves received submissions on: opens packets, sends deferred codes, lets verdicts fall when they are due. */
export type Verification = {
  /** Brings every submission up to date with the clock. Call it before any state is read. */
  advance(): Promise<void>
  /**
   * The same in the background and soon: a deferred code should not wait for a question. Receiving comes first: while
   * packets keep coming in, opening them waits for a pause, though never for long.
   */
  wake(): void
  /** Puts off what `wake` would still do (the next start does it); resolves when nothing is under way. */
  stop(): Promise<void>
}

/** So long no packet comes in before they are opened … */
const PAUSE_MS = 500
/** … and so long at most, although they keep coming. */
const PATIENCE_MS = 10_000

/**
 * No verdict runs on timers: what is due is worked out when a submission arrives or somebody asks. So a restart loses
 * nothing, and a test's clock decides.
 */
export function createVerification(ctx: Context): Verification {
  let running: Promise<void> = Promise.resolve()

  async function openReceived(): Promise<void> {
    const rows = ctx.db
      .prepare<[], SubmissionRow>('SELECT * FROM submissions WHERE state IS NULL ORDER BY received_at, id')
      .all()
    for (const row of rows) {
      await openOne(row).catch((cause: unknown) => {
        // A fault of our disk, not of the packet: it stays received, and one such packet must not hold up the others.
        ctx.log({ event: 'packet-not-opened', detail: cause instanceof Error ? cause.name : 'unknown' })
      })
    }
  }

  async function openOne(row: SubmissionRow): Promise<void> {
    const file = packetPath(ctx, row.id)
    const opened = await openPacket(file, ctx.keys.ageIdentities, row.id).catch((cause: unknown) => {
      if (cause instanceof UnreadablePacket) return cause
      throw cause
    })
    if (isWithdrawn(ctx, row.id)) return
    if (opened instanceof UnreadablePacket) {
      ctx.log({ event: 'packet-unreadable', detail: opened.message })
      refuse(row, UNREADABLE, [], [], ctx.now().getTime())
    } else {
      await keepPhotos(ctx, row.id, opened)
      accept(row, opened.payload)
      // Withdrawn while it was being opened: nothing of it may stay.
      if (isWithdrawn(ctx, row.id)) erasePhotos(ctx, row.id)
    }
  }

  function accept(row: SubmissionRow, payload: SubmissionPayload): void {
    const now = ctx.now().getTime()
    const owed = owedCodes(payload)
    const missing = owed.filter((code) => code.destination === undefined)
    ctx.db.transaction(() => {
      // By a courier's stick perhaps, which another process takes in.
      if (isWithdrawn(ctx, row.id)) return
      ctx.db
        .prepare('UPDATE submissions SET payload = ?, decide_at = ? WHERE id = ?')
        .run(JSON.stringify(payload), owed.length === 0 ? now + ctx.verdictDelayMs : null, row.id)
      if (missing.length > 0) {
        refuse(
          row,
          NO_CONTACT,
          missing.map((code) => code.field),
          [],
          now,
        )
        return
      }
      const dueSeconds = isProfile(payload) ? DUE_SECONDS.profile : DUE_SECONDS.access
      recordChange(ctx, {
        submissionId: row.id,
        state: waitsForProfile(payload) ? 'menunggu-profil' : 'menunggu-verifikasi',
        at: now,
        dueBy: now + (owed.length === 0 ? dueSeconds : LINK_SECONDS) * 1000,
      })
      for (const { channel, destination } of owed) {
        if (destination !== undefined) openLink(ctx, row.id, channel, destination)
      }
    })()
  }

  function refuse(
    row: SubmissionRow,
    reason: Reason,
    fields: readonly string[],
    photos: readonly string[],
    at: number,
  ): void {
    ctx.db.transaction(() => {
      if (isWithdrawn(ctx, row.id)) return
      ctx.db.prepare('UPDATE submissions SET decide_at = NULL WHERE id = ?').run(row.id)
      recordChange(ctx, {
        submissionId: row.id,
        state: 'ditolak',
        at,
        refusal: { reason, fields, photos },
      })
    })()
  }

  function expireLinks(): void {
    const rows = ctx.db
      .prepare<[number], SubmissionRow & { due: number }>(
        `SELECT s.*, min(l.expires_at) AS due FROM submissions s JOIN links l ON l.submission_id = s.id
         WHERE s.state IN ('menunggu-profil', 'menunggu-verifikasi') AND l.done_at IS NULL AND l.expires_at <= ?
         GROUP BY s.id ORDER BY due, s.id`,
      )
      .all(ctx.now().getTime())
    for (const row of rows) refuse(row, CODE_NOT_TYPED, untypedFields(row.id), [], row.due)
  }

  /** The contacts whose code never came back: to be given again, and proven at the desk. */
  function untypedFields(id: string): string[] {
    const links = ctx.db
      .prepare<[string], { channel: Channel }>(
        'SELECT DISTINCT channel FROM links WHERE submission_id = ? AND done_at IS NULL ORDER BY channel',
      )
      .all(id)
    return links.map(({ channel }) => (channel === 'phone' ? 'hp' : 'email'))
  }

  function decideDue(): void {
    const rows = ctx.db
      .prepare<[number], SubmissionRow>(
        `SELECT * FROM submissions WHERE state IN ('menunggu-profil', 'menunggu-verifikasi') AND decide_at <= ?
         ORDER BY decide_at, id`,
      )
      .all(ctx.now().getTime())
    for (const row of rows) decide(row)
    // What has just got its profile may be due for its access too.
    if (rows.some((row) => row.state === 'menunggu-profil')) decideDue()
  }

  function decide(row: SubmissionRow): void {
    const payload = SubmissionPayload.parse(JSON.parse(row.payload ?? 'null'))
    const verdict = verdictOn(payload, correctedPayload(row))
    const at = row.decide_at ?? ctx.now().getTime()
    ctx.db.transaction(() => {
      if (isWithdrawn(ctx, row.id)) return
      if (verdict.state === 'ditolak') {
        refuse(row, verdict.reason, verdict.fields, verdict.photos, at)
      } else if (row.state === 'menunggu-profil') {
        // 004: the access is looked at once the profile is verified.
        passOnToAccess(row, at)
        return
      } else {
        ctx.db.prepare('UPDATE submissions SET decide_at = NULL WHERE id = ?').run(row.id)
        recordChange(ctx, { submissionId: row.id, state: verdict.state, at })
      }
      tellResult(ctx, payload, verdict.state === 'ditolak' ? verdict.reason : undefined)
    })()
  }

  function passOnToAccess(row: SubmissionRow, at: number): void {
    ctx.db.prepare('UPDATE submissions SET decide_at = ? WHERE id = ?').run(at + ctx.verdictDelayMs, row.id)
    recordChange(ctx, {
      submissionId: row.id,
      state: 'menunggu-verifikasi',
      at,
      dueBy: at + DUE_SECONDS.access * 1000,
    })
  }

  /** What was refused before and is corrected by this one. */
  function correctedPayload(row: SubmissionRow): SubmissionPayload | undefined {
    const old = row.corrects === null ? undefined : findSubmission(ctx, row.corrects)
    return old?.payload ? SubmissionPayload.parse(JSON.parse(old.payload)) : undefined
  }

  async function step(): Promise<void> {
    await openReceived()
    expireLinks()
    decideDue()
  }

  let timer: NodeJS.Timeout | undefined
  let wokenAt: number | undefined
  function forgetWake(): void {
    clearTimeout(timer)
    wokenAt = undefined
  }

  function advance(): Promise<void> {
    forgetWake()
    // One at a time: two readers must not open the same packet twice.
    const next = running.then(step, step)
    running = next.catch(() => undefined)
    return next
  }

  return {
    advance,
    wake() {
      const now = performance.now()
      wokenAt ??= now
      clearTimeout(timer)
      timer = setTimeout(
        () => {
          advance().catch((cause: unknown) => {
            ctx.log({ event: 'verification-failed', detail: cause instanceof Error ? cause.name : 'unknown' })
          })
        },
        Math.max(0, Math.min(PAUSE_MS, wokenAt + PATIENCE_MS - now)),
      )
    },
    stop() {
      forgetWake()
      return running
    },
  }
}

const isProfile = (payload: SubmissionPayload): boolean =>
  payload.service === 'profil' || payload.service === 'akun'

/** An access request whose profile is made in the same visit waits for it (004). */
const waitsForProfile = (payload: SubmissionPayload): boolean =>
  !isProfile(payload) && payload.values.profil === 'belum'

type OwedCode = {
  readonly channel: Channel
  readonly field: string
  readonly destination: string | undefined
}

/** Codes that were not accepted at the kiosk: deferred without a network, or five wrong tries (004). */
function owedCodes(payload: SubmissionPayload): OwedCode[] {
  const checks = [
    { check: 'phone-code', channel: 'phone', field: 'hp' },
    { check: 'email-code', channel: 'email', field: 'email' },
  ] as const
  return checks
    .filter(({ check }) => payload.deferred.includes(check) || payload.checks[check] === 'spent')
    .map(({ channel, field }) => {
      const value = payload.values[field]
      return { channel, field, destination: typeof value === 'string' && value !== '' ? value : undefined }
    })
}

/** Pictures stay as files beside the database, one directory for each submission. */
async function keepPhotos(ctx: Context, id: string, opened: OpenedPacket): Promise<void> {
  const directory = photosPath(ctx, id)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  for (const [name, bytes] of opened.photos)
    await writeFile(join(directory, name), bytes, { mode: 0o600, flush: true })
}

/** The result goes to the registrant's e-mail (003#18). */
function tellResult(ctx: Context, payload: SubmissionPayload, reason: Reason | undefined): void {
  const email = payload.values.email
  if (typeof email !== 'string' || email === '') return
  const { reference } = payload
  const text =
    reason === undefined
      ? {
          id: `Pendaftaran ${reference} sudah diverifikasi. Tautan untuk membuat kata sandi menyusul dari INAPROC.`,
          en: `Registration ${reference} is verified. INAPROC will send the link for setting your password.`,
        }
      : {
          id: `Pendaftaran ${reference} belum dapat diterima: ${reason.id} Silakan datang lagi ke kantor LPSE.`,
          en: `Registration ${reference} could not be accepted: ${reason.en} Please visit the LPSE office again.`,
        }
  sendMessage(ctx, { channel: 'email', recipient: email, text })
}

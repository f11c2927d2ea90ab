import { CODE_LENGTH, CODE_TRIES, RESEND_SECONDS } from './codes.ts'
import type { Context } from './context.ts'
import { type Channel, sendMessage } from './messages.ts'
import { codeMac, randomDigits, randomSecret, sameDigest, sha256 } from './secrets.ts'

/** A registrant has three days, as long as the slowest verification (003#18: 3x24 hours). */
export const LINK_SECONDS = 3 * 24 * 60 * 60

export type LinkRow = {
  token_hash: string
  submission_id: string
  channel: Channel
  destination: string
  mac: string
  sent_at: number
  expires_at: number
  tries_left: number
  done_at: number | null
}

/** What the registrant's attempt on the page behind the link led to. */
export type LinkAnswer = {
  readonly kind: 'accepted' | 'wrong' | 'spent' | 'expired' | 'unknown'
  readonly triesLeft: number
}

/** Begins a deferred code check: a one-time link and its first code go to the contact itself. */
export function openLink(ctx: Context, submissionId: string, channel: Channel, destination: string): void {
  const token = randomSecret((n) => ctx.random(n))
  const now = ctx.now().getTime()
  ctx.db
    .prepare(
      `INSERT INTO links (token_hash, submission_id, channel, destination, mac, sent_at, expires_at, tries_left)
       VALUES (?, ?, ?, ?, '', ?, ?, 0)`,
    )
    .run(sha256(token), submissionId, channel, destination, now, now + LINK_SECONDS * 1000)
  sendLinkCode(ctx, token)
}

/** The link of a token, if there is one. Tokens are looked up by digest: the database holds no working link. */
export function findLink(ctx: Context, token: string): LinkRow | undefined {
  return ctx.db.prepare<[string], LinkRow>('SELECT * FROM links WHERE token_hash = ?').get(sha256(token))
}

/** How long the registrant must wait before a new code can be sent, seconds; 0 = now. */
export function secondsUntilResend(ctx: Context, link: LinkRow): number {
  return Math.max(0, Math.ceil((link.sent_at + RESEND_SECONDS * 1000 - ctx.now().getTime()) / 1000))
}

/** Sends a new code behind the same link; the earlier code no longer counts. */
export function sendLinkCode(ctx: Context, token: string): void {
  const link = findLink(ctx, token)
  if (link === undefined || link.done_at !== null) return
  const code = randomDigits((n) => ctx.random(n), CODE_LENGTH)
  const url = `${ctx.publicUrl()}/kode/${token}`
  ctx.db.transaction(() => {
    ctx.db
      .prepare('UPDATE links SET mac = ?, sent_at = ?, tries_left = ? WHERE token_hash = ?')
      .run(
        codeMac(ctx.keys.codeSecret, link.token_hash, code),
        ctx.now().getTime(),
        CODE_TRIES,
        link.token_hash,
      )
    sendMessage(ctx, {
      channel: link.channel,
      recipient: link.destination,
      text: {
        id: `Kode LPSE Anda: ${code}. Ketik di ${url} dalam 3 hari agar pendaftaran Anda diperiksa.`,
        en: `Your LPSE code: ${code}. Type it at ${url} within 3 days so that your registration is checked.`,
      },
      code,
      link: url,
    })
  })()
}

/** Checks a code typed on the page behind the link. An accepted link stays accepted. */
export function answerLink(ctx: Context, token: string, typed: string): LinkAnswer {
  const link = findLink(ctx, token)
  if (link === undefined) return { kind: 'unknown', triesLeft: 0 }
  if (link.done_at !== null) return { kind: 'accepted', triesLeft: 0 }
  const now = ctx.now().getTime()
  if (now >= link.expires_at) return { kind: 'expired', triesLeft: 0 }
  if (link.tries_left === 0) return { kind: 'spent', triesLeft: 0 }
  if (!sameDigest(link.mac, codeMac(ctx.keys.codeSecret, link.token_hash, typed))) {
    const triesLeft = link.tries_left - 1
    ctx.db.prepare('UPDATE links SET tries_left = ? WHERE token_hash = ?').run(triesLeft, link.token_hash)
    return { kind: triesLeft === 0 ? 'spent' : 'wrong', triesLeft }
  }
  ctx.db.transaction(() => {
    ctx.db.prepare('UPDATE links SET done_at = ? WHERE token_hash = ?').run(now, link.token_hash)
    // The last code that was owed starts the verification.
    ctx.db
      .prepare(
        `UPDATE submissions SET decide_at = ? WHERE id = ? AND state IN ('menunggu-profil', 'menunggu-verifikasi')
         AND NOT EXISTS (SELECT 1 FROM links WHERE submission_id = submissions.id AND done_at IS NULL)`,
      )
      .run(now + ctx.verdictDelayMs, link.submission_id)
  })()
  return { kind: 'accepted', triesLeft: 0 }
}

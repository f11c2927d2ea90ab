import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from './context.ts'

export type Channel = 'phone' | 'email'

/** A text to a registrant, in both languages. */
export type Message = {
  readonly channel: Channel
  readonly recipient: string
  readonly text: { readonly id: string; readonly en: string }
  readonly code?: string
  readonly link?: string
}

/** A message as `/demo/messages` lists it. */
export type SentMessage = Omit<Message, 'recipient'> & { readonly to: string; readonly at: string }

type Row = {
  at: number
  channel: Channel
  recipient: string
  text_id: string
  text_en: string
  code: string | null
  link: string | null
}

/**
 * "Sends" a message. A reference implementation has no gateway for SMS or e-mail: in demo mode the message is kept
 * in the database, where `/demo/kotak-masuk` shows it; otherwise it is appended to `outbox.jsonl` in the data
 * directory, where an operator's own gateway can pick it up (docs/demo.md).
 */
export function sendMessage(ctx: Context, message: Message): void {
  const at = ctx.now()
  const { channel, recipient, text, code, link } = message
  if (ctx.demo) {
    ctx.db
      .prepare(
        'INSERT INTO messages (at, channel, recipient, text_id, text_en, code, link) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(at.getTime(), channel, recipient, text.id, text.en, code ?? null, link ?? null)
    return
  }
  const line = JSON.stringify({ at: at.toISOString(), channel, to: recipient, text, code, link })
  appendFileSync(join(ctx.dataDir, 'outbox.jsonl'), `${line}\n`, { mode: 0o600, flush: true })
}

/** The latest messages, newest first. */
export function listMessages(ctx: Context, limit = 200): SentMessage[] {
  return ctx.db
    .prepare<[number], Row>('SELECT * FROM messages ORDER BY id DESC LIMIT ?')
    .all(limit)
    .map((row) => ({
      at: new Date(row.at).toISOString(),
      channel: row.channel,
      to: row.recipient,
      text: { id: row.text_id, en: row.text_en },
      ...(row.code === null ? {} : { code: row.code }),
      ...(row.link === null ? {} : { link: row.link }),
    }))
}

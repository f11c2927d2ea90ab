import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { noPassphrase } from './start-errors.ts'
import type { Words } from './words.ts'

/** Asks on the terminal without showing what is typed. */
export async function askHidden(question: Words): Promise<string> {
  process.stderr.write(`${question.id} / ${question.en}: `)
  // readline echoes to its output: this one shows nothing.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  const ended = new AbortController()
  terminal.once('close', () => ended.abort())
  try {
    return await terminal.question('', { signal: ended.signal })
  } catch {
    throw noPassphrase()
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}

/** The first line of a stream that is not a terminal; the rest is ignored. */
export async function readFirstLine(input: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CentralOptions, startCentral } from '#central/index.ts'

/** A message the central "sent": an SMS or an e-mail with a code, a link, or a result. */
export type TestMessage = {
  readonly at: string
  readonly channel: 'phone' | 'email'
  readonly to: string
  readonly text: { readonly id: string; readonly en: string }
  readonly code?: string
  readonly link?: string
}

/** A real central on a free port of this machine. */
export type TestCentral = {
  readonly url: string
  readonly enrolmentCode: string
  /** Where it keeps everything: start another one on it to try a restart. */
  readonly dataDir: string
  /** A code for another kiosk. */
  newEnrolmentCode(): string
  /** What it sent, newest first (demo mode only). */
  messages(): Promise<TestMessage[]>
  /** Stops it; the data directory goes too when it was made here. */
  stop(): Promise<void>
}

/**
 * Starts the real reference central. Defaults: demo mode, a directory of its own, a free port, the real clock,
 * verdicts at once (`demoDelayMs: 0`).
 */
export async function startTestCentral(options: Partial<CentralOptions> = {}): Promise<TestCentral> {
  const ownDir = options.dataDir === undefined
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'kiosk-central-'))
  const central = await startCentral({
    port: 0,
    host: '127.0.0.1',
    demo: true,
    demoDelayMs: 0,
    ...options,
    dataDir,
  })
  return {
    url: central.url,
    enrolmentCode: central.enrolmentCode,
    dataDir,
    newEnrolmentCode: () => central.newEnrolmentCode(),
    async messages() {
      const answer = await fetch(`${central.url}/demo/messages`)
      if (!answer.ok) throw new Error(`/demo/messages answered ${answer.status}`)
      const { items } = (await answer.json()) as { items: TestMessage[] }
      return items
    },
    async stop() {
      await central.stop()
      if (ownDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

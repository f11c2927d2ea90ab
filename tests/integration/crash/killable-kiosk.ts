import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Answer } from '#shared/domain/errors.ts'
import { type Call, CallError } from '../../helpers/kiosk.ts'

/** A kiosk process that can be killed like a machine whose plug is pulled. */
export type KillableKiosk = {
  readonly call: Call
  /** `kill -9`, and waits until the process is gone. */
  kill(): Promise<void>
}

const SCRIPT = fileURLToPath(new URL('./kiosk-process.ts', import.meta.url))

/** A kiosk process that may not answer yet. */
export type LaunchedKiosk = {
  /** Resolves when it answers calls; rejects when it ended before. */
  readonly ready: Promise<KillableKiosk>
  kill(): Promise<void>
}

/** Starts it; resolves when it answers calls. */
export const startKillableKiosk = (
  dataDir: string,
  keyFile: string,
  centralUrl?: string,
): Promise<KillableKiosk> => launchKiosk(dataDir, keyFile, centralUrl).ready

/** Starts it and does not wait. @param centralUrl takes the place of the stored address */
export function launchKiosk(dataDir: string, keyFile: string, centralUrl?: string): LaunchedKiosk {
  const args = [SCRIPT, dataDir, keyFile, ...(centralUrl === undefined ? [] : [centralUrl])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  async function kill(): Promise<void> {
    child.kill('SIGKILL')
    await exited
    lines.close()
  }
  async function untilReady(): Promise<KillableKiosk> {
    const line = await Promise.race([once(lines, 'line'), exited.then(() => [])])
    if (line.length === 0) throw new Error(`the kiosk process ended with ${child.exitCode}`)
    const { url, token } = JSON.parse(String(line[0])) as { url: string; token: string }
    return { call: callOver(url, token), kill }
  }
  const ready = untilReady()
  // Killed before it was ready: nobody may be waiting for it.
  ready.catch(() => undefined)
  return { ready, kill }
}

const callOver =
  (url: string, token: string): Call =>
  async (channel, input) => {
    const response = await fetch(`${url}/rpc/${channel}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    const answer = (await response.json()) as Answer
    if (!answer.ok) throw new CallError(channel, answer.error)
    return answer.value as never
  }

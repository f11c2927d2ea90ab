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

/** Starts it; resolves when it answers calls. */
export async function startKillableKiosk(dataDir: string, keyFile: string): Promise<KillableKiosk> {
  const child = spawn(process.execPath, [SCRIPT, dataDir, keyFile], { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const line = await Promise.race([once(lines, 'line'), exited.then(() => [])])
  if (line.length === 0) throw new Error(`the kiosk process ended with ${child.exitCode}`)
  const { url, token } = JSON.parse(String(line[0])) as { url: string; token: string }
  return {
    call: async (channel, input) => {
      const response = await fetch(`${url}/rpc/${channel}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      const answer = (await response.json()) as Answer
      if (!answer.ok) throw new CallError(channel, answer.error)
      return answer.value as never
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
      lines.close()
    },
  }
}

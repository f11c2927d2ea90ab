import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Starts central-process.ts on a folder of its own. */
export async function startCentralProcess() {
  const dataDir = mkdtempSync(join(tmpdir(), 'kiosk-bench-central-'))
  const script = fileURLToPath(new URL('./central-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const line = await Promise.race([once(lines, 'line'), exited.then(() => [])])
  if (line.length === 0) throw new Error(`the central ended with ${child.exitCode}`)
  const { url, codes } = JSON.parse(String(line[0])) as { url: string; codes: string[] }
  return {
    url,
    dataDir,
    /** A place at this central for another kiosk. */
    place: () => ({ url, enrolmentCode: codes.shift() ?? '' }),
    async stop(): Promise<void> {
      child.kill('SIGTERM')
      await exited
      lines.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The process that separate-reader.ts starts: reads pictures, and says how much memory each took at most. */
import { createKtpReader } from '../../../src/main/services/ocr/index.ts'
import type { ReadReply, ReadRequest } from './separate-reader.ts'

/** Reading runs in threads of this process: the main one is free to look this often, milliseconds. */
const LOOK_EVERY_MS = 10

const reader = createKtpReader({ timeoutMs: Number(process.argv[2]) })
await reader.warm()

const read = async ({ picture }: ReadRequest): Promise<ReadReply> => {
  let most = 0
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const looking = setInterval(look, LOOK_EVERY_MS)
  const start = performance.now()
  const reading = await reader.read(picture)
  const ms = performance.now() - start
  clearInterval(looking)
  look()
  return { reading, ms, memoryMb: Math.round(most / 1e6) }
}

process.on('message', (request: ReadRequest) => {
  void read(request).then((reply) => process.send?.(reply))
})
// The parent is gone, or has seen enough.
process.on('disconnect', () => process.exit(0))
process.send?.('warm')

import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Encrypter } from 'age-encryption'
import { fakeJpeg } from '../../helpers/packet.ts'
import { picturesOf, type QueueDesk } from '../../helpers/queue-desk.ts'
import { atMost, percentile, plain, timed, type Verdict } from './figures.ts'

/** Three pictures of 400 KB: 1.2 MB in all. */
const PICTURE_BYTES = 400_000

/** Before each turn: the disk has written what the turn before left to it. */
const PAUSE_MS = 150

setFlagsFromString('--expose-gc')
/**
 * Before each turn too. Minutes pass between two visits at a desk, and V8 collects an idle heap after ten seconds. Without
 * it nearly every other turn begins a whole collection for the bytes of the turns before, and the longer of the two
 * loops pays for both.
 */
const collectGarbage = runInNewContext('gc') as () => void

/** The least that could be done: seals these bytes with age, writes them, fsync, rename, fsync of the folder. */
async function bareSeal(path: string, bytes: Uint8Array, recipients: readonly string[]): Promise<void> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const sealed = await encrypter.encrypt(bytes)
  const file = openSync(`${path}.part`, 'w', 0o600)
  writeSync(file, sealed)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.part`, path)
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/**
 * Durable submit (packet sealed and on disk, working copy, event and job committed, draft dropped) against the bare
 * loop, turn by turn in one run. Medians and 99th percentiles in milliseconds.
 */
export async function measureSubmit(desk: QueueDesk, rounds: number): Promise<Verdict[]> {
  const photos = picturesOf(fakeJpeg(PICTURE_BYTES, 3), ['ktp', 'ktp-frame', 'swafoto'])
  const bytes = Buffer.concat(photos.map((photo) => photo.jpeg))
  const bare = { ms: [] as number[], cpuMs: [] as number[] }
  const whole = { ms: [] as number[], cpuMs: [] as number[] }
  const warmUp = 3
  for (let n = 0; n < rounds + warmUp; n += 1) {
    const draft = desk.prepare(n, photos)
    // As the kiosk does each minute between two visits.
    desk.store.tidyLog()
    const stored = desk.picturesOf(draft)
    const asBare = () => timed(() => bareSeal(join(desk.dataDir, `bare-${n}.age`), bytes, desk.recipients))
    const asWhole = () => timed(() => desk.submit(draft, stored))
    // Who goes first alternates: neither always finds the disk busy with the other's pages.
    const [first, second] = n % 2 === 0 ? [asBare, asWhole] : [asWhole, asBare]
    const afterRest = async (turn: typeof first) => {
      collectGarbage()
      await pause(PAUSE_MS)
      return turn()
    }
    const one = await afterRest(first)
    const two = await afterRest(second)
    const [bareRun, wholeRun] = n % 2 === 0 ? [one, two] : [two, one]
    if (n < warmUp) continue
    for (const unit of ['ms', 'cpuMs'] as const) {
      bare[unit].push(bareRun[unit])
      whole[unit].push(wholeRun[unit])
    }
  }
  const p50 = [percentile(whole.ms, 0.5), percentile(bare.ms, 0.5)] as const
  const p99 = [percentile(whole.ms, 0.99), percentile(bare.ms, 0.99)] as const
  const cpu = [percentile(whole.cpuMs, 0.5), percentile(bare.cpuMs, 0.5)] as const
  return [
    plain('submit p50 ms', p50[0]),
    plain('submit p99 ms', p99[0]),
    plain('bare loop p50 ms', p50[1]),
    plain('bare loop p99 ms', p99[1]),
    plain('submit / bare, p50 of processor time', cpu[0] / cpu[1]),
    plain('submit p50 of processor time, ms', cpu[0]),
    atMost('submit / bare, p50', p50[0] / p50[1], 1.5),
    atMost('submit / bare, p99', p99[0] / p99[1], 1.5),
  ]
}

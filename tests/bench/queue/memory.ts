import type { QueueDesk } from '../../helpers/queue-desk.ts'
import { drain, fillQueue } from './drain.ts'
import { atMost, plain, round, type Verdict } from './figures.ts'

/** Packets between two looks at the memory. */
const STEP = 50
/** Flat: what a packet may leave behind, by the slope over all looks but the first two (warming up). */
const GOAL_KB_PER_PACKET = 10

const residentMb = (): number => process.memoryUsage.rss() / 1_000_000

/** Slope of evenly spaced figures, least squares. */
function slope(figures: readonly number[]): number {
  const middle = (figures.length - 1) / 2
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length
  const above = figures.reduce((sum, figure, n) => sum + (n - middle) * (figure - mean), 0)
  const below = figures.reduce((sum, _figure, n) => sum + (n - middle) ** 2, 0)
  return above / below
}

/** Resident memory of the kiosk's side while so many packets are filled in and drained, looked at in intervals. */
export async function measureMemory(desk: QueueDesk, count: number): Promise<Verdict[]> {
  const looks: number[] = []
  for (let done = 0; done < count; done += STEP) {
    await fillQueue(desk, Math.min(STEP, count - done))
    await drain(desk, 600_000)
    looks.push(residentMb())
  }
  const settled = looks.slice(2)
  const kbPerPacket = (slope(settled) / STEP) * 1000
  return [
    plain('packets', count),
    plain(`resident memory every ${STEP} packets, MB`, looks.map((look) => round(look, 0)).join(' ')),
    // A slope over fewer looks says nothing.
    ...(settled.length < 4 ? [] : [atMost('slope, kB a packet', kbPerPacket, GOAL_KB_PER_PACKET)]),
  ]
}

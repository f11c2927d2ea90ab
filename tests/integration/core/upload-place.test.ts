import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { createTestClock } from '../../helpers/clock.ts'
import { type CuttingProxy, startCuttingProxy } from '../../helpers/cutting-proxy.ts'
import { fakeJpeg } from '../../helpers/packet.ts'
import { picturesOf, type QueueDesk, startQueueDesk } from '../../helpers/queue-desk.ts'
import { receivedAt } from './central-records.ts'

const KIB = 1024
const PICTURES = picturesOf(fakeJpeg(400_000, 3), ['ktp', 'ktp-frame', 'swafoto'])

let central: TestCentral
let line: CuttingProxy
let desk: QueueDesk
const clock = createTestClock()

beforeEach(async () => {
  central = await startTestCentral({ demo: false, clock: () => clock.now() })
  line = await startCuttingProxy(() => central.url)
  desk = await startQueueDesk({ central, line: line.url, clock })
})
afterEach(async () => {
  await desk.stop()
  await line.stop()
  await central.stop()
})

test('place and offset of an upload stand in the database while it is under way, and go with the receipt', async () => {
  const submitted = await desk.submit(desk.prepare(1, PICTURES), PICTURES)
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.error))
  const { id, packetBytes } = submitted.value
  const place = () => {
    const record = desk.store.submissions.find(id)
    return [record?.state, record?.uploadUrl?.length ?? 0, record?.uploadOffset]
  }
  expect(place()).toEqual(['antre', 0, 0])

  // The first piece of 256 KiB is acknowledged; the line breaks in the next.
  line.cutAfter(600_000)
  desk.runner.poke()
  await desk.runner.idle()
  expect(place()).toEqual(['antre', expect.any(Number), 256 * KIB])
  expect(desk.store.submissions.find(id)?.uploadUrl).toMatch(/\/v1\/uploads\/[0-9a-f]{32}$/)

  // It goes on behind what arrived, and breaks again: now in small pieces.
  line.cutAfter(200_000)
  clock.advance(5_000)
  await desk.runner.idle()
  const [, , offset] = place()
  expect(offset).toBeGreaterThan(600_000)
  expect(offset).toBeLessThan(packetBytes)

  line.mend()
  clock.advance(10_000)
  await desk.runner.idle()
  expect(place()).toEqual(['terkirim', 0, 0])
  expect(receivedAt(central.dataDir)).toEqual([id])
})

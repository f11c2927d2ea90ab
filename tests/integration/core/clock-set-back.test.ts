import { afterEach, expect, it } from 'vitest'
import { startTestCentral } from '../../helpers/central.ts'
import { createTestClock } from '../../helpers/clock.ts'
import { fakeJpeg } from '../../helpers/packet.ts'
import { picturesOf, startQueueDesk } from '../../helpers/queue-desk.ts'
import { receivedAt } from './central-records.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

it('an attempt that was put off while the clock said 2030 is made once it is right, not in 2030', async () => {
  const central = await startTestCentral({ demo: false })
  stops.push(central.stop)
  const clock = createTestClock(new Date())
  const right = clock.now()
  // Nobody listens there: the attempt is put off.
  const desk = await startQueueDesk({ central, clock, line: 'http://127.0.0.1:9' })
  stops.push(desk.stop)
  const photos = picturesOf(fakeJpeg(10_000), ['swafoto'])
  clock.set(new Date('2030-01-01T00:00:00Z'))
  const submitted = await desk.submit(desk.prepare(1, photos), photos)
  if (!submitted.ok) throw new Error('not submitted')
  desk.runner.poke()
  await desk.runner.idle()
  const dueAt = () => desk.store.jobs.find(submitted.value.id)?.nextAt ?? ''
  expect(dueAt()).toContain('2030-01-01')
  desk.runner.takeBackFromFuture()
  expect(dueAt()).toContain('2030-01-01')
  clock.set(right)
  desk.runner.takeBackFromFuture()
  await desk.runner.idle()
  expect(new Date(dueAt()).getTime() - right.getTime()).toBeLessThan(60_000)
  expect(desk.failures()).toEqual(['offline', 'offline'])
  expect(receivedAt(central.dataDir)).toEqual([])
})

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, type TestContext } from 'vitest'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { createTestClock } from '../../helpers/clock.ts'
import { fakeJpeg } from '../../helpers/packet.ts'
import { picturesOf, type QueueDesk, startQueueDesk } from '../../helpers/queue-desk.ts'
import { mountSmallDisk, type SmallDisk } from '../../helpers/small-disk.ts'
import { receivedAt } from '../core/central-records.ts'

const PHOTOS = picturesOf(fakeJpeg(400_000), ['swafoto'])

let disk: SmallDisk | undefined
let central: TestCentral
let desk: QueueDesk | undefined
beforeEach(async () => {
  disk = mountSmallDisk()
  central = await startTestCentral({ demo: false })
})
afterEach(async () => {
  await desk?.stop()
  desk = undefined
  await central?.stop()
  disk?.remove()
})

/** A kiosk on the small disk, with one visit ready and one waiting. */
async function startOnSmallDisk(context: TestContext) {
  if (!disk) return context.skip('a small tmpfs can be mounted by root alone')
  const clock = createTestClock(new Date())
  desk = await startQueueDesk({ central, clock, dataDir: disk.folder })
  const waiting = await desk.submit(desk.prepare(1, PHOTOS), PHOTOS)
  if (!waiting.ok) throw new Error(JSON.stringify(waiting.error))
  return { desk, disk, waiting: waiting.value.id, ready: desk.prepare(2, PHOTOS) }
}

/** The visit cannot be submitted, is still there whole, and is submitted and sent with the other one later. */
async function expectRecovery(
  at: NonNullable<Awaited<ReturnType<typeof startOnSmallDisk>>>,
  reason: string,
  mend: () => void,
) {
  const { store, packets, runner, submit } = at.desk
  expect(await submit(at.ready, PHOTOS)).toEqual({ ok: false, error: { code: 'store', reason } })
  expect(store.drafts.find(at.ready.id)).toBeDefined()
  expect(store.draftPhotos.find(at.ready.id, 'swafoto')?.jpeg).toHaveLength(400_000)
  expect(packets.listIds()).toEqual([at.waiting])
  mend()
  expect(await submit(at.ready, PHOTOS)).toMatchObject({ ok: true })
  runner.wake()
  await runner.idle()
  expect(receivedAt(central.dataDir).sort()).toEqual([at.waiting, at.ready.id].sort())
  expect(packets.listIds()).toEqual([])
}

it('full disk: the visit is kept and told so; with room again everything arrives', async (context) => {
  const at = await startOnSmallDisk(context)
  if (!at) return
  at.disk.fill()
  await expectRecovery(at, 'disk-full', at.disk.empty)
})

it('read-only folder: the visit is kept and told so; writable again, everything arrives', async (context) => {
  const at = await startOnSmallDisk(context)
  if (!at) return
  const packetFolder = join(at.disk.folder, 'packets')
  // Bound to itself, so that this folder alone can be made read-only; file modes do not stop root.
  const run = (...args: string[]) => expect(spawnSync('/bin/mount', args).status).toBe(0)
  run('--bind', packetFolder, packetFolder)
  run('-o', 'remount,bind,ro', packetFolder)
  const mend = () => expect(spawnSync('/bin/umount', [packetFolder]).status).toBe(0)
  await expectRecovery(at, 'not-writable', mend)
})

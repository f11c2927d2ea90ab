import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCentral } from '../../helpers/central.ts'
import { setUpAndSignIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { startTestDesk, untilAll } from '../core/desk.ts'

let kiosk: TestKiosk
let free = 2_000_000_000

beforeAll(async () => {
  const central = await startTestCentral({ demo: false })
  kiosk = await startTestKiosk({ freeBytes: () => free })
  await setUpAndSignIn(kiosk.call, central)
  // From here on nothing can be sent: what is registered piles up.
  await central.stop()
})
afterAll(() => kiosk.remove())

const start = () => kiosk.call('visit.start', { service: 'profil', language: 'id' })

test("visits stop at the admin's own limit and go on when it is lifted", async () => {
  expect((await kiosk.call('app.setLimits', { maxUnsent: 2 })).queue).toMatchObject({ limit: 2 })
  await registerPerson(kiosk.call, testPerson(1))
  expect((await kiosk.call('app.status', {})).intake).toEqual({ open: true, reason: null })
  await registerPerson(kiosk.call, testPerson(2))
  await expect(start()).rejects.toMatchObject({ error: { code: 'intake-stopped', reason: 'limit' } })
  expect((await kiosk.call('app.setLimits', { maxUnsent: null })).intake.open).toBe(true)
})

test('and on a full disk, on the byte', async () => {
  free = 1_999_999_999
  await expect(start()).rejects.toMatchObject({ error: { code: 'intake-stopped', reason: 'disk-full' } })
  free = 2_000_000_000
  await start()
  await kiosk.call('visit.end', { reason: 'abandoned' })
})

test('only an admin sets it', async () => {
  const petugas = await kiosk.call('staff.add', { name: 'Petugas Contoh', role: 'petugas', pin: '904817' })
  await kiosk.call('staff.signOut', {})
  await kiosk.call('staff.signIn', { staffId: petugas.id, pin: '904817' })
  await expect(kiosk.call('app.setLimits', { maxUnsent: 1 })).rejects.toMatchObject({
    error: { code: 'forbidden' },
  })
})

test('what needs attention counts as unsent, with its age, as warning and limit do', async () => {
  const desk = await startTestDesk()
  try {
    desk.proxy.mood = (request) => (request.startsWith('POST /v1/uploads') ? { status: 413 } : 'pass')
    const { submittedAt } = await registerPerson(desk.kiosk().call, testPerson(1))
    await untilAll(desk.kiosk(), 'perlu-tindakan')
    const { queue } = await desk.kiosk().call('app.status', {})
    expect(queue).toMatchObject({ waiting: 0, unsent: 1, needsAttention: 1, oldestAt: submittedAt })
  } finally {
    await desk.remove()
  }
})

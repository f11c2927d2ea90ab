import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { PIN } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { receivedAt } from './central-records.ts'
import { aMoment, rowsOf, startTestDesk, type TestDesk, untilAll } from './desk.ts'

let desk: TestDesk
afterEach(() => desk?.remove())

/** Less than the first packet, which holds a portrait of 73 kB. */
const LIMITS = { packetBytes: 60_000, photoBytes: 30_000 }
const HANDED_OVER = ['terkirim', 'menunggu-verifikasi']

/** Opens the correction, confirms and sends it; answers its row. */
async function correct(id: string) {
  const { call } = desk.kiosk()
  const known = (await rowsOf(desk.kiosk())).map((row) => row.id)
  await call('submission.correct', { id, pin: PIN })
  await call('visit.saveStep', { step: 'nik', values: { nikBenar: true }, advance: true })
  await call('visit.saveStep', { step: 'tinjau', values: { sudahDitinjau: true }, advance: true })
  await call('visit.submit', {})
  return waitUntil('the correction was tried', async () =>
    (await rowsOf(desk.kiosk())).find(
      (row) => !known.includes(row.id) && [...HANDED_OVER, 'perlu-tindakan'].includes(row.state),
    ),
  )
}

const refused = async () => {
  await registerPerson(desk.kiosk().call, testPerson(1))
  await untilAll(desk.kiosk(), 'perlu-tindakan')
  const [row] = await rowsOf(desk.kiosk())
  expect(row).toMatchObject({ reason: 'too-large', may: { correct: 'yes' } })
  return row?.id ?? ''
}

describe('a packet that is too large for the central', { timeout: 90_000 }, () => {
  it('whose limit was lowered: the kiosk learns it at once, and the correction arrives', async () => {
    desk = await startTestDesk()
    await desk.stopCentral()
    await desk.startCentral({ limits: LIMITS })
    const id = await refused()
    // Far less than the ten minutes between two looks at the list.
    await desk.kiosk().call('sync.now', {})
    await waitUntil('the new limits', () => desk.log.some((entry) => entry.event === 'limits.changed'))
    const corrected = await correct(id)
    expect(HANDED_OVER).toContain(corrected.state)
    expect(receivedAt(desk.central().dataDir)).toEqual([corrected.id])
    // What is registered from now on fits at once.
    await registerPerson(desk.kiosk().call, testPerson(2))
    await waitUntil('both arrived', () => receivedAt(desk.central().dataDir).length === 2)
  })

  it('or for something in between that names no limit: each correction is smaller by far', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => (request.startsWith('POST /v1/uploads') ? { status: 413 } : 'pass')
    const folder = join(desk.kiosk().dataDir, 'packets')
    const size = (id: string) =>
      statSync(join(folder, readdirSync(folder).find((name) => name.startsWith(id)) ?? '')).size
    const id = await refused()
    const first = size(id)
    const again = await correct(id)
    expect(again).toMatchObject({ state: 'perlu-tindakan', reason: 'too-large' })
    const second = size(again.id)
    expect(second).toBeLessThan(0.6 * first)
    const third = await correct(again.id)
    expect(size(third.id)).toBeLessThan(0.8 * second)
    desk.proxy.mood = () => 'pass'
    await desk.kiosk().call('submission.retry', { id: third.id })
    await waitUntil('it arrived', () => receivedAt(desk.central().dataDir).includes(third.id))
    await aMoment()
    expect(receivedAt(desk.central().dataDir)).toEqual([third.id])
  })
})

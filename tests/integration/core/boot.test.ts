import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore as open, type openStore } from '../../../src/main/services/store/index.ts'
import { loadOrCreateDataKey, openKeyFile } from '../../../src/main/services/vault/index.ts'
import { signIn } from '../../helpers/kiosk.ts'
import { fillVisit, registerPerson, testPerson } from '../../helpers/register.ts'
import { receivedAt } from './central-records.ts'
import { rowsOf, startTestDesk, type TestDesk, untilAll } from './desk.ts'

let desk: TestDesk
afterEach(() => desk?.remove())

/** Works on the database of a stopped kiosk: what a crash at a certain moment would have left. */
async function inStore(work: (store: ReturnType<typeof openStore>) => unknown): Promise<void> {
  const { dataDir } = desk.kiosk()
  const { keys } = await openKeyFile({ path: `${dataDir}.key`, dataDir, createWhenMissing: false })
  const store = open(dataDir, await loadOrCreateDataKey(dataDir, keys, () => new Uint8Array()), 'real')
  try {
    work(store)
  } finally {
    store.close()
  }
}
const packets = () =>
  readdirSync(join(desk.kiosk().dataDir, 'packets')).filter((name) => name.endsWith('.age'))

describe('a start after the program stopped in the middle', () => {
  it('takes up what was being sent, what lost its job and what only waited, and each arrives once', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = () => 'drop'
    for (const n of [1, 2, 3]) await registerPerson(desk.kiosk().call, testPerson(n))
    const [sending = '', jobless = ''] = (await rowsOf(desk.kiosk())).map((row) => row.id)
    await desk.restartKiosk(() =>
      inStore((store) => {
        store.submissions.setState(sending, 'sedang-dikirim', desk.clock.now().toISOString())
        store.jobs.drop(jobless)
      }),
    )
    await signIn(desk.kiosk().call)
    expect((await rowsOf(desk.kiosk())).map((row) => row.state)).toEqual(['antre', 'antre', 'antre'])
    expect((await desk.kiosk().call('app.status', {})).queue.waiting).toBe(3)
    desk.proxy.mood = () => 'pass'
    await desk.kiosk().call('sync.now', {})
    await untilAll(desk.kiosk(), 'terkirim', 'menunggu-verifikasi')
    expect(receivedAt(desk.central().dataDir)).toHaveLength(3)
    expect(packets()).toEqual([])
  })

  it('sweeps unfinished files away, keeps every packet that waits, and never the other way round', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = () => 'drop'
    await registerPerson(desk.kiosk().call, testPerson(1))
    const before = packets()
    expect(before).toHaveLength(1)
    const folder = join(desk.kiosk().dataDir, 'packets')
    await desk.restartKiosk(() => writeFileSync(join(folder, 'setengah.age.part'), 'x'))
    expect(readdirSync(folder)).toEqual(before)
  })

  it('a packet that was sealed before the draft could end: one submission, not two', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = () => 'drop'
    const { call } = desk.kiosk()
    await fillVisit(call, testPerson(1))
    // Stopped between the packet on disk and the transaction: seen from outside, a submit whose answer never came.
    const submitting = call('visit.submit', {}).catch(() => undefined)
    await desk.restartKiosk(() => submitting)
    await signIn(desk.kiosk().call)
    const rows = await rowsOf(desk.kiosk())
    const drafts = await desk.kiosk().call('draft.list', {})
    // Either it counts as submitted or the visit is still there, whole; never both, never neither.
    expect(rows.length + drafts.length).toBe(1)
    expect(packets()).toHaveLength(rows.length)
  })
})

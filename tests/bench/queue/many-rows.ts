import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { listBackups, openStore, type Store } from '../../../src/main/services/store/index.ts'
import { loadOrCreateDataKey, openKeyFile } from '../../../src/main/services/vault/index.ts'
import { setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { makePayload } from '../../helpers/packet.ts'
import { atMost, percentile, plain, timed, type Verdict } from './figures.ts'

const REPEATS = 60
/** Every fourth job is due; the others wait for their turn. */
const DUE_EVERY = 4

/** Submissions that wait, as a submit leaves them: row, job, event, working copy; the packet is a small file. */
function addRows(store: Store, dataDir: string, count: number): void {
  const now = Date.now()
  const data = JSON.stringify(makePayload())
  const summary = JSON.stringify({
    petugas: 'Petugas Contoh',
    office: 'LPSE Kota Contoh',
    maskedName: 'C*** S***',
    maskedNik: '62**********0001',
    maskedEmail: 'c***@gmail.com',
    birthDateKey: '00',
    deferred: [],
    language: 'id',
  })
  store.transaction(() => {
    for (let n = 0; n < count; n += 1) {
      const id = uuidv7({ msecs: now - (count - n) * 1000 })
      const at = new Date(now - (count - n) * 1000).toISOString()
      store.submissions.insert({
        id,
        reference: `KT-${String(n).padStart(8, '0')}`,
        service: 'profil',
        state: 'antre',
        stateSince: at,
        submittedAt: at,
        petugasId: 'petugas-1',
        nikKey: randomBytes(32),
        data,
        summary,
        packetSha256: '0'.repeat(64),
        packetBytes: 1,
        uploadUrl: null,
        receipt: null,
        central: null,
      })
      store.submissions.addEvent({
        submissionId: id,
        at,
        from: 'draf',
        event: 'submit',
        to: 'antre',
        detail: null,
      })
      store.jobs.add(id, at)
      if (n % DUE_EVERY !== 0)
        store.jobs.postpone(id, 1, new Date(now + 3_600_000 + n).toISOString(), 'offline')
      writeFileSync(join(dataDir, 'packets', `${id}.age`), 'x')
    }
  })
}

async function p95(work: () => unknown): Promise<number> {
  const figures: number[] = []
  for (let n = 0; n < REPEATS; n += 1) figures.push((await timed(work)).ms)
  return percentile(figures, 0.95)
}

/** Asks for a backup, as a change of the set-up does, and how long other calls wait until it is there. */
async function measureBackup({ call, dataDir }: TestKiosk): Promise<Verdict[]> {
  const before = listBackups(dataDir)[0]
  const begun = performance.now()
  await call('app.setLimits', { maxUnsent: 90_000 })
  const waits: number[] = []
  while (listBackups(dataDir)[0] === before) {
    waits.push((await timed(() => call('app.status', {}))).ms)
    await nextTurn()
  }
  return [
    plain('backup, ms', performance.now() - begun),
    plain('calls answered meanwhile', waits.length),
    atMost('longest call while a backup is made, ms', Math.max(...waits), 50),
  ]
}

/** Start, page, status and next-job question of a kiosk without any network that holds so many registrations. */
export async function measureRows(count: number): Promise<Verdict[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kiosk-rows-'))
  const keyFile = `${dataDir}.key`
  const start = () => timed(() => startTestKiosk({ dataDir, keyFile }))
  const openRows = async (): Promise<Store> => {
    const { keys } = await openKeyFile({ path: keyFile, createWhenMissing: false, dataDir })
    return openStore(dataDir, await loadOrCreateDataKey(dataDir, keys, randomBytes), 'real')
  }
  let kiosk: TestKiosk = (await start()).value
  try {
    await setUpAndSignIn(kiosk.call, null)
    await kiosk.stop()
    const empty = await start()
    await empty.value.stop()
    const store = await openRows()
    addRows(store, dataDir, count)
    const nextJob = await p95(() => store.jobs.earliest(3))
    store.close()
    const full = await start()
    kiosk = full.value
    await signIn(kiosk.call)
    const { call } = kiosk
    const firstPage = await call('submission.list', { limit: 50 })
    const before = firstPage.at(-1)?.id ?? ''
    return [
      plain('rows', count),
      plain('start-up, empty, ms', empty.ms),
      plain('start-up, full, ms', full.ms),
      atMost('start-up, full - empty, ms', full.ms - empty.ms, 1000),
      atMost('next-job query p95 ms', nextJob, 50),
      atMost('first page (50) p95 ms', await p95(() => call('submission.list', { limit: 50 })), 50),
      atMost('later page (50) p95 ms', await p95(() => call('submission.list', { limit: 50, before })), 50),
      atMost(
        'search (50 of all) p95 ms',
        await p95(() => call('submission.list', { limit: 50, search: 'contoh' })),
        50,
      ),
      // Nothing matches: every row is looked at.
      atMost(
        'search without a match p95 ms',
        await p95(() => call('submission.list', { limit: 50, search: 'tidakada' })),
        50,
      ),
      atMost('status p95 ms', await p95(() => call('app.status', {})), 50),
      atMost('one receipt p95 ms', await p95(() => call('submission.receipt', { id: before })), 50),
      ...(await measureBackup(kiosk)),
    ]
  } finally {
    await kiosk.remove()
    rmSync(keyFile, { force: true })
  }
}

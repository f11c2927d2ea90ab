import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../../bench/ktp/random.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { type Call, PIN, setUpAndSignIn, signIn } from '../../helpers/kiosk.ts'
import { noisyPicture, registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { confirmCodes, correctionsAt, receivedAt } from '../core/central-records.ts'
import { type KillableKiosk, startKillableKiosk } from './killable-kiosk.ts'

const OFFLINE = 'http://127.0.0.1:9'
const SEED = Number(process.env.KILL_SEED ?? 20_261_127)
/** When the plug is pulled, and within how many milliseconds of that call. */
const MOMENTS = [
  ['while a step is saved', 'save', 25],
  ['while it is submitted', 'submit', 60],
  ['after it was stored, before anybody saw the answer', 'answer', 0],
] as const
/** Its face photo is refused (docs/demo.md). */
const REFUSED = testPerson(9998)

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const random = createRandom(SEED)

let root = ''
let central: TestCentral
/** A kiosk with one refused registration for each moment. */
let template = ''
const olds: string[] = []
const startOn = (dataDir: string, url?: string) => startKillableKiosk(dataDir, join(root, 'key'), url)
const rowsOf = (call: Call) => call('submission.list', { limit: 50 })

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kiosk-correct-'))
  template = join(root, 'template')
  central = await startTestCentral({ demo: false })
  const kiosk = await startOn(template)
  await setUpAndSignIn(kiosk.call, central)
  for (const _ of MOMENTS) olds.push((await registerPerson(kiosk.call, REFUSED)).reference)
  await waitUntil('all are refused', async () => {
    await kiosk.call('sync.now', {})
    const rows = await rowsOf(kiosk.call)
    for (const { id, state } of rows) if (state === 'menunggu-verifikasi') confirmCodes(central.dataDir, id)
    return rows.every(({ state }) => state === 'ditolak')
  })
  await kiosk.kill()
}, 120_000)
afterAll(async () => {
  await central?.stop()
  rmSync(root, { recursive: true, force: true })
})

/** Gives again what was refused, up to the review. */
async function mend(call: Call): Promise<void> {
  await call('visit.saveStep', { step: 'nik', values: { nikBenar: true }, advance: true })
  await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: await noisyPicture() })
  await call('visit.saveStep', { step: 'swafoto', values: { tanpaKacamataMasker: true }, advance: true })
  await call('visit.saveStep', { step: 'tinjau', values: { sudahDitinjau: true }, advance: true })
}

/** Corrects and pulls the plug. */
async function correctAndKill(kiosk: KillableKiosk, id: string, moment: string, withinMs: number) {
  const { call } = kiosk
  await call('submission.correct', { id, pin: PIN })
  if (moment !== 'save') await mend(call)
  const work = (moment === 'save' ? mend(call) : call('visit.submit', {})).catch(() => undefined)
  if (moment === 'answer') await work
  else await pause(random.range(0, withinMs))
  await Promise.all([work, kiosk.kill()])
}

it.each(MOMENTS)(
  `a correction is whole or not there: %s (seed ${SEED})`,
  { timeout: 120_000 },
  async (...row) => {
    const [, moment, withinMs] = row
    const reference = olds[MOMENTS.findIndex(([, name]) => name === moment)] ?? ''
    const dataDir = join(root, moment)
    cpSync(template, dataDir, { recursive: true })
    let kiosk = await startOn(dataDir, OFFLINE)
    await signIn(kiosk.call)
    const old = (await rowsOf(kiosk.call)).find((one) => one.reference === reference)
    const oldId = old?.id ?? ''
    await correctAndKill(kiosk, oldId, moment, withinMs)

    kiosk = await startOn(dataDir, OFFLINE)
    try {
      await signIn(kiosk.call)
      const rows = await rowsOf(kiosk.call)
      const made = rows.filter((one) => one.corrects === reference)
      const drafts = await kiosk.call('draft.list', {})
      // Either the visit or the new registration, and the old one knows of the latter.
      expect([made.length + drafts.length, rows.length]).toEqual([1, olds.length + made.length])
      expect(rows.find((one) => one.reference === reference)).toMatchObject({
        state: 'ditolak',
        correctedBy: made[0]?.reference ?? null,
      })
      if (moment === 'answer') expect(made).toHaveLength(1)
      const [draft] = drafts
      if (draft) {
        const visit = await kiosk.call('draft.resume', { id: draft.id, pin: PIN })
        expect(visit.values).toMatchObject({ nik: REFUSED.nik, email: REFUSED.email })
        await mend(kiosk.call)
        expect(await kiosk.call('visit.submit', {})).toMatchObject({ corrects: reference })
      }
      await kiosk.kill()

      kiosk = await startOn(dataDir)
      await signIn(kiosk.call)
      const before = receivedAt(central.dataDir).length
      const sent = await waitUntil('the correction is sent', async () => {
        await kiosk.call('sync.now', {})
        const found = (await rowsOf(kiosk.call)).filter((one) => one.corrects === reference)
        return found.every(({ state }) => state === 'menunggu-verifikasi') && found
      })
      expect(sent).toHaveLength(1)
      expect(receivedAt(central.dataDir).length).toBeLessThanOrEqual(before + 1)
      expect(correctionsAt(central.dataDir).filter(({ corrects }) => corrects === oldId)).toEqual([
        { id: sent[0]?.id, corrects: oldId },
      ])
    } finally {
      await kiosk.kill()
    }
  },
)

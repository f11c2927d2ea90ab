import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { openStore } from '../../../src/main/services/store/index.ts'
import { loadOrCreateDataKey, openKeyFile } from '../../../src/main/services/vault/index.ts'
import { auditOf } from '../../helpers/audit.ts'
import { PIN } from '../../helpers/kiosk.ts'
import { fillVisit, portrait, testPerson } from '../../helpers/register.ts'
import { startTestDesk, type TestDesk } from './desk.ts'

const override = { finding: 'turn', reason: 'kondisi-pemohon', pin: PIN }

let desk: TestDesk
beforeEach(async () => {
  desk = await startTestDesk()
  await fillVisit(desk.kiosk().call, testPerson(4))
})
afterEach(() => desk?.remove())

const keep = (more: Partial<typeof override>) =>
  desk.kiosk().app.dispatch('visit.keepPhoto', {
    purpose: 'swafoto',
    jpeg: portrait(),
    override: { ...override, ...more },
  })
const keepGood = () => desk.kiosk().call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
const visit = () => desk.kiosk().call('visit.current', {})

/** Submits, and reads what the stopped kiosk has stored of it. */
async function submitted() {
  const id = (await visit())?.id ?? ''
  await desk.kiosk().call('visit.submit', {})
  const { dataDir } = desk.kiosk()
  let data = ''
  let audit: Awaited<ReturnType<typeof auditOf>> = []
  await desk.restartKiosk(async () => {
    const { keys } = await openKeyFile({ path: `${dataDir}.key`, dataDir, createWhenMissing: false })
    const store = openStore(dataDir, await loadOrCreateDataKey(dataDir, keys, () => new Uint8Array()), 'real')
    data = store.submissions.find(id)?.data ?? ''
    store.close()
    audit = await auditOf(dataDir)
  })
  return { payload: SubmissionPayload.parse(JSON.parse(data)), audit }
}

describe('a face photo that the checks refused', () => {
  it('is kept with the PIN and a reason, and both the registration and the audit trail tell so', async () => {
    desk.clock.advance(60_000)
    const at = desk.clock.now().toISOString()
    expect(await keep({})).toMatchObject({ ok: true, value: { photos: { swafoto: { takenAt: at } } } })
    const staff = (await desk.kiosk().call('app.status', {})).staff
    const { payload, audit } = await submitted()
    expect(payload.photoOverrides).toEqual([
      {
        purpose: 'swafoto',
        finding: 'turn',
        reason: 'kondisi-pemohon',
        petugas: { id: staff?.id, name: staff?.name },
        at,
      },
    ])
    const told = audit.filter(({ action }) => action === 'visit.photo-overridden')
    expect(told).toEqual([
      {
        at,
        staffId: staff?.id,
        action: 'visit.photo-overridden',
        subject: payload.id,
        detail: 'swafoto: turn',
      },
    ])
  })

  it('is not kept with a wrong PIN, and a wrong PIN counts', async () => {
    const before = (await visit())?.photos.swafoto?.takenAt
    desk.clock.advance(60_000)
    expect(await keep({ pin: '000001' })).toEqual({
      ok: false,
      error: { code: 'pin-wrong', triesLeft: 4 },
    })
    expect((await visit())?.photos.swafoto?.takenAt).toBe(before)
    expect((await submitted()).payload.photoOverrides).toBeUndefined()
  })

  it('is refused without a reason, a finding or a PIN', async () => {
    const broken = [{ reason: 'ok' }, { reason: '   ' }, { finding: 'Turn; drop' }, { pin: '' }]
    for (const each of broken)
      expect(await keep(each)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  it('leaves no mark when a good one takes its place', async () => {
    await keep({})
    await keepGood()
    expect((await submitted()).payload.photoOverrides).toBeUndefined()
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { PIN, setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { portrait } from '../../helpers/register.ts'
import { mountSmallDisk, type SmallDisk } from '../../helpers/small-disk.ts'

const FULL = { ok: false, error: { code: 'store', reason: 'disk-full' } }
const SIAPA = { step: 'siapa', values: { pemohon: 'asn' }, advance: true } as const

let disk: SmallDisk | undefined
let keys = ''
let central: TestCentral
let kiosk: TestKiosk | undefined

beforeEach(async () => {
  disk = mountSmallDisk()
  keys = mkdtempSync(join(tmpdir(), 'kiosk-keys-'))
  central = await startTestCentral({ demo: false })
})
afterEach(async () => {
  await kiosk?.stop()
  kiosk = undefined
  await central.stop()
  disk?.remove()
  rmSync(keys, { recursive: true, force: true })
})

/** A kiosk on the small disk with a visit open; the space it says it has is enough to begin. */
async function startVisit(context: TestContext) {
  if (!disk) return context.skip('a small tmpfs can be mounted by root alone')
  const start = () =>
    startTestKiosk({ dataDir: join(disk?.folder ?? '', 'data'), keyFile: join(keys, 'key') })
  kiosk = await start()
  await setUpAndSignIn(kiosk.call, central)
  await kiosk.call('visit.start', { service: 'profil', language: 'id' })
  return { disk, kiosk, start }
}

describe('the disk is full in the middle of a visit', () => {
  it('every call says so, nothing is lost or half stored, and each works once there is room', async (context) => {
    const at = await startVisit(context)
    if (!at) return
    const { app, call } = at.kiosk
    await call('visit.saveStep', SIAPA)
    await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
    const before = await call('visit.current', {})
    const ask = (channel: string, input: object) => app.dispatch(channel, input)
    const checked = {
      step: 'syarat',
      values: { dibawa: ['ktp', 'hp', 'email', 'nip-nrp', 'npwp'] },
      advance: true,
    }

    at.disk.fill()
    expect(await ask('visit.saveStep', checked)).toEqual(FULL)
    expect(await ask('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })).toEqual(FULL)
    expect(await ask('visit.setLanguage', { language: 'en' })).toEqual(FULL)
    expect(await ask('visit.pause', {})).toEqual(FULL)
    expect(await ask('visit.end', { reason: 'withdrawn' })).toEqual(FULL)
    expect(await call('visit.current', {})).toEqual(before)
    expect(await call('app.status', {})).toMatchObject({ visit: 'open', staff: {} })

    at.disk.empty()
    expect(await call('visit.saveStep', checked as never)).toMatchObject({ step: 'persetujuan' })
    await call('visit.setLanguage', { language: 'en' })
    await call('visit.pause', {})
    const [draft] = await call('draft.list', {})
    at.disk.fill()
    expect(await ask('draft.resume', { id: draft?.id, pin: PIN })).toEqual(FULL)
    expect(await ask('draft.wipe', { id: draft?.id, pin: PIN })).toEqual(FULL)
    at.disk.empty()
    expect(await call('draft.resume', { id: draft?.id ?? '', pin: PIN })).toMatchObject({ language: 'en' })
    await call('visit.end', { reason: 'withdrawn' })
    expect(await call('app.status', {})).toMatchObject({ visit: 'none', drafts: 0 })
  })

  it('the screen is locked and the shift ends all the same', async (context) => {
    const at = await startVisit(context)
    if (!at) return
    const { app, call } = at.kiosk
    await call('visit.saveStep', SIAPA)
    at.disk.fill()
    expect(await app.dispatch('visit.lock', {})).toEqual(FULL)
    expect((await call('app.status', {})).visit).toBe('locked')
    expect(await app.dispatch('visit.current', {})).toMatchObject({ error: { code: 'locked' } })
    at.disk.empty()
    expect(await call('visit.unlock', { pin: PIN })).toMatchObject({ values: { pemohon: 'asn' } })
    at.disk.fill()
    expect(await app.dispatch('staff.signOut', {})).toEqual(FULL)
    expect(await call('app.status', {})).toMatchObject({ staff: null, visit: 'locked' })
    at.disk.empty()
    await signIn(call)
    expect(await call('visit.unlock', { pin: PIN })).toMatchObject({ step: 'syarat' })
  })

  it('switched off with the disk full: the next start says so and touches nothing; with room the visit is there', async (context) => {
    const at = await startVisit(context)
    if (!at) return
    await at.kiosk.call('visit.saveStep', SIAPA)
    await at.kiosk.stop()
    at.disk.fill()
    kiosk = await at.start()
    expect((await kiosk.call('app.status', {})).problem).toBe('disk-full')
    at.disk.empty()
    expect((await kiosk.call('app.status', {})).problem).toBeNull()
    await signIn(kiosk.call)
    expect(await kiosk.call('draft.list', {})).toMatchObject([{ step: 'syarat' }])
  })
})

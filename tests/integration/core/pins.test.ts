import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '#shared/domain/errors.ts'
import { createTestClock } from '../../helpers/clock.ts'
import { PIN, setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'

const WRONG = '111222'
const OTHER_PIN = '730154'

describe('PINs', () => {
  const clock = createTestClock()
  let kiosk: TestKiosk
  let petugas = ''

  beforeAll(async () => {
    kiosk = await startTestKiosk({ clock })
    await setUpAndSignIn(kiosk.call, null)
    petugas = (await kiosk.call('staff.add', { name: 'Budi Contoh', role: 'petugas', pin: OTHER_PIN })).id
  })
  afterAll(() => kiosk?.remove())

  const tryPin = async (pin: string, staffId = petugas): Promise<'ok' | AppError> => {
    const answer = await kiosk.app.dispatch('staff.signIn', { staffId, pin })
    return answer.ok ? 'ok' : answer.error
  }
  const restart = async () => {
    await kiosk.stop()
    kiosk = await startTestKiosk({ clock, dataDir: kiosk.dataDir })
  }
  const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000).toISOString()

  it('count down to a lock of 15 minutes at the fifth wrong one', async () => {
    for (const triesLeft of [4, 3, 2, 1])
      expect(await tryPin(WRONG)).toEqual({ code: 'pin-wrong', triesLeft })
    expect(await tryPin(WRONG)).toEqual({ code: 'pin-locked', until: inMinutes(15) })
  })

  it('stay locked over a restart, also for the right PIN, and nobody else is locked', async () => {
    await restart()
    clock.advance(14 * 60_000 + 59_000)
    expect(await tryPin(OTHER_PIN)).toMatchObject({ code: 'pin-locked' })
    await signIn(kiosk.call, PIN).catch(() => undefined)
    const admin = (await kiosk.call('staff.choices', {})).find((choice) => choice.role === 'admin')
    expect(await tryPin(PIN, admin?.id)).toBe('ok')
  })

  it('open after 15 minutes, with five new tries', async () => {
    clock.advance(1_000)
    expect(await tryPin(WRONG)).toEqual({ code: 'pin-wrong', triesLeft: 4 })
    expect(await tryPin(OTHER_PIN)).toBe('ok')
    expect(await tryPin(WRONG)).toEqual({ code: 'pin-wrong', triesLeft: 4 })
  })

  it('count over a restart, and all at once', async () => {
    await restart()
    const answers = await Promise.all([1, 2, 3, 4].map(() => tryPin(WRONG)))
    expect(answers.filter((answer) => answer !== 'ok' && answer.code === 'pin-locked')).toHaveLength(1)
    expect(await tryPin(OTHER_PIN)).toMatchObject({ code: 'pin-locked' })
  })

  it('locked while the clock was years ahead open 15 minutes after it was set right', async () => {
    const right = clock.now()
    clock.set(new Date('2031-01-01T00:00:00Z'))
    for (let n = 0; n < 5; n += 1) await tryPin(WRONG)
    clock.set(right)
    expect(await tryPin(OTHER_PIN)).toEqual({ code: 'pin-locked', until: inMinutes(15) })
    clock.advance(15 * 60_000)
    expect(await tryPin(WRONG)).toEqual({ code: 'pin-wrong', triesLeft: 4 })
    expect(await tryPin(OTHER_PIN)).toBe('ok')
    for (let n = 0; n < 5; n += 1) await tryPin(WRONG)
  })

  it('are made new by an admin, which also opens the lock; weak ones are refused', async () => {
    const admin = (await kiosk.call('staff.choices', {})).find((choice) => choice.role === 'admin')
    await kiosk.call('staff.signIn', { staffId: admin?.id ?? '', pin: PIN })
    for (const pin of ['000000', '123456', '654321', '121212']) {
      expect(await kiosk.app.dispatch('staff.resetPin', { staffId: petugas, pin })).toEqual({
        ok: false,
        error: { code: 'form', issues: [{ field: 'pin', code: 'pin.weak' }] },
      })
    }
    await kiosk.call('staff.resetPin', { staffId: petugas, pin: '902718' })
    expect(await tryPin(OTHER_PIN)).toEqual({ code: 'pin-wrong', triesLeft: 4 })
    expect(await tryPin('902718')).toBe('ok')
  })

  it('are asked for again after a restart: a shift lives in memory alone', async () => {
    await restart()
    expect((await kiosk.call('app.status', {})).staff).toBeNull()
    await expect(kiosk.call('draft.list', {})).rejects.toMatchObject({ error: { code: 'not-signed-in' } })
  })

  it('of the demonstration open nothing outside it', async () => {
    expect(await tryPin('121212')).toMatchObject({ code: 'pin-wrong' })
  })

  it('are no secret to be asked for by anybody', async () => {
    expect(await tryPin(WRONG, 'tidak-ada')).toEqual({ code: 'not-found', what: 'staff' })
    expect(JSON.stringify(await kiosk.call('staff.choices', {}))).not.toMatch(/pin|hash|salt|tries/i)
  })
})

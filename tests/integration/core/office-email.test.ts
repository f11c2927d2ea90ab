import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditOf } from '../../helpers/audit.ts'
import { PIN } from '../../helpers/kiosk.ts'
import { fillVisit, testPerson } from '../../helpers/register.ts'
import { startTestDesk, type TestDesk } from './desk.ts'

const OFFICE = 'megawati@dinkes.go.id'

describe("an office's e-mail", () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await startTestDesk()
  })
  afterAll(() => desk?.remove())

  const saved = async (values: Record<string, string>, advance: boolean) => {
    const answer = await desk.kiosk().app.dispatch('visit.saveStep', { step: 'kontak', values, advance })
    return answer.ok ? 'ok' : answer.error
  }
  const allowed = (pin = PIN) =>
    desk.kiosk().app.dispatch('visit.allowOfficeEmail', { reason: 'hanya-ini', pin })

  it('passes with the petugas PIN and a reason alone, and another address is judged anew', async () => {
    const refused = { code: 'form', issues: [{ field: 'email', code: 'email.office' }] }
    await fillVisit(desk.kiosk().call, testPerson(1), {
      atCodes: async () => {
        await desk.kiosk().call('visit.goTo', { step: 'kontak' })
        expect(await allowed()).toMatchObject({ ok: false, error: { code: 'wrong-state' } })
        expect(await saved({ email: OFFICE }, true)).toEqual(refused)
        expect(await saved({ alasanEmailKantor: 'hanya-ini' }, true)).toEqual({
          code: 'form',
          issues: [{ field: 'alasanEmailKantor', code: 'field.hidden' }],
        })
        expect(await allowed('111222')).toMatchObject({ ok: false, error: { code: 'pin-wrong' } })
        expect(await saved({}, true)).toEqual(refused)

        expect(await allowed()).toMatchObject({
          ok: true,
          value: { values: { alasanEmailKantor: 'hanya-ini' } },
        })
        expect(await saved({}, true)).toBe('ok')

        await desk.kiosk().call('visit.goTo', { step: 'kontak' })
        expect(await saved({ email: 'lain@dinkes.go.id' }, false)).toBe('ok')
        expect((await desk.kiosk().call('visit.current', {}))?.values.alasanEmailKantor).toBeUndefined()
        expect(await saved({}, true)).toEqual(refused)
        expect(await saved({ email: testPerson(1).email }, true)).toBe('ok')
        await desk.kiosk().call('visit.deferCodes', {})
      },
    })
    const { id } = (await desk.kiosk().call('visit.current', {})) ?? {}
    await desk.kiosk().call('visit.end', { reason: 'withdrawn' })
    await desk.kiosk().stop()
    const [entry, ...others] = (await auditOf(desk.kiosk().dataDir)).filter(
      ({ action }) => action === 'visit.email-overridden',
    )
    expect(others).toEqual([])
    expect(entry).toMatchObject({ subject: id, detail: 'hanya-ini' })
    expect(JSON.stringify(entry)).not.toContain('dinkes')
  })
})

import { describe, expect, it } from 'vitest'
import type { ReceiptView } from '#shared/contract/views.ts'
import { createKiosk } from '../../../src/renderer/app/state/index.ts'
import { freshVisit, ok, openShift, savedReceipt, scriptedCore } from './fixtures.ts'

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('the renderer state', () => {
  it('asks for snapshots first, the visit only when one is open', async () => {
    const core = scriptedCore({
      'app.status': ok({ ...openShift, visit: 'open' }),
      'visit.current': ok(freshVisit),
    })
    const kiosk = createKiosk(core)
    kiosk.start()
    await settle()
    expect(kiosk.store.getState().visit).toEqual(freshVisit)

    const idle = scriptedCore({ 'app.status': ok(openShift) })
    createKiosk(idle).start()
    await settle()
    expect(idle.calls).toEqual(['app.status'])
  })

  it('takes snapshots from answers and from events', async () => {
    const core = scriptedCore({ 'app.status': ok(openShift), 'visit.start': ok(freshVisit) })
    const kiosk = createKiosk(core)
    kiosk.start()
    await kiosk.call('visit.start', { service: 'profil', language: 'id' })
    expect(kiosk.store.getState().visit?.step).toBe('siapa')
    core.say('visit', { ...freshVisit, step: 'syarat' })
    expect(kiosk.store.getState().visit?.step).toBe('syarat')
  })

  it('goes from the visit straight to the receipt, although the core ends the visit first', async () => {
    let answer: (value: unknown) => void = () => undefined
    const core = scriptedCore({
      'app.status': ok({ ...openShift, visit: 'open' }),
      'visit.current': ok(freshVisit),
      'visit.submit': new Promise((resolve) => {
        answer = resolve
      }),
    })
    const kiosk = createKiosk(core)
    kiosk.start()
    await settle()
    const submitted = kiosk.call('visit.submit', {})
    await settle()
    core.say('visit', null)
    core.say('app.status', openShift)
    expect(kiosk.store.getState().visit).not.toBeNull()
    answer(ok<ReceiptView>(savedReceipt))
    await submitted
    expect(kiosk.store.getState()).toMatchObject({ visit: null, receipt: { reference: 'KT-7F3K-92QD' } })
  })

  it('keeps the visit on the screen when submitting fails', async () => {
    const core = scriptedCore({
      'app.status': ok({ ...openShift, visit: 'open' }),
      'visit.current': ok(freshVisit),
      'visit.submit': { ok: false, error: { code: 'unexpected', ref: 'K-4F2' } },
    })
    const kiosk = createKiosk(core)
    kiosk.start()
    await settle()
    await kiosk.call('visit.submit', {})
    expect(kiosk.store.getState()).toMatchObject({ visit: { step: 'siapa' }, receipt: null })
  })

  it('takes a locked visit off the screen, whatever event was missed', async () => {
    const core = scriptedCore({
      'app.status': ok({ ...openShift, visit: 'open' }),
      'visit.current': ok(freshVisit),
    })
    const kiosk = createKiosk(core)
    kiosk.start()
    await settle()
    core.say('app.status', { ...openShift, visit: 'locked' })
    expect(kiosk.store.getState().visit).toBeNull()
  })

  it('asks again when an error shows that its picture is out of date, and after a lost connection', async () => {
    const core = scriptedCore({
      'app.status': ok(openShift),
      'visit.goTo': { ok: false, error: { code: 'locked' } },
    })
    const kiosk = createKiosk(core)
    kiosk.start()
    await settle()
    await kiosk.call('visit.goTo', { step: 'siapa' })
    expect(core.calls.filter((channel) => channel === 'app.status')).toHaveLength(2)
    core.connection('lost')
    expect(kiosk.store.getState().connection).toBe('lost')
    core.connection('connected')
    await settle()
    expect(core.calls.filter((channel) => channel === 'app.status')).toHaveLength(3)
  })

  it('says how many were waiting when the network comes back', async () => {
    const core = scriptedCore({
      'app.status': ok({ ...openShift, network: { ...openShift.network, online: false } }),
    })
    const kiosk = createKiosk(core)
    const stop = kiosk.start()
    await settle()
    core.say('app.status', { ...openShift, queue: { ...openShift.queue, waiting: 7 } })
    expect(kiosk.store.getState().networkBack).toBe(7)
    stop()
  })

  it('leaves nothing of one registrant to the next', () => {
    const kiosk = createKiosk(scriptedCore(), {
      language: 'en',
      textSize: 200,
      highContrast: true,
      receipt: savedReceipt,
      page: 'status-check',
    })
    kiosk.toStart()
    expect(kiosk.store.getState()).toMatchObject({
      language: 'id',
      textSize: 100,
      highContrast: false,
      receipt: null,
      page: 'start',
    })
  })

  it('steps the text size and starts over after 200 %', () => {
    const kiosk = createKiosk(scriptedCore())
    const seen = [1, 2, 3, 4].map(() => {
      kiosk.nextTextSize()
      return kiosk.store.getState().textSize
    })
    expect(seen).toEqual([125, 150, 200, 100])
  })
})

import { afterEach, expect, it } from 'vitest'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { rowsOf, startTestDesk, type TestDesk, untilAll } from './desk.ts'
import type { MoodyProxy } from './moody-proxy.ts'

/** A kiosk that is enrolled anew is another device to the central: what it sent before must not be forgotten between the two. */
let desk: TestDesk
afterEach(() => desk?.remove())

const stateOf = async (id: string) => (await rowsOf(desk.kiosk())).find((row) => row.id === id)?.state
const handedOver = () => desk.proxy.requests.filter((request) => request.startsWith('PUT /v1/submissions'))

/**
 * Two registrations are sent, nothing is heard of them, and the kiosk is enrolled anew.
 * @param mood of the line from then on, given the ids
 */
async function enrolAnew(mood: (ids: readonly string[]) => MoodyProxy['mood']): Promise<string[]> {
  desk = await startTestDesk()
  desk.proxy.mood = (request) => (request.includes('/v1/changes') ? 'drop' : 'pass')
  for (const n of [1, 2]) await registerPerson(desk.kiosk().call, testPerson(n))
  await untilAll(desk.kiosk(), 'terkirim')
  const ids = (await rowsOf(desk.kiosk())).map((row) => row.id).sort()
  const enrolmentCode = desk.central().newEnrolmentCode()
  desk.proxy.requests.length = 0
  desk.proxy.mood = mood(ids)
  await desk.kiosk().call('app.enrol', { url: desk.proxy.url, enrolmentCode })
  return ids
}

it('hears what became of everything it sent before, without sending it again', async () => {
  await enrolAnew(() => () => 'pass')
  await waitUntil('the central reports', async () => {
    await desk.kiosk().call('sync.now', {})
    return (await rowsOf(desk.kiosk())).every((row) => row.state === 'menunggu-verifikasi')
  })
  expect(desk.proxy.requests.filter((request) => request.includes('/v1/uploads'))).toEqual([])
  // Each is asked for once, not at every look.
  const asked = handedOver().length
  await desk.kiosk().call('sync.now', {})
  expect(handedOver()).toHaveLength(asked)
})

it('does not let one that the central refuses hold up the others', async () => {
  const [first = '', second = ''] = await enrolAnew(([refused]) => (request) => {
    return request === `PUT /v1/submissions/${refused}` ? { status: 409 } : 'pass'
  })
  await waitUntil('the central reports', async () => {
    await desk.kiosk().call('sync.now', {})
    return (await stateOf(second)) === 'menunggu-verifikasi'
  })
  expect(await stateOf(first)).toBe('terkirim')
})

it('asks again after the line broke in the middle', async () => {
  const [, second = ''] = await enrolAnew(([, broken]) => (request) => {
    return request === `PUT /v1/submissions/${broken}` ? 'drop' : 'pass'
  })
  await waitUntil('the first was asked for', async () => {
    await desk.kiosk().call('sync.now', {})
    return handedOver().some((request) => request.endsWith(second))
  })
  desk.proxy.mood = () => 'pass'
  await waitUntil('the central reports', async () => {
    await desk.kiosk().call('sync.now', {})
    return (await stateOf(second)) === 'menunggu-verifikasi'
  })
})

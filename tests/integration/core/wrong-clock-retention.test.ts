import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPlainCore, type PlainCore } from './plain-core.ts'

const DAY = 24 * 60 * 60_000

const SUMMARY = {
  petugas: 'Petugas Contoh',
  office: 'LPSE Contoh',
  maskedName: 'C***',
  maskedNik: '6271 **** **** 0001',
  maskedEmail: 'c***@gmail.com',
  birthDateKey: '',
  deferred: [],
  language: 'id',
}

let core: PlainCore
beforeEach(() => {
  core = createPlainCore()
})
afterEach(() => core.remove())

/** A registration with its receipt and its working copy, as far as the central's verdict. */
function sent(): string {
  const id = uuidv7()
  const at = core.clock.now().toISOString()
  core.store.submissions.insert({
    id,
    reference: `KT-${id.slice(-8)}`,
    service: 'profil',
    state: 'menunggu-verifikasi',
    stateSince: at,
    submittedAt: at,
    petugasId: 'p',
    nikKey: Buffer.alloc(32),
    data: '{"nama":"CONTOH"}',
    summary: JSON.stringify(SUMMARY),
    packetSha256: 'x',
    packetBytes: 1,
    uploadUrl: null,
    receipt: 'x.y.z',
    central: null,
  })
  return id
}
const report = (id: string, state: 'terverifikasi' | 'ditolak') =>
  core.submissions.apply(id, { type: 'central-status', state })
const kept = (id: string) => core.store.submissions.find(id)?.data !== null

it('a working copy stays while the clock says 2030, and is erased a day after the verdict once it is right', () => {
  const id = sent()
  report(id, 'terverifikasi')
  const right = core.clock.now()
  core.clock.set(new Date('2030-01-01T00:00:00Z'))
  expect(core.retention.sweep()).toEqual([])
  core.clock.set(right)
  core.clock.advance(DAY - 60_000)
  expect(core.retention.sweep()).toEqual([])
  core.clock.advance(2 * 60_000)
  expect(core.retention.sweep()).toEqual([id])
})

it('a verdict that came while the clock was years behind is not old when it is set right', () => {
  const right = core.clock.now()
  const id = sent()
  core.clock.set(new Date('2020-01-01T00:00:00Z'))
  report(id, 'ditolak')
  expect(core.retention.sweep()).toEqual([])
  core.clock.set(right)
  expect(core.retention.sweep()).toEqual([])
  core.clock.advance(13 * DAY)
  expect(core.retention.sweep()).toEqual([])
  expect(kept(id)).toBe(true)
  core.clock.advance(2 * DAY)
  expect(core.retention.sweep()).toEqual([id])
})

it('a verdict that came while the clock was years ahead does not keep the copy for years', () => {
  const right = core.clock.now()
  const id = sent()
  core.clock.set(new Date('2030-01-01T00:00:00Z'))
  report(id, 'terverifikasi')
  core.clock.set(right)
  core.clock.advance(DAY + 60_000)
  expect(core.retention.sweep()).toEqual([id])
  expect(kept(id)).toBe(false)
})

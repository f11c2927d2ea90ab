import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { startCuttingProxy } from '../../helpers/cutting-proxy.ts'
import { type EnrolledKiosk, enrolKiosk, must, noteHooks } from '../../helpers/enrolled-kiosk.ts'
import { fakeJpeg, makePacket, makePayload, writePacket } from '../../helpers/packet.ts'

let dataDir: string
let central: TestCentral
let kiosk: EnrolledKiosk

const start = () => startTestCentral({ dataDir })

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiosk-central-'))
  central = await start()
  kiosk = await enrolKiosk(central)
})
afterEach(async () => {
  await central.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Puts the database back to the moment between receipt and opening, as a power cut would leave it. */
function forgetOpening(id: string): void {
  const db = new Database(join(dataDir, 'central.sqlite'))
  db.prepare('DELETE FROM changes WHERE submission_id = ?').run(id)
  db.prepare('UPDATE submissions SET state = NULL, payload = NULL, decide_at = NULL WHERE id = ?').run(id)
  db.close()
}

const packetOf = (photoBytes?: number) => makePacket(kiosk.enrolment.recipients, makePayload(), photoBytes)

describe('a submission is taken once, however often it is sent', () => {
  test('again from the start, again by its upload, and both at once', async () => {
    const packet = await packetOf()
    const hooks = noteHooks()
    const first = must(await kiosk.api.submit(packet, hooks))
    expect(must(await kiosk.api.submit(packet, noteHooks()))).toEqual(first)
    expect(must(await kiosk.api.submit({ ...packet, uploadUrl: hooks.urls[0] ?? '' }, noteHooks()))).toEqual(
      first,
    )
    const both = await Promise.all([1, 2].map(() => kiosk.api.submit(packet, noteHooks())))
    expect(both.map(must)).toEqual([first, first])
    const { items } = must(await kiosk.api.changes(''))
    expect(items.map((item) => item.state)).toEqual(['menunggu-verifikasi', 'terverifikasi'])
    expect(readdirSync(join(dataDir, 'packets'))).toEqual([`${packet.submissionId}.age`])
  })

  test('two deliveries of a new packet at the same time', async () => {
    const packet = await packetOf()
    const [a, b] = await Promise.all([
      kiosk.api.submit(packet, noteHooks()),
      kiosk.api.submit(packet, noteHooks()),
    ])
    expect(must(a)).toEqual(must(b))
    expect(must(await kiosk.api.changes('')).items).toHaveLength(2)
  })

  test('the same id with other contents is refused, with and without an earlier upload', async () => {
    const packet = await packetOf()
    const hooks = noteHooks()
    must(await kiosk.api.submit(packet, hooks))
    const other = writePacket(packet.submissionId, fakeJpeg(500))
    const conflict = { ok: false, error: { kind: 'refused', status: 409, problem: 'submission-conflict' } }
    expect(await kiosk.api.submit(other, noteHooks())).toMatchObject(conflict)
    expect(await kiosk.api.submit({ ...other, uploadUrl: hooks.urls[0] ?? '' }, noteHooks())).toMatchObject(
      conflict,
    )
  })

  test('a known receipt costs no second upload', async () => {
    const packet = await packetOf()
    const hooks = noteHooks()
    must(await kiosk.api.submit(packet, hooks))
    const again = noteHooks()
    must(await kiosk.api.submit({ ...packet, uploadUrl: hooks.urls[0] ?? '' }, again))
    expect(again).toMatchObject({ urls: [], progress: [] })
  })
})

describe('a packet that another kiosk brings, because its own one died', () => {
  const another = () => enrolKiosk({ url: central.url, enrolmentCode: central.newEnrolmentCode() })
  const states = async ({ api }: EnrolledKiosk, cursor = '') =>
    must(await api.changes(cursor)).items.map((item) => item.state)

  test('is taken once: the same answer, and both follow it, also what was decided before', async () => {
    const packet = await packetOf()
    const first = must(await kiosk.api.submit(packet, noteHooks()))
    expect(await states(kiosk)).toEqual(['menunggu-verifikasi', 'terverifikasi'])
    const other = await another()
    expect(must(await other.api.submit(packet, noteHooks()))).toEqual(first)
    expect(must(await other.api.submit(packet, noteHooks()))).toEqual(first)
    expect(await states(other)).toEqual(['terverifikasi'])
    // Its own kiosk hears nothing twice.
    expect(await states(kiosk)).toHaveLength(2)
    expect(readdirSync(join(dataDir, 'packets'))).toEqual([`${packet.submissionId}.age`])
  })

  test('what is decided later reaches both', async () => {
    const packet = await makePacket(kiosk.enrolment.recipients, makePayload({ deferred: ['phone-code'] }))
    must(await kiosk.api.submit(packet, noteHooks()))
    const other = await another()
    must(await other.api.submit(packet, noteHooks()))
    expect([await states(kiosk), await states(other)]).toEqual([
      ['menunggu-verifikasi'],
      ['menunggu-verifikasi'],
    ])
    const db = new Database(join(dataDir, 'central.sqlite'))
    db.prepare('UPDATE links SET expires_at = 0').run()
    db.close()
    expect([(await states(kiosk)).at(-1), (await states(other)).at(-1)]).toEqual(['ditolak', 'ditolak'])
  })

  test('is refused with other contents, and from another office', async () => {
    const packet = await packetOf()
    must(await kiosk.api.submit(packet, noteHooks()))
    const conflict = { ok: false, error: { kind: 'refused', status: 409, problem: 'submission-conflict' } }
    const forged = writePacket(packet.submissionId, fakeJpeg(500))
    expect(await (await another()).api.submit(forged, noteHooks())).toMatchObject(conflict)
    await central.stop()
    central = await startTestCentral({ dataDir, office: { code: 'LPSE-LAIN', name: 'LPSE Lain' } })
    const stranger = await another()
    expect(await stranger.api.submit(packet, noteHooks())).toMatchObject(conflict)
    expect(await states(stranger)).toEqual([])
  })
})

describe('a packet that was damaged on the way', () => {
  test('is never called received, and is sent again from the start once', async () => {
    const packet = await packetOf(40_000)
    const api = kiosk.at(central.url, { chunkBytes: 10_000 })
    const stop = new AbortController()
    const hooks = noteHooks(stop.signal)
    await api.submit(packet, { ...hooks, onProgress: () => stop.abort() })
    const upload = hooks.urls[0]?.slice(-32) ?? ''
    // A bit rots on the central's disk.
    const file = join(dataDir, 'uploads', upload)
    const bytes = readFileSync(file)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const again = noteHooks()
    const receipt = must(await api.submit({ ...packet, uploadUrl: hooks.urls[0] ?? '' }, again))
    expect(receipt.sha256).toBe(packet.sha256)
    expect(again.urls).toHaveLength(1)
    expect(readdirSync(join(dataDir, 'uploads'))).toEqual([])
  })

  test('whose announced hash is wrong is refused', async () => {
    const packet = await packetOf()
    const answer = await kiosk.api.submit({ ...packet, sha256: '0'.repeat(64) }, noteHooks())
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 422, problem: 'hash-mismatch' },
    })
    expect(must(await kiosk.api.changes('')).items).toEqual([])
    expect(readdirSync(join(dataDir, 'packets'))).toEqual([])
  })
})

describe('an upload goes on where it stopped', () => {
  test('after the line was cut and the central was stopped half way', async () => {
    const packet = await packetOf(300_000)
    let target = central.url
    const proxy = await startCuttingProxy(() => target)
    try {
      const api = kiosk.at(proxy.url, { chunkBytes: 64 * 1024 })
      must(await api.changes(''))
      proxy.cutAfter(200_000)
      const first = noteHooks()
      expect(await api.submit(packet, first)).toMatchObject({ ok: false, error: { kind: 'offline' } })
      expect(proxy.isCut()).toBe(true)
      expect(first.urls).toHaveLength(1)
      await central.stop()
      expect(await api.submit({ ...packet, uploadUrl: first.urls[0] ?? '' }, noteHooks())).toMatchObject({
        ok: false,
        error: { kind: 'offline' },
      })

      central = await start()
      target = central.url
      proxy.mend()
      const arrived = statSync(join(dataDir, 'uploads', first.urls[0]?.slice(-32) ?? '')).size
      // All that passed before the line went dead, but for the requests' heads.
      expect(arrived).toBeGreaterThan(180_000)
      const second = noteHooks()
      const receipt = must(await api.submit({ ...packet, uploadUrl: first.urls[0] ?? '' }, second))
      expect(receipt).toMatchObject({ submissionId: packet.submissionId, sha256: packet.sha256 })
      // Nothing that had arrived was sent again, not even the broken chunk's first part.
      expect(second.urls).toEqual([])
      expect(second.progress[0]).toBe(Math.min(packet.bytes, arrived + 64 * 1024))
      const { items } = must(await api.changes(''))
      expect(items.map((item) => item.state)).toEqual(['menunggu-verifikasi', 'terverifikasi'])
    } finally {
      await proxy.stop()
    }
  })

  test('an upload that the central no longer has is begun anew', async () => {
    const packet = await packetOf()
    const hooks = noteHooks()
    const lost = `${central.url}/v1/uploads/${'0'.repeat(32)}`
    must(await kiosk.api.submit({ ...packet, uploadUrl: lost }, hooks))
    expect(hooks.urls).toHaveLength(1)
  })

  test('an upload of another device is never continued', async () => {
    const packet = await packetOf(40_000)
    const stop = new AbortController()
    const hooks = noteHooks(stop.signal)
    const api = kiosk.at(central.url, { chunkBytes: 10_000 })
    const stopped = await api.submit(packet, { ...hooks, onProgress: () => stop.abort() })
    expect(stopped).toEqual({ ok: false, error: { kind: 'offline', detail: 'aborted' } })
    const mine = join(dataDir, 'uploads', hooks.urls[0]?.slice(-32) ?? '')
    const arrived = statSync(mine).size
    const other = await enrolKiosk({ url: central.url, enrolmentCode: central.newEnrolmentCode() })
    const theirs = noteHooks()
    must(await other.api.submit({ ...packet, uploadUrl: hooks.urls[0] ?? '' }, theirs))
    expect(theirs.urls[0]).not.toBe(hooks.urls[0])
    expect(arrived).toBeLessThan(packet.bytes)
    expect(statSync(mine).size).toBe(arrived)
  })
})

describe('what was received stays received', () => {
  test('keys, devices, tokens, receipts and states survive a restart', async () => {
    const packet = await packetOf()
    const hooks = noteHooks()
    const receipt = must(await kiosk.api.submit(packet, hooks))
    const before = must(await kiosk.api.changes(''))
    await central.stop()
    central = await start()
    const api = kiosk.at(central.url)
    expect(must(await api.changes(''))).toEqual(before)
    expect(must(await api.submit({ ...packet, uploadUrl: hooks.urls[0] ?? '' }, noteHooks()))).toEqual(
      receipt,
    )
    expect(must(await api.submit(await packetOf(), noteHooks())).jws).toBeTruthy()
  })

  test('a packet that was received but not opened before the end is opened after the next start', async () => {
    const packet = await packetOf()
    must(await kiosk.api.submit(packet, noteHooks()))
    await central.stop()
    forgetOpening(packet.submissionId)
    central = await start()
    const { items } = must(await kiosk.at(central.url).changes(''))
    expect(items.map((item) => item.state)).toEqual(['menunggu-verifikasi', 'terverifikasi'])
    const photos = join(dataDir, 'photos', packet.submissionId)
    expect(readFileSync(join(photos, 'swafoto.jpg')).equals(fakeJpeg(2_000, 1))).toBe(true)
    expect(statSync(join(photos, 'ktp.jpg')).mode & 0o777).toBe(0o600)
  })

  test('a packet that the disk lost holds up no other one, and stays received', async () => {
    const lost = await packetOf()
    const receipt = must(await kiosk.api.submit(lost, noteHooks()))
    await central.stop()
    forgetOpening(lost.submissionId)
    rmSync(join(dataDir, 'packets', `${lost.submissionId}.age`))
    central = await start()
    const api = kiosk.at(central.url)
    const packet = await packetOf()
    must(await api.submit(packet, noteHooks()))
    const { items } = must(await api.changes(''))
    expect(items.map((item) => item.submissionId)).toEqual([packet.submissionId, packet.submissionId])
    expect(must(await api.submit(lost, noteHooks()))).toEqual(receipt)
  })

  test('an enrolment code works once, and again only for the same key', async () => {
    await expect(enrolKiosk(central)).rejects.toThrow(/forbidden/)
    const unused = central.newEnrolmentCode()
    await central.stop()
    central = await start()
    expect(central.enrolmentCode).toBe(unused)
  })

  test('a directory of a demonstration is never used for anything else, nor the other way round', async () => {
    await central.stop()
    await expect(startTestCentral({ dataDir, demo: false })).rejects.toThrow(/demonstration/)
    central = await start()
    const plainDir = mkdtempSync(join(tmpdir(), 'kiosk-central-'))
    const plain = await startTestCentral({ dataDir: plainDir, demo: false })
    expect((await fetch(`${plain.url}/demo/messages`)).status).toBe(404)
    await plain.stop()
    await expect(startTestCentral({ dataDir: plainDir })).rejects.toThrow(/not a demonstration/)
    rmSync(plainDir, { recursive: true })
  })
})

test('a kiosk sees its own submissions only', async () => {
  const packet = await packetOf()
  must(await kiosk.api.submit(packet, noteHooks()))
  const other = await enrolKiosk({ url: central.url, enrolmentCode: central.newEnrolmentCode() })
  expect(must(await other.api.changes('')).items).toEqual([])
})

test('the feed comes in pages, in one order, and an empty page keeps its cursor', async () => {
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) {
    const packet = await packetOf()
    ids.push(packet.submissionId)
    must(await kiosk.api.submit(packet, noteHooks()))
    must(await kiosk.api.changes(''))
  }
  const all = must(await kiosk.api.changes(''))
  expect(all.items.map((item) => item.submissionId)).toEqual(ids.flatMap((id) => [id, id]))
  expect(must(await kiosk.api.changes(all.cursor))).toEqual({
    items: [],
    unreadable: [],
    cursor: all.cursor,
  })
  expect(must(await kiosk.api.changes(all.cursor)).cursor).toBe(all.cursor)
})

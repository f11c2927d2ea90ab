import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompactSign, generateKeyPair, importJWK } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CentralOptions } from '#central/index.ts'
import type { LogEntry } from '../../../src/main/app/app.ts'
import { createAudit } from '../../../src/main/services/audit/index.ts'
import { createEnrolment, RECIPIENTS_PERIOD_MS } from '../../../src/main/services/enrolment/index.ts'
import { openStore } from '../../../src/main/services/store/index.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { createTestClock } from '../../helpers/clock.ts'
import { must, noteHooks } from '../../helpers/enrolled-kiosk.ts'
import { type OddServer, startOddServer } from '../../helpers/odd-server.ts'
import { makePacket } from '../../helpers/packet.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'kiosk-recipients-'))
  folders.push(made)
  return made
}

let central: TestCentral
let centralDir: string
let store: ReturnType<typeof openStore>
let dataDir: string
const clock = createTestClock(new Date())
const logged: LogEntry[] = []

/** The service as a kiosk has it; `url` overrides the stored address, as after a restart of the central. */
const enrolmentAt = (url?: string) =>
  createEnrolment({
    settings: store.settings,
    audit: createAudit(store.audit, clock),
    clock,
    log: (entry) => void logged.push(entry),
    demo: true,
    systemProxy: () => undefined,
    url,
  })
const actions = () => store.audit.list(50).map((row) => `${row.action} ${row.detail ?? ''}`.trim())

beforeEach(async () => {
  logged.length = 0
  centralDir = folder()
  dataDir = folder()
  central = await startTestCentral({ dataDir: centralDir })
  store = openStore(dataDir, null, 'demo')
  must(
    await enrolmentAt().enrol({ ...central, deviceName: 'Kios uji', enrolmentCode: central.enrolmentCode }),
  )
})
afterEach(async () => {
  store.close()
  await central.stop()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

describe('the central changes its key for packets', () => {
  test('a kiosk takes the new one over, and packets sealed before stay readable', async () => {
    const before = enrolmentAt()
    await before.refreshRecipients()
    const [old] = before.current()?.recipients ?? []
    const sealedBefore = await makePacket([old ?? ''])

    await central.stop()
    central = await startTestCentral({ dataDir: centralDir, rotateRecipient: true })
    const enrolment = enrolmentAt(central.url)
    expect(enrolment.current()?.recipients).toEqual([old])
    await enrolment.refreshRecipients()
    const [fresh] = enrolment.current()?.recipients ?? []
    expect(fresh).toMatch(/^age1/)
    expect(fresh).not.toBe(old)
    expect(enrolment.current()?.recipientsVersion).toBe(2)
    expect(actions()).toContain('recipients.changed 2')

    const api = enrolment.api()
    if (!api) throw new Error('no client')
    const sealedAfter = await makePacket([fresh ?? ''])
    for (const packet of [sealedBefore, sealedAfter]) must(await api.submit(packet, noteHooks()))
    const states = must(await api.changes('')).items.filter((item) => item.state === 'terverifikasi')
    expect(states.map((item) => item.submissionId).sort()).toEqual(
      [sealedBefore.submissionId, sealedAfter.submissionId].sort(),
    )
    // What was learnt outlives a restart of the kiosk.
    expect(enrolmentAt(central.url).current()?.recipients).toEqual([fresh])
  })

  test('is asked for by ETag, and not all the time', async () => {
    const enrolment = enrolmentAt()
    await enrolment.refreshRecipients()
    expect(enrolment.current()?.recipientsEtag).toBe('"recipients-1"')
    await central.stop()
    central = await startTestCentral({ dataDir: centralDir, rotateRecipient: true })
    const again = enrolmentAt(central.url)
    await again.refreshRecipients()
    await central.stop()
    central = await startTestCentral({ dataDir: centralDir, rotateRecipient: true })
    const third = enrolmentAt(central.url)
    await third.refreshRecipients()
    expect(third.current()?.recipientsVersion).toBe(3)
    clock.advance(RECIPIENTS_PERIOD_MS - 1)
    await third.refreshRecipients()
    expect(third.current()?.recipientsVersion).toBe(3)
  })
})

describe('the central changes its size limits', () => {
  const limits = { packetBytes: 1_000_000, photoBytes: 200_000 }
  const restart = async (more: Partial<CentralOptions>) => {
    await central.stop()
    central = await startTestCentral({ dataDir: centralDir, ...more })
    const enrolment = enrolmentAt(central.url)
    await enrolment.refreshRecipients()
    return enrolment
  }

  test('a kiosk takes them over with the signed list, and keeps them', async () => {
    const enrolled = enrolmentAt()
    await enrolled.refreshRecipients()
    const first = enrolled.current()
    expect(first?.limits).toEqual({ packetBytes: 20_971_520, photoBytes: 5_242_880 })
    expect((await restart({ limits })).current()).toMatchObject({ limits, recipientsVersion: 2 })
    // A restart alone is no new version.
    expect((await restart({ limits })).current()).toMatchObject({ limits, recipientsVersion: 2 })
    expect((await restart({})).current()).toMatchObject({ limits: first?.limits, recipientsVersion: 3 })
    expect(logged.filter((entry) => entry.event === 'limits.changed')).toHaveLength(2)
    expect(actions().some((action) => action.startsWith('recipients.'))).toBe(false)
  })

  test('are asked for at once when a packet within the known ones was too large', async () => {
    const enrolment = await restart({})
    expect(enrolment.current()?.recipientsVersion).toBe(1)
    await central.stop()
    const port = Number(new URL(central.url).port)
    central = await startTestCentral({ dataDir: centralDir, limits, port })
    await enrolment.refreshRecipients()
    expect(enrolment.current()?.limits).not.toEqual(limits)
    enrolment.doubtLimits()
    await enrolment.refreshRecipients()
    expect(enrolment.current()?.limits).toEqual(limits)
  })
})

describe('a list that is not to be believed', () => {
  let odd: OddServer
  afterEach(() => odd.stop())

  const ATTACKER = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq'
  type Signed = { key?: object; typ?: string; payload?: object; raw?: string }

  /** A central that gives tokens and this list. */
  async function serve({ key, typ = 'lpse-recipients', payload, raw }: Signed): Promise<void> {
    const keys = JSON.parse(readFileSync(join(centralDir, 'keys.json'), 'utf8')) as { receiptKey: object }
    const signer = await importJWK({ ...(key ?? keys.receiptKey) }, 'EdDSA')
    const list = { recipients: [ATTACKER], version: 9, issuedAt: '2026-11-23T02:00:00.000Z', ...payload }
    const document =
      raw ??
      (await new CompactSign(new TextEncoder().encode(JSON.stringify(list)))
        .setProtectedHeader({ alg: 'EdDSA', typ })
        .sign(signer))
    odd = await startOddServer((request, response) => {
      response.setHeader('content-type', 'application/json')
      if (request.url === '/v1/token')
        return response.end(JSON.stringify({ access_token: 'a', token_type: 'Bearer', expires_in: 900 }))
      return response.setHeader('etag', '"x"').end(JSON.stringify({ document }))
    })
  }

  async function refreshed(): Promise<void> {
    const enrolment = enrolmentAt(odd.url)
    const { recipients } = enrolment.current() ?? {}
    await enrolment.refreshRecipients()
    expect(enrolment.current()?.recipients).toEqual(recipients)
    clock.advance(RECIPIENTS_PERIOD_MS)
    await enrolment.refreshRecipients()
    expect(enrolment.current()?.recipients).toEqual(recipients)
  }

  test('signed by another key', async () => {
    const { exportJWK } = await import('jose')
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    await serve({ key: await exportJWK(pair.privateKey) })
    await refreshed()
    expect(logged.filter((entry) => entry.event === 'recipients.refused')).toHaveLength(1)
    expect(actions().filter((action) => action.startsWith('recipients.'))).toEqual([
      'recipients.refused recipients-signature',
    ])
  })

  test.each([
    ['a receipt in its place', { typ: 'lpse-receipt' }, 'recipients-type'],
    ['an older version', { payload: { version: 1 } }, 'older'],
    ['the same version with other keys', { payload: { version: 2 } }, 'same-version'],
    [
      'limits that are none',
      { payload: { limits: { packetBytes: 0, photoBytes: 1 } } },
      'recipients-contents',
    ],
    ['no recipient at all', { payload: { recipients: [] } }, 'recipients-contents'],
    ['no JWS', { raw: 'x.y.z' }, 'recipients-signature'],
  ] as const)('%s', async (_name, signed, reason) => {
    await central.stop()
    central = await startTestCentral({ dataDir: centralDir, rotateRecipient: true })
    await enrolmentAt(central.url).refreshRecipients()
    await serve(signed)
    await refreshed()
    expect(actions()).toContain(`recipients.refused ${reason}`)
  })

  test('the same list signed well is taken: the checks above can fail', async () => {
    await serve({})
    const enrolment = enrolmentAt(odd.url)
    await enrolment.refreshRecipients()
    expect(enrolment.current()?.recipients).toEqual([ATTACKER])
    // An older central names no limits: those that are known stay.
    expect(enrolment.current()?.limits.packetBytes).toBe(20_971_520)
  })
})

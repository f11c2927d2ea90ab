import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../../src/main/services/audit/index.ts'
import { countCorrections, makeReadingReport } from '../../../src/main/services/reading-report/index.ts'
import { openStore, type Store } from '../../../src/main/services/store/index.ts'
import { correctedFields } from '../../../src/main/services/visit/index.ts'
import { KTP_FIELDS, type KtpField } from '../../../src/shared/domain/ktp/fields.ts'
import type { FieldReading } from '../../../src/shared/domain/ktp/reading.ts'
import { getForm } from '../../../src/shared/domain/services/index.ts'
import { createTestClock } from '../../helpers/clock.ts'

const form = getForm('profil')
const step = form.steps.find((candidate) => candidate.screen === 'ktp-confirm')
if (!step) throw new Error('profil has no ktp-confirm step')

const reading = (values: Partial<Record<KtpField, string>>) => ({
  kind: 'read' as const,
  fields: Object.fromEntries(
    KTP_FIELDS.map((id): [KtpField, FieldReading] => [
      id,
      { value: values[id] ?? '', confidence: 0.9, alternatives: [], box: null },
    ]),
  ) as Record<KtpField, FieldReading>,
})

describe('corrections by hand', () => {
  const read = reading({ nama: 'SITI AMINAH', agama: 'ISLAM', alamat: 'JL MELATI NO 4' })

  it('are the fields that differ from what was read, and those typed because nothing was read', () => {
    const values = { nama: 'SITI AMINAH', alamat: 'JL MELATI NO 14', kelDesa: 'MENTENG' }
    expect(correctedFields(step, { reading: read, values })).toEqual(['alamat', 'kelDesa'])
  })
  it('are none where the card was not read', () => {
    const values = { nama: 'SITI AMINAH' }
    expect(correctedFields(step, { reading: { kind: 'no-card' }, values })).toEqual([])
  })
})

describe('the report of corrections', () => {
  let folder: string
  let store: Store
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiosk-report-'))
    store = openStore(folder, null, 'real')
  })
  afterEach(() => {
    store.close()
    rmSync(folder, { recursive: true })
  })

  it('counts cards and corrected fields from a time on', () => {
    const clock = createTestClock()
    const audit = createAudit(store.audit, clock)
    audit.record('visit.ktp-checked', { subject: 'a', detail: 'nama,alamat' })
    const since = clock.now().toISOString()
    clock.advance(1000)
    audit.record('visit.ktp-checked', { subject: 'b', detail: 'alamat' })
    audit.record('visit.ktp-checked', { subject: 'c', detail: '' })
    audit.record('visit.submitted', { subject: 'c' })
    const of = (field: KtpField, from: string) =>
      countCorrections(store.audit, from).find((row) => row.field === field)
    expect(of('alamat', since)).toEqual({ field: 'alamat', corrected: 2, cards: 3 })
    expect(of('nama', clock.now().toISOString())).toEqual({ field: 'nama', corrected: 0, cards: 2 })
  })

  it('looks back a month for the admin, in card order and without a value', () => {
    const clock = createTestClock()
    const audit = createAudit(store.audit, clock)
    audit.record('visit.ktp-checked', { subject: 'old', detail: 'nik' })
    clock.advance(31 * 86_400_000)
    audit.record('visit.ktp-checked', { subject: 'a', detail: 'nama' })
    const report = makeReadingReport(store.audit, clock.now())
    expect(report).toMatchObject({ days: 30, cards: 1 })
    expect(report.fields.map(({ field }) => field)).toEqual(KTP_FIELDS)
    expect(report.fields.filter(({ corrected }) => corrected > 0)).toEqual([{ field: 'nama', corrected: 1 }])
  })
})

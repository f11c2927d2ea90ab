import { type HeldAccess, namedAccess } from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import { DEMO_LISTS } from '../reference/demo-lists.ts'

/** An access in the records; `year` is that of its end, counted from the present one. */
type AccessRecord = Omit<HeldAccess, 'id' | 'akhirBerlaku' | 'instansi' | 'satuanKerja'> & {
  readonly unit: string
  readonly year: number
}

const COMMITMENT: AccessRecord = {
  perwakilan: 'pemda',
  peran: 'ppk',
  unit: '62.71-05',
  jabatan: 'Kepala Bidang Pelayanan Kesehatan',
  state: 'aktif',
  year: 0,
}
const PROCUREMENT: AccessRecord = {
  perwakilan: 'pemda',
  peran: 'pp',
  unit: '62.71-04',
  state: 'aktif',
  year: 1,
}
const TREASURER: AccessRecord = {
  perwakilan: 'pemda',
  peran: 'bendahara',
  jenisBendahara: 'up',
  unit: '62.08-03',
  jabatan: 'Bendahara Pengeluaran',
  state: 'berakhir',
  year: -1,
}

/** Demonstration rules by the last four digits of the NIK (docs/demo.md): purpose-made inputs stand for the records. */
const BY_ENDING: Readonly<Record<string, readonly AccessRecord[]>> = {
  '9995': [],
  '9994': [COMMITMENT, PROCUREMENT, TREASURER],
}

/** A satuan kerja of the demonstration's list and the instansi that it belongs to. */
function placeOf(unit: string): Pick<HeldAccess, 'instansi' | 'satuanKerja'> {
  const satuanKerja = DEMO_LISTS['satuan-kerja'].find(({ code }) => code === unit)
  const instansi = DEMO_LISTS.instansi.find(({ code }) => code === satuanKerja?.parent)
  if (!satuanKerja || !instansi) throw new Error(`no satuan kerja ${unit} in the demonstration's list`)
  const { parent: _, ...entry } = satuanKerja
  return { instansi, satuanKerja: entry }
}

/** The accesses of the person with this NIK, each until the last day of a year. */
export const accessesOf = (nik: string, now: Date): HeldAccess[] =>
  (BY_ENDING[nik.slice(-4)] ?? [COMMITMENT]).map(({ unit, year, ...access }, index) => ({
    id: `akses-${index + 1}`,
    ...access,
    ...placeOf(unit),
    akhirBerlaku: `${now.getUTCFullYear() + year}-12-31`,
  }))

/**
 * Whether the address is that of an account. The records of a real central say so of both contacts and of the very NIK: a
 * code shows only that somebody reads these messages. The demonstration keeps no accounts; `bukan.akun@…` has none.
 */
export const isAccountContact = (email: string): boolean =>
  !email.trim().toLowerCase().startsWith('bukan.akun@')

/** Services that are about an access that is held. */
const ABOUT_HELD: readonly string[] = ['nonaktif-akses', 'reaktivasi-akses']

/** Whether a request is about an access that is held; of a NIK without records of its own the demonstration takes any. */
export function holdsNamedAccess(service: string, values: FormValues): boolean {
  const { nik } = values
  if (!ABOUT_HELD.includes(service) || typeof nik !== 'string' || !(nik.slice(-4) in BY_ENDING)) return true
  return namedAccess(service, accessesOf(nik, new Date(0)), values) !== undefined
}

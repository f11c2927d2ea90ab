import { STORE_PROBLEMS } from '#shared/domain/errors.ts'
import type { Press } from './press.ts'
import { at, page, type Show } from './show.ts'
import { shift } from './visits.ts'

const notSetUp = { status: { ...shift(), setUp: false, staff: null } }
const field = (n: number): Press => ({ focus: `main [class*=fields] > :nth-child(${n}) input` })
const toAdmin: readonly Press[] = [
  field(1),
  { type: 'LPSE-6271' },
  field(2),
  { type: 'LPSE Kota Palangka Raya' },
  field(3),
  { type: 'Kios 1' },
  'btn.Lanjutkan',
]
const toPin: readonly Press[] = [...toAdmin, field(1), { type: 'Budi Contoh' }, 'btn.Lanjutkan']
const pin: readonly Press[] = [{ focus: 'input[type=password]' }, { type: '583920' }, 'btn.Lanjutkan']

/** The first run of a kiosk, and what is shown when it cannot run. */
export const OTHER_SCREENS: Readonly<Record<string, Show | undefined>> = {
  memilih: page({ page: 'choosing' }),
  perusahaan: at('perusahaan', [], { service: 'akses-penyedia', values: { profil: 'sudah' } }),
  siapkan: page(notSetUp),
  'siapkan-kosong': page(notSetUp, ['btn.Lanjutkan']),
  'siapkan-admin': page(notSetUp, toAdmin),
  'siapkan-pin': page(notSetUp, toPin),
  'siapkan-pin-lagi': page(notSetUp, [...toPin, ...pin]),
  'siapkan-pusat': page(notSetUp, [...toPin, ...pin, ...pin]),
  gangguan: at('siapa', [], { visit: { service: 'layanan-yang-tidak-ada' } }),
  ...Object.fromEntries(
    STORE_PROBLEMS.map((problem) => [
      `masalah-${problem}`,
      page({ status: { ...shift(), problem, problemAt: '/var/lib/lpse-kiosk' } }),
    ]),
  ),
}

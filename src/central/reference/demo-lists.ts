import type { ReferenceItem } from './reference.ts'

/** The 15 instansi of Kalimantan Tengah (002), by the codes of their regions (Kepmendagri). */
const INSTANSI: readonly ReferenceItem[] = [
  { code: '62', name: 'Pemerintah Provinsi Kalimantan Tengah' },
  { code: '62.71', name: 'Pemerintah Kota Palangka Raya' },
  { code: '62.08', name: 'Pemerintah Kabupaten Sukamara' },
  { code: '62.07', name: 'Pemerintah Kabupaten Seruyan' },
  { code: '62.11', name: 'Pemerintah Kabupaten Pulang Pisau' },
  { code: '62.12', name: 'Pemerintah Kabupaten Murung Raya' },
  { code: '62.09', name: 'Pemerintah Kabupaten Lamandau' },
  { code: '62.02', name: 'Pemerintah Kabupaten Kotawaringin Timur' },
  { code: '62.01', name: 'Pemerintah Kabupaten Kotawaringin Barat' },
  { code: '62.06', name: 'Pemerintah Kabupaten Katingan' },
  { code: '62.03', name: 'Pemerintah Kabupaten Kapuas' },
  { code: '62.10', name: 'Pemerintah Kabupaten Gunung Mas' },
  { code: '62.05', name: 'Pemerintah Kabupaten Barito Utara' },
  { code: '62.13', name: 'Pemerintah Kabupaten Barito Timur' },
  { code: '62.04', name: 'Pemerintah Kabupaten Barito Selatan' },
]

/** Work units that every regional government has; their codes are invented, for demonstration and tests. */
const UNITS = [
  'Sekretariat Daerah',
  'Sekretariat DPRD',
  'Inspektorat',
  'Dinas Pendidikan',
  'Dinas Kesehatan',
  'Dinas Pekerjaan Umum dan Penataan Ruang',
  'Dinas Perumahan dan Kawasan Permukiman',
  'Dinas Sosial',
  'Dinas Lingkungan Hidup',
  'Dinas Kependudukan dan Pencatatan Sipil',
  'Dinas Perhubungan',
  'Dinas Komunikasi dan Informatika',
  'Dinas Pertanian dan Ketahanan Pangan',
  'Badan Perencanaan Pembangunan Daerah',
  'Badan Keuangan dan Aset Daerah',
  'Badan Kepegawaian dan Pengembangan SDM',
  'Badan Penanggulangan Bencana Daerah',
  'Satuan Polisi Pamong Praja',
  'RSUD',
] as const

/** What the demonstration central knows of instansi and their satuan kerja. */
export const DEMO_LISTS = {
  instansi: INSTANSI,
  'satuan-kerja': INSTANSI.flatMap(({ code, name }) =>
    UNITS.map((unit, index) => ({
      code: `${code}-${String(index + 1).padStart(2, '0')}`,
      name: `${unit} ${name.replace('Pemerintah ', '')}`,
      parent: code,
    })),
  ),
} as const

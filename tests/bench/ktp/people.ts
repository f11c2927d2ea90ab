import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { KtpField } from '../../../src/shared/domain/ktp/fields.ts'
import { PEKERJAAN } from '../../../src/shared/domain/ktp/pekerjaan.ts'
import type { Random } from './random.ts'

/** What is printed on one drawn card; values as a perfect reader would give them. */
export type KtpTruth = Readonly<Record<KtpField, string>>

const require = createRequire(import.meta.url)

/** Rows of one idn-area-data table as [code, parent, name]. */
const table = (name: string): [string, string, string][] =>
  readFileSync(require.resolve(`idn-area-data/data/${name}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code = '', ...rest] = line.replaceAll('"', '').split(',')
      return rest.length > 1 ? [code, rest[0] ?? '', rest.slice(1).join(',')] : [code, '', rest[0] ?? '']
    })

type Regions = {
  villages: [string, string, string][]
  name: ReadonlyMap<string, string>
}
let regions: Regions | undefined

const loadRegions = (): Regions => {
  if (!regions) {
    const villages = table('villages')
    const name = new Map<string, string>()
    for (const [code, , label] of [...table('provinces'), ...table('regencies'), ...table('districts')]) {
      name.set(code, label)
    }
    regions = { villages, name }
  }
  return regions
}

const FIRST = {
  male: [
    'Ahmad',
    'Budi',
    'Muhammad',
    'Agus',
    'Slamet',
    'Hendra',
    'Yohanes',
    'I Made',
    'Rizky',
    'Dwi',
    'Joko',
    'Fajar',
    'Teguh',
    'Bambang',
    'Wayan',
    'Andi',
    'Ucok',
    'Dedi',
    'Imam',
    'Petrus',
    'Abdul',
    'Zulkifli',
    'Yohanis',
    'Gede',
    'Moh.',
    'Febrianus',
    'Xaverius',
    'Wahyu',
    'Eko',
    'Yusuf',
  ],
  female: [
    'Siti',
    'Dewi',
    'Sri',
    'Nur',
    'Ratna',
    'Maria',
    'Ni Luh',
    'Putri',
    'Wahyuni',
    'Fitri',
    'Endang',
    'Yuliana',
    'Rina',
    'Kartika',
    'Lestari',
    'Indah',
    'Aisyah',
    'Megawati',
    'Tuti',
    'Theresia',
    'Hanifah',
    'Lilis',
  ],
} as const
const LAST = [
  'Santoso',
  'Wijaya',
  'Siregar',
  'Hidayat',
  'Kusuma',
  'Rahman',
  'Lubis',
  'Pratama',
  'Saputra',
  'Nainggolan',
  'Hutapea',
  'Gonzales da Costa',
  'Tjahjadi',
  'Wongso',
  'Pangaribuan',
  'Oktaviani',
  'Zakaria',
  'Fathoni',
  'Vidyastuti',
  'Qomariah',
  'Mbuilima',
  'Khoirunnisa',
  'Djumadi',
  'Setiawan',
  'Gunawan',
  'Maulana',
  'Halim',
  'Tarigan',
  'Permana',
  'Nugroho',
  'Suryani',
  'Handayani',
  'Rahmawati',
  'Anggraini',
  'Simanjuntak',
  'Wibowo',
  'Purnomo',
  'Hasibuan',
  'Al Farizi',
  "Ma'ruf",
  "Syafi'i",
  'Basuki',
  'Prasetyo',
  'Kurniawan',
] as const
const TITLES = [
  ', S.E.',
  ', S.T.',
  ', S.H.',
  ', S.Pd.',
  ', M.Si.',
  ', S.Kom., M.T.',
  ', A.Md.',
  ', S.Sos.',
] as const
const STREETS = [
  'Merdeka',
  'Jenderal Sudirman',
  'Diponegoro',
  'Gajah Mada',
  'Pahlawan',
  'Melati',
  'Kenanga',
  'Imam Bonjol',
  'Ahmad Yani',
  'Veteran',
  'Tjilik Riwut',
  'Rajawali',
  'Cendrawasih',
  'Pemuda',
  'Gatot Subroto',
  'Hasanuddin',
  'Anggrek',
  'Kartini',
] as const
const COMMON = [
  'PEGAWAI NEGERI SIPIL (PNS)',
  'KARYAWAN SWASTA',
  'WIRASWASTA',
  'GURU',
  'DOSEN',
  'PELAJAR/MAHASISWA',
  'MENGURUS RUMAH TANGGA',
  'PETANI/PEKEBUN',
  'TENTARA NASIONAL INDONESIA (TNI)',
  'KEPOLISIAN RI (POLRI)',
  'BELUM/TIDAK BEKERJA',
  'PERANGKAT DESA',
  'DOKTER',
  'BIDAN',
  'PEDAGANG',
  'BURUH HARIAN LEPAS',
  'KARYAWAN BUMN',
  'KARYAWAN HONORER',
  'PENSIUNAN',
  'NELAYAN/PERIKANAN',
  'PERAWAT',
  'KARYAWAN BUMD',
] as const
const AGAMA = [
  'ISLAM',
  'ISLAM',
  'ISLAM',
  'ISLAM',
  'KRISTEN',
  'KATOLIK',
  'HINDU',
  'BUDHA',
  'KONGHUCU',
] as const
const STATUS = ['BELUM KAWIN', 'KAWIN', 'KAWIN', 'CERAI HIDUP', 'CERAI MATI'] as const

const two = (n: number): string => String(n).padStart(2, '0')

const makeName = (random: Random, woman: boolean): string => {
  const first = random.pick(woman ? FIRST.female : FIRST.male)
  const shape = random.next()
  if (shape < 0.1 && !first.includes(' ')) return random.chance(0.5) ? first : random.pick(LAST)
  let name = `${first} ${random.pick(LAST)}`
  if (shape > 0.6) name = `${first} ${random.pick(woman ? FIRST.female : FIRST.male)} ${random.pick(LAST)}`
  if (shape > 0.93) name += ` ${random.pick(LAST)} ${random.pick(LAST)}`
  if (random.chance(0.12)) name += random.pick(TITLES)
  return name
}

const makeAddress = (random: Random): string => {
  const number = `${random.int(1, 180)}${random.chance(0.15) ? random.pick(['A', 'B', 'C']) : ''}`
  const street = random.pick(STREETS)
  const shape = random.next()
  if (shape < 0.5) return `JL. ${street} NO. ${number}`
  if (shape < 0.65) return `JL ${street} NO ${number}`
  if (shape < 0.75) return `DUSUN ${street}`
  if (shape < 0.78) return `KP. ${street} RT ${number}`
  if (shape < 0.87)
    return `PERUM ${street} INDAH BLOK ${random.pick(['A', 'B', 'C', 'D'])}${random.int(1, 9)} NO. ${random.int(1, 30)}`
  return `JL. ${street} GG. ${random.pick(STREETS)} ${random.pick(['I', 'II', 'III', 'IV'])} NO. ${number}`
}

/** Makes up a person. Names, dates and serials are random; only the region names are real. */
export const makePerson = (random: Random): KtpTruth => {
  const { villages, name } = loadRegions()
  const [villageCode, districtCode, village] = random.pick(villages)
  const regencyCode = villageCode.slice(0, 5)
  const region = (code: string): string => (name.get(code) ?? '').toUpperCase()
  const provinsi = region(villageCode.slice(0, 2)).replace('DAERAH KHUSUS IBUKOTA', 'DKI')
  const kabKota = region(regencyCode).replace(/^KOTA ADMINISTRASI JAKARTA/, 'JAKARTA')
  const woman = random.chance(0.5)
  const day = random.int(1, 28)
  const month = random.int(1, 12)
  const year = random.int(1955, 2006)
  // One card in ten was first issued elsewhere: the NIK keeps that region.
  const nikRegion = random.chance(0.1) ? random.pick(villages)[1] : districtCode
  const nik =
    nikRegion.replaceAll('.', '') +
    two(woman ? day + 40 : day) +
    two(month) +
    two(year % 100) +
    String(random.int(1, 60)).padStart(4, '0')
  const birthRegency = random.chance(0.6) ? regencyCode : random.pick(villages)[0].slice(0, 5)
  return {
    provinsi,
    kabKota,
    nik,
    nama: makeName(random, woman).toUpperCase(),
    tempatLahir: region(birthRegency).replace(/^(KABUPATEN|KOTA ADMINISTRASI|KOTA) /, ''),
    tanggalLahir: `${year}-${two(month)}-${two(day)}`,
    jenisKelamin: woman ? 'PEREMPUAN' : 'LAKI-LAKI',
    golonganDarah: random.pick(['A', 'B', 'AB', 'O', 'O', '-', '-', 'A', 'B', 'O+']),
    alamat: makeAddress(random).toUpperCase(),
    rtRw: `${String(random.int(1, 30)).padStart(3, '0')}/${String(random.int(1, 15)).padStart(3, '0')}`,
    kelDesa: village.toUpperCase(),
    kecamatan: region(districtCode),
    agama: random.pick(AGAMA),
    statusPerkawinan: random.pick(STATUS),
    // Half of all people have one of the common occupations, the others anything of the official list.
    pekerjaan: random.chance(0.5) ? random.pick(COMMON) : random.pick(PEKERJAAN),
    kewarganegaraan: 'WNI',
    berlakuHingga: random.chance(0.8)
      ? 'SEUMUR HIDUP'
      : `${two(day)}-${two(month)}-${random.int(2012, 2027)}`,
  }
}

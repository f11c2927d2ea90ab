import { KTP_FIELDS, type KtpField } from '../../../src/shared/domain/ktp/fields.ts'
import type { KtpReading } from '../../../src/shared/domain/ktp/reading.ts'

/** Names of the benchmark's output (issue "KTP reading", section Measured). */
const NAMES: Readonly<Record<KtpField, string>> = {
  provinsi: 'provinsi',
  kabKota: 'kabkota',
  nik: 'nik',
  nama: 'nama',
  tempatLahir: 'tempat_lahir',
  tanggalLahir: 'tgl_lahir',
  jenisKelamin: 'jenis_kelamin',
  golonganDarah: 'gol_darah',
  alamat: 'alamat',
  rtRw: 'rt_rw',
  kelDesa: 'kel_desa',
  kecamatan: 'kecamatan',
  agama: 'agama',
  statusPerkawinan: 'status_perkawinan',
  pekerjaan: 'pekerjaan',
  kewarganegaraan: 'kewarganegaraan',
  berlakuHingga: 'berlaku_hingga',
}

/** One picture's entry of `--out`: the 17 fields in snake case, `_ms` and `_confidence`. */
export type FrameResult = Record<string, string | number | Record<string, number>>

/** Puts a reading into the output's format; a picture that was not read has empty fields. */
export const toFrameResult = (reading: KtpReading, ms: number): FrameResult => {
  const result: FrameResult = {}
  const confidence: Record<string, number> = {}
  for (const field of KTP_FIELDS) {
    const read = reading.kind === 'read' ? reading.fields[field] : { value: '', confidence: 0 }
    const value = field === 'tanggalLahir' ? read.value.split('-').reverse().join('-') : read.value
    result[NAMES[field]] = field === 'golonganDarah' && value === '' ? '-' : value
    confidence[NAMES[field]] = read.confidence
  }
  result._ms = Math.round(ms)
  result._confidence = confidence
  return result
}

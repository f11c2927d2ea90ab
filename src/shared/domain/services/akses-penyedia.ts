import type { Conditions, FormDefinition } from '../forms/form-definition.ts'
import { documentsStep, identityBefore } from './steps/access-steps.ts'
import { reviewStep } from './steps/frame-steps.ts'
import { IDLE_SECONDS, sop } from './steps/sop.ts'

/** The company has an admin already: the person only joins it (001 step 2). */
const joins: Conditions = { field: 'statusPerusahaan', oneOf: ['terdaftar'] }
/** The company is new to INAPROC. Offline the person says so, and the central checks it later. */
const registers: Conditions = { field: 'statusPerusahaan', oneOf: ['baru'] }

const isTaxable = { field: 'pkp', oneOf: ['pkp'] }
const shipsElsewhere: Conditions = { field: 'alamatKirim', oneOf: ['lain'] }
const isNotTaxable = { field: 'pkp', oneOf: ['non-pkp'] }

/** Access for a business (SOP 001), with the profile in the same visit where it is missing. */
export const aksesPenyedia: FormDefinition = {
  service: 'akses-penyedia',
  version: 1,
  outcome: 'access',
  includes: ['akun', 'profil'],
  steps: [
    ...identityBefore(undefined, ['ktp', 'hp', 'email', 'nib', 'npwp-usaha', 'dokumen-usaha'], {}),
    {
      id: 'tipe-penyedia',
      screen: 'choice',
      turn: 'pemohon',
      rail: 'akses',
      fields: [
        {
          id: 'tipePenyedia',
          type: 'choice',
          required: true,
          options: ['pemilik', 'staf'],
          sop: sop('001', 1),
        },
      ],
      sop: sop('001', 1),
      standardMinutes: 1,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'perusahaan',
      screen: 'company',
      turn: 'petugas',
      rail: 'akses',
      fields: [
        { id: 'nib', type: 'nib', required: true, sop: sop('001', 1, 2) },
        {
          id: 'hasilNib',
          type: 'choice',
          required: false,
          options: [
            'ditemukan',
            'terdaftar',
            'tidak-ditemukan',
            'bukan-pengurus',
            'pengurus-dulu',
            'semua-wna',
          ],
          setBy: 'nib',
          sop: sop('001', 3),
        },
        { id: 'statusPerusahaan', type: 'choice', required: true, options: ['baru', 'terdaftar'] },
        { id: 'namaPerusahaan', type: 'text', required: true, maxLength: 150, sop: sop('001', 2) },
        {
          id: 'persetujuanWna',
          type: 'date',
          required: true,
          visibleWhen: { field: 'hasilNib', oneOf: ['semua-wna'] },
        },
      ],
      checks: ['nib'],
      sop: sop('001', 2, 3),
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'usaha',
      screen: 'fields',
      turn: 'petugas',
      rail: 'akses',
      visibleWhen: registers,
      fields: [
        { id: 'bidangIndustri', type: 'text', required: true, maxLength: 100 },
        {
          id: 'jenisPerusahaan',
          type: 'choice',
          required: true,
          options: ['pt', 'cv', 'firma', 'koperasi', 'perorangan', 'lainnya'],
        },
        { id: 'jabatan', type: 'text', required: true, maxLength: 100 },
        { id: 'npwpUsaha', type: 'npwp', required: true },
        { id: 'pkp', type: 'choice', required: true, options: ['pkp', 'non-pkp'] },
        { id: 'usernameSikap', type: 'text', required: false, maxLength: 100 },
      ],
      sop: sop('001', 2, 4),
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'alamat-usaha',
      screen: 'fields',
      turn: 'petugas',
      rail: 'akses',
      visibleWhen: registers,
      fields: [
        { id: 'wilayahUsaha', type: 'wilayah', required: true },
        { id: 'jalanUsaha', type: 'text', required: true, maxLength: 200 },
        { id: 'titikUsaha', type: 'coordinates', required: true },
        { id: 'alamatKirim', type: 'choice', required: true, options: ['sama', 'lain'] },
      ],
      sop: sop('001', 4),
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    {
      // A page of its own: two addresses do not fit one screen of a laptop.
      id: 'alamat-kirim',
      screen: 'fields',
      turn: 'petugas',
      rail: 'akses',
      visibleWhen: [registers, shipsElsewhere],
      fields: [
        { id: 'wilayahKirim', type: 'wilayah', required: true },
        { id: 'jalanKirim', type: 'text', required: true, maxLength: 200 },
      ],
      sop: sop('001', 4),
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    documentsStep(
      [
        { id: 'surat-tugas', required: true, visibleWhen: joins, sop: sop('001', 2) },
        { id: 'nib', required: true, visibleWhen: registers, sop: sop('001', 4) },
        { id: 'surat-pkp', required: true, visibleWhen: [registers, isTaxable], sop: sop('001', 4) },
        {
          id: 'pernyataan-non-pkp',
          required: true,
          visibleWhen: [registers, isNotTaxable],
          sop: sop('001', 4),
        },
        { id: 'pemilik-atau-akta', required: true, visibleWhen: registers, sop: sop('001', 4) },
        { id: 'foto-npwp', required: true, visibleWhen: registers, sop: sop('001', 4) },
      ],
      sop('001', 2, 4),
    ),
    reviewStep(...sop('001', 5, 6)),
  ],
}

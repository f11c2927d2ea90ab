import type { FieldDefinition, FormDefinition } from '../forms/form-definition.ts'
import { documentsStep, identityOfHolder } from './steps/access-steps.ts'
import { reviewStep } from './steps/frame-steps.ts'
import { IDLE_SECONDS, sop } from './steps/sop.ts'

/** Which company it is about. */
const companyFields: readonly FieldDefinition[] = [
  { id: 'nib', type: 'nib', required: true },
  { id: 'namaPerusahaan', type: 'text', required: true, maxLength: 150 },
]

/**
 * Admin of a company whose directors are all foreign nationals (002, Pembuatan Akun Admin Perusahaan). The person who
 * comes is the one with the power of attorney; the access itself follows after LKPP's approval e-mail.
 */
export const adminWna: FormDefinition = {
  service: 'admin-wna',
  version: 1,
  outcome: 'company-admin',
  steps: [
    ...identityOfHolder(['ktp', 'hp', 'email', 'nib', 'surat-pengajuan', 'surat-kuasa']),
    {
      id: 'perusahaan-wna',
      screen: 'fields',
      turn: 'petugas',
      rail: 'akses',
      fields: [
        ...companyFields,
        { id: 'jabatan', type: 'text', required: true, maxLength: 100 },
        // "sepanjang seluruh Penanggung Jawab/Pengurus/Direksi … adalah WNA" (002, number 2).
        { id: 'semuaPengurusWna', type: 'tick', required: true },
      ],
      sop: sop('002-wna', 2, 3),
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    documentsStep(
      [
        { id: 'surat-pengajuan', required: true },
        { id: 'surat-kuasa', required: true },
        { id: 'formulir-admin', required: false },
      ],
      sop('002-wna', 3),
    ),
    reviewStep(),
  ],
}

/**
 * Admin of a division or branch (002, Pengajuan Akun Admin Perusahaan Divisi/Cabang): the director applies, the
 * appointed person has a profile already.
 */
export const adminCabang: FormDefinition = {
  service: 'admin-cabang',
  version: 1,
  outcome: 'company-admin',
  steps: [
    ...identityOfHolder(['ktp', 'hp', 'email', 'nib', 'formulir-cabang']),
    {
      id: 'cabang',
      screen: 'fields',
      turn: 'petugas',
      rail: 'akses',
      fields: [...companyFields, { id: 'namaCabang', type: 'text', required: true, maxLength: 150 }],
      sop: sop('002-cabang', 1, 3),
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'penerima-tugas',
      screen: 'fields',
      turn: 'petugas',
      rail: 'akses',
      fields: [
        { id: 'namaPetugasCabang', type: 'person-name', required: true },
        { id: 'nikPetugasCabang', type: 'nik', required: true },
        { id: 'emailPetugasCabang', type: 'email', required: true },
        // Number 2: the person must be registered "sampai dengan level profil".
        { id: 'petugasCabangBerprofil', type: 'tick', required: true },
      ],
      sop: sop('002-cabang', 2),
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    documentsStep([{ id: 'formulir-cabang', required: true }], sop('002-cabang', 3)),
    reviewStep(),
  ],
}

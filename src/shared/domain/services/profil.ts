import type { FieldDefinition, FormDefinition, SopStep } from '../forms/form-definition.ts'
import { KTP_CLOSED_LISTS, KTP_FIELDS, type KtpField } from '../ktp/fields.ts'

const sop = (document: SopStep['document'], ...steps: number[]): SopStep[] =>
  steps.map((step) => ({ document, step }))

const IDLE_SECONDS = 120
/** Waiting for a code and taking a face photo need longer pauses (interface.md, Overlays). */
const LONG_IDLE_SECONDS = 300

const governmentStaff = { field: 'pemohon', oneOf: ['asn', 'tni', 'polri'] }

/** SOP 003 step 1 requires NIK, name and birth date; the other printed fields are kept when they are read. */
const REQUIRED_KTP_FIELDS: readonly KtpField[] = ['nik', 'nama', 'tanggalLahir']

const ktpField = (id: KtpField): FieldDefinition => {
  const required = REQUIRED_KTP_FIELDS.includes(id)
  const closedList: readonly string[] | undefined = KTP_CLOSED_LISTS[id as keyof typeof KTP_CLOSED_LISTS]
  if (closedList) return { id, type: 'choice', required, options: [...closedList] }
  if (id === 'nik') return { id, type: 'nik', required }
  if (id === 'nama') return { id, type: 'person-name', required }
  if (id === 'tanggalLahir') return { id, type: 'date', required }
  return { id, type: 'text', required, maxLength: id === 'alamat' ? 200 : 100 }
}

/**
 * `profil` together with `akun`: the kiosk's first journey (SOP 003 and the parts of SOP 000 that come
 * with it). Order differs from SOP 003 on purpose: see docs/decisions/0004-order-of-the-visit.md.
 */
export const profil: FormDefinition = {
  service: 'profil',
  version: 1,
  steps: [
    {
      id: 'siapa',
      screen: 'choice',
      turn: 'pemohon',
      rail: 'data',
      fields: [
        {
          id: 'pemohon',
          type: 'choice',
          required: true,
          options: ['asn', 'tni', 'polri', 'penyedia'],
          sop: sop('003', 1),
        },
      ],
      sop: sop('003', 1),
      standardMinutes: 2,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'syarat',
      screen: 'checklist',
      turn: 'petugas',
      rail: 'data',
      fields: [
        {
          id: 'dibawa',
          type: 'ticks',
          required: true,
          options: ['ktp', 'hp', 'email', 'nip-nrp', 'npwp'],
          optionConditions: { 'nip-nrp': governmentStaff },
          sop: sop('000', 12),
        },
      ],
      sop: sop('000', 12),
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'persetujuan',
      screen: 'consent',
      turn: 'pemohon',
      rail: 'data',
      fields: [
        { id: 'setujuData', type: 'tick', required: true, sop: sop('000', 5) },
        { id: 'setujuTandaTangan', type: 'tick', required: true, sop: sop('003', 8, 9) },
        { id: 'caraSetuju', type: 'choice', required: true, options: ['sendiri', 'dibacakan'] },
      ],
      sop: [...sop('000', 5), ...sop('003', 4, 8, 9)],
      standardMinutes: 1,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'foto-ktp',
      screen: 'ktp-photo',
      turn: 'petugas',
      rail: 'ktp',
      // "Ketik sendiri": the data are typed; the photo itself is still asked for before sending.
      fields: [{ id: 'ketikSendiri', type: 'tick', required: false }],
      photos: ['ktp-frame'],
      sop: sop('003', 10, 13),
      standardMinutes: 5,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'cocokkan',
      screen: 'ktp-confirm',
      turn: 'petugas',
      rail: 'ktp',
      fields: [
        ...KTP_FIELDS.map(ktpField),
        // Fields a person looked at: marked Benar, or edited. Unsure ones must all be here.
        { id: 'sudahDicek', type: 'list', required: false, options: [...KTP_FIELDS] },
      ],
      sop: sop('003', 1, 14, 15),
      standardMinutes: 1,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'nik',
      screen: 'nik-confirm',
      turn: 'pemohon',
      rail: 'ktp',
      fields: [{ id: 'nikBenar', type: 'tick', required: true, sop: sop('003', 2, 3) }],
      sop: sop('003', 2, 3),
      standardMinutes: 1,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'kepegawaian',
      screen: 'fields',
      turn: 'petugas',
      rail: 'ktp',
      visibleWhen: governmentStaff,
      fields: [
        {
          id: 'nip',
          type: 'nip',
          required: true,
          visibleWhen: { field: 'pemohon', oneOf: ['asn'] },
          sop: sop('003', 1),
        },
        {
          id: 'nrp',
          type: 'nrp',
          required: true,
          visibleWhen: { field: 'pemohon', oneOf: ['tni', 'polri'] },
          sop: sop('003', 1),
        },
        { id: 'npwp', type: 'npwp', required: false, sop: sop('000', 12) },
      ],
      sop: [...sop('003', 1), ...sop('000', 12)],
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'kontak',
      screen: 'contact',
      turn: 'pemohon',
      rail: 'kontak',
      fields: [
        { id: 'email', type: 'email', required: true, sop: sop('000', 1, 2) },
        // Set by the petugas' override when the e-mail looks like an office address (004).
        { id: 'alasanEmailKantor', type: 'text', required: false, maxLength: 200 },
        { id: 'hp', type: 'phone', required: true, sop: sop('000', 8) },
        { id: 'username', type: 'username', required: true, sop: sop('000', 11) },
      ],
      checks: ['email-registered', 'username-free'],
      sop: sop('000', 1, 2, 3, 4, 8, 11),
      standardMinutes: 6,
      idleSeconds: IDLE_SECONDS,
    },
    {
      id: 'kode',
      screen: 'codes',
      turn: 'pemohon',
      rail: 'kontak',
      fields: [],
      checks: ['phone-code', 'email-code'],
      sop: [...sop('000', 6, 7, 9, 10), ...sop('003', 5, 6, 7, 16)],
      standardMinutes: 2,
      idleSeconds: LONG_IDLE_SECONDS,
    },
    {
      id: 'swafoto',
      screen: 'face-photo',
      turn: 'pemohon',
      rail: 'wajah',
      fields: [{ id: 'tanpaKacamataMasker', type: 'tick', required: true }],
      photos: ['swafoto'],
      sop: sop('003', 11, 12),
      standardMinutes: 5,
      idleSeconds: LONG_IDLE_SECONDS,
    },
    {
      id: 'tinjau',
      screen: 'review',
      turn: 'pemohon',
      rail: 'kirim',
      fields: [{ id: 'sudahDitinjau', type: 'tick', required: true, sop: sop('003', 15) }],
      sop: sop('003', 15, 16, 17),
      standardMinutes: 2,
      idleSeconds: IDLE_SECONDS,
    },
  ],
}

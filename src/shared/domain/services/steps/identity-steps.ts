import type { Conditions, FieldDefinition, StepDefinition } from '../../forms/form-definition.ts'
import { KTP_CLOSED_LISTS, KTP_FIELDS, type KtpField } from '../../ktp/fields.ts'
import { IDLE_SECONDS, LONG_IDLE_SECONDS, sop } from './sop.ts'

/** Civil servants, soldiers and police officers: they have a NIP or an NRP. */
export const governmentStaff = { field: 'pemohon', oneOf: ['asn', 'tni', 'polri'] }

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

/** The card is photographed, read, compared and its NIK confirmed by its owner (SOP 003 steps 1–3, 10, 13–15). */
export const ktpSteps: readonly StepDefinition[] = [
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
]

/** NIP or NRP, and the NPWP if there is one (SOP 003 step 1, 000 step 12). */
export const employmentStep: StepDefinition = {
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
}

/** A live photo of the face (SOP 003 steps 11–12; rules of 004). */
export const faceStep: StepDefinition = {
  id: 'swafoto',
  screen: 'face-photo',
  turn: 'pemohon',
  rail: 'wajah',
  fields: [{ id: 'tanpaKacamataMasker', type: 'tick', required: true }],
  photos: ['swafoto'],
  sop: sop('003', 11, 12),
  standardMinutes: 5,
  idleSeconds: LONG_IDLE_SECONDS,
}

/** The same steps, shown only when these conditions hold too. */
export function shownWhen(conditions: Conditions, steps: readonly StepDefinition[]): StepDefinition[] {
  const list = (each: Conditions | undefined) =>
    each === undefined ? [] : Array.isArray(each) ? each : [each]
  return steps.map((step) => ({ ...step, visibleWhen: [...list(conditions), ...list(step.visibleWhen)] }))
}

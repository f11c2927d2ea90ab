import type { Conditions, FieldDefinition, FormDefinition, StepDefinition } from '../forms/form-definition.ts'
import type { FormValues } from '../submission/payload.ts'

/** The same words in both languages. */
export type Words = { readonly id: string; readonly en: string }

/** What a registrant may give, in the words of a consent and in the order in which it is given. */
export const DATA_KINDS = {
  status: { id: 'status pemohon', en: 'kind of registrant' },
  'ktp-photo': { id: 'foto KTP', en: 'KTP photo' },
  ktp: { id: 'isi KTP', en: 'KTP contents' },
  person: { id: 'nama dan tanggal lahir', en: 'name and birth date' },
  nip: { id: 'NIP', en: 'NIP' },
  nrp: { id: 'NRP', en: 'NRP' },
  npwp: { id: 'NPWP bila ada', en: 'NPWP if any' },
  email: { id: 'e-mail', en: 'e-mail' },
  hp: { id: 'nomor HP', en: 'phone number' },
  username: { id: 'nama pengguna', en: 'username' },
  face: { id: 'foto wajah', en: 'face photo' },
  company: { id: 'data perusahaan', en: 'company details' },
  address: { id: 'alamat perusahaan', en: 'company address' },
  access: { id: 'instansi dan peran', en: 'office and role' },
  position: { id: 'jabatan', en: 'position' },
  letter: { id: 'SK/ST dan masa berlaku', en: 'letter of assignment and period' },
  ending: { id: 'alasan berhenti', en: 'reason for ending' },
  appointed: {
    id: 'nama, NIK, dan e-mail orang yang ditunjuk',
    en: 'name, NIK and e-mail of the appointed person',
  },
  documents: { id: 'dokumen', en: 'documents' },
} as const satisfies Record<string, Words>
export type DataKind = keyof typeof DATA_KINDS

const KINDS = Object.keys(DATA_KINDS) as DataKind[]

/** Fields by what they tell. What is not here (`NO_DATUM`) says something about the visit and not about a person. */
const KIND_OF_FIELD: Readonly<Record<string, DataKind>> = {
  pemohon: 'status',
  nama: 'person',
  tanggalLahir: 'person',
  nip: 'nip',
  nrp: 'nrp',
  npwp: 'npwp',
  email: 'email',
  alasanEmailKantor: 'email',
  hp: 'hp',
  username: 'username',
  tipePenyedia: 'company',
  nib: 'company',
  hasilNib: 'company',
  statusPerusahaan: 'company',
  namaPerusahaan: 'company',
  persetujuanWna: 'company',
  semuaPengurusWna: 'company',
  bidangIndustri: 'company',
  jenisPerusahaan: 'company',
  npwpUsaha: 'company',
  pkp: 'company',
  usernameSikap: 'company',
  namaCabang: 'company',
  wilayahUsaha: 'address',
  jalanUsaha: 'address',
  titikUsaha: 'address',
  alamatKirim: 'address',
  wilayahKirim: 'address',
  jalanKirim: 'address',
  perwakilan: 'access',
  peran: 'access',
  jenisBendahara: 'access',
  instansi: 'access',
  satuanKerja: 'access',
  tteAktif: 'access',
  jabatan: 'position',
  nomorSk: 'letter',
  tanggalSk: 'letter',
  skBerlakuSampai: 'letter',
  mulaiBerlaku: 'letter',
  akhirBerlaku: 'letter',
  alasanBerhenti: 'ending',
  keteranganBerhenti: 'ending',
  pekerjaanSelesai: 'ending',
  namaPetugasCabang: 'appointed',
  nikPetugasCabang: 'appointed',
  emailPetugasCabang: 'appointed',
  petugasCabangBerprofil: 'appointed',
}

/** Fields that hold no datum of a person: ticks, confirmations, and which steps apply. */
export const NO_DATUM: readonly string[] = [
  'profil',
  'dibawa',
  'setujuData',
  'setujuTandaTangan',
  'caraSetuju',
  'ketikSendiri',
  'sudahDicek',
  'nikBenar',
  'tanpaKacamataMasker',
  'sudahDitinjau',
]

/** What a field of a step tells; undefined for one of `NO_DATUM`. */
export const kindOfField = (step: StepDefinition, field: FieldDefinition): DataKind | undefined =>
  step.screen === 'ktp-confirm' && field.id !== 'sudahDicek' ? 'ktp' : KIND_OF_FIELD[field.id]

const sorted = (kinds: ReadonlySet<DataKind>): DataKind[] => KINDS.filter((kind) => kinds.has(kind))

const isRuledOut = (conditions: Conditions | undefined, known: FormValues): boolean =>
  [conditions ?? []].flat().some(({ field, oneOf }) => {
    const value = known[field]
    return typeof value === 'string' && !oneOf.includes(value)
  })

/** The answers that were given before the consent is asked: they alone decide what its text says. */
export function answersBeforeConsent(form: FormDefinition, values: FormValues): FormValues {
  const consent = form.steps.findIndex((step) => step.screen === 'consent')
  const fields = form.steps.slice(0, consent).flatMap((step) => step.fields)
  return Object.fromEntries(
    fields
      .filter((field) => field.type === 'choice')
      .flatMap(({ id }) => {
        const value = values[id]
        return value === undefined ? [] : [[id, value] as const]
      }),
  )
}

/**
 * Every kind of data that a service may yet store of this registrant: whatever no answer before the consent rules out.
 * @param known answers given so far (`answersBeforeConsent`)
 */
export function kindsAsked(form: FormDefinition, known: FormValues): DataKind[] {
  const kinds = new Set<DataKind>()
  for (const step of form.steps) {
    if (isRuledOut(step.visibleWhen, known)) continue
    for (const field of step.fields) {
      const kind = isRuledOut(field.visibleWhen, known) ? undefined : kindOfField(step, field)
      if (kind) kinds.add(kind)
    }
    for (const photo of step.photos ?? []) kinds.add(photo === 'swafoto' ? 'face' : 'ktp-photo')
    if ((step.documents ?? []).length > 0) kinds.add('documents')
  }
  return sorted(kinds)
}

/** What a visit holds of its registrant. */
type Holding = {
  readonly values: FormValues
  readonly photos: Readonly<Record<string, unknown>>
  readonly documents: Readonly<Record<string, unknown>>
}

/** Which kinds of data a visit holds just now; a proposal that nobody has confirmed counts as held. */
export function kindsHeld(form: FormDefinition, { values, photos, documents }: Holding): DataKind[] {
  const kinds = new Set<DataKind>()
  for (const step of form.steps) {
    for (const field of step.fields) {
      const value = values[field.id]
      const kind = value === undefined || value === false ? undefined : kindOfField(step, field)
      if (kind) kinds.add(kind)
    }
  }
  if (photos.ktp ?? photos['ktp-frame']) kinds.add('ktp-photo')
  if (photos.swafoto) kinds.add('face')
  if (Object.keys(documents).length > 0) kinds.add('documents')
  return sorted(kinds)
}

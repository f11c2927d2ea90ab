import type { Conditions, StepDefinition } from '../../forms/form-definition.ts'
import { codesStep, newContactStep, ownContactStep } from './contact-steps.ts'
import { dataConsentStep, requirementsStep } from './frame-steps.ts'
import { employmentStep, faceStep, ktpSteps, shownWhen } from './identity-steps.ts'
import { IDLE_SECONDS, sop } from './sop.ts'

/** The profile is made in the same visit: its steps come along, and nothing is asked twice (004, three stages). */
export const withProfile: Conditions = { field: 'profil', oneOf: ['belum'] }
/** The profile is verified already: who comes is shown by the card and by the codes to the account's contacts. */
const profileExists: Conditions = { field: 'profil', oneOf: ['sudah'] }

/** Whether the profile has to be made in this visit. An access request without one waits as *Menunggu Profil*. */
const profileStep: StepDefinition = {
  id: 'profil-ada',
  screen: 'choice',
  turn: 'pemohon',
  rail: 'data',
  fields: [{ id: 'profil', type: 'choice', required: true, options: ['sudah', 'belum'] }],
  sop: [],
  standardMinutes: 0,
  idleSeconds: IDLE_SECONDS,
}

/**
 * What comes before an access request: requirements, consent, card, NIK, contacts with their codes; and for somebody
 * without a verified profile its remaining steps.
 * @param who the step that says as whom a new profile is made, or undefined where the service itself says it
 * @param brought what must have been brought
 */
export function identityBefore(
  who: StepDefinition | undefined,
  brought: readonly string[],
  conditions: Readonly<Record<string, Conditions>>,
): StepDefinition[] {
  return [
    profileStep,
    ...(who ? shownWhen(withProfile, [who]) : []),
    requirementsStep(brought, conditions),
    dataConsentStep(withProfile),
    ...ktpSteps,
    ...(who ? shownWhen(withProfile, [employmentStep]) : []),
    ...shownWhen(withProfile, [newContactStep]),
    ...shownWhen(profileExists, [ownContactStep]),
    codesStep,
    ...shownWhen(withProfile, [faceStep]),
  ]
}

/** Identity for a request about what exists already (002): card, NIK, contacts with their codes, face. */
export function identityOfHolder(brought: readonly string[]): StepDefinition[] {
  return [requirementsStep(brought, {}), dataConsentStep(), ...ktpSteps, ownContactStep, codesStep, faceStep]
}

/** Roles a government user may hold (004; PA, KPA and VAI are named in 002 and 004). */
export const ROLES = ['pp', 'ppk', 'bendahara', 'pa', 'kpa', 'vai'] as const

const roleFields: StepDefinition['fields'] = [
  { id: 'perwakilan', type: 'choice', required: true, options: ['klpd', 'pemda'] },
  { id: 'peran', type: 'choice', required: true, options: [...ROLES] },
  {
    id: 'jenisBendahara',
    type: 'choice',
    required: true,
    options: ['pengeluaran', 'up', 'ls'],
    optionConditions: {
      pengeluaran: { field: 'perwakilan', oneOf: ['klpd'] },
      up: { field: 'perwakilan', oneOf: ['pemda'] },
      ls: { field: 'perwakilan', oneOf: ['pemda'] },
    },
    visibleWhen: { field: 'peran', oneOf: ['bendahara'] },
  },
]

/** For whom and as what: KLPD or Pemda, role, and for a treasurer which one (004). */
export const roleStep: StepDefinition = {
  id: 'peran',
  screen: 'fields',
  turn: 'petugas',
  rail: 'akses',
  fields: roleFields,
  sop: sop('004', 3),
  standardMinutes: 0,
  idleSeconds: IDLE_SECONDS,
}

/** Where: instansi and satuan kerja of the synced list, or a name of its own; and the position held there. */
export const placeStep: StepDefinition = {
  id: 'instansi',
  screen: 'fields',
  turn: 'petugas',
  rail: 'akses',
  fields: [
    { id: 'instansi', type: 'instansi', required: true, maxLength: 200 },
    { id: 'satuanKerja', type: 'satuan-kerja', required: true, maxLength: 200 },
    { id: 'jabatan', type: 'text', required: true, maxLength: 100 },
  ],
  sop: sop('004', 3),
  standardMinutes: 0,
  idleSeconds: IDLE_SECONDS,
}

/** The letter of assignment and how long it holds (002: an access ends with it). */
export const assignmentStep: StepDefinition = {
  id: 'penugasan',
  screen: 'fields',
  turn: 'petugas',
  rail: 'akses',
  fields: [
    { id: 'nomorSk', type: 'text', required: true, maxLength: 100 },
    { id: 'tanggalSk', type: 'date', required: true },
    { id: 'skBerlakuSampai', type: 'date', required: false, notBefore: 'tanggalSk' },
    { id: 'mulaiBerlaku', type: 'date', required: true },
    { id: 'akhirBerlaku', type: 'date', required: true, notBefore: 'mulaiBerlaku' },
    {
      id: 'tteAktif',
      type: 'choice',
      required: true,
      options: ['sudah', 'belum'],
      visibleWhen: { field: 'peran', oneOf: ['pa', 'kpa', 'ppk'] },
    },
  ],
  sop: sop('004', 3),
  standardMinutes: 0,
  idleSeconds: IDLE_SECONDS,
}

/** Documents of a service, each below 2 MB (001 step 4). */
export const documentsStep = (
  documents: NonNullable<StepDefinition['documents']>,
  covers: StepDefinition['sop'],
): StepDefinition => ({
  id: 'dokumen',
  screen: 'documents',
  turn: 'petugas',
  rail: 'dokumen',
  fields: [],
  documents,
  sop: covers,
  standardMinutes: 0,
  idleSeconds: IDLE_SECONDS,
})

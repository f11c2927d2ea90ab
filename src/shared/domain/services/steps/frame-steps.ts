import type { Conditions, SopStep, StepDefinition } from '../../forms/form-definition.ts'
import { governmentStaff } from './identity-steps.ts'
import { IDLE_SECONDS, sop } from './sop.ts'

/** As whom somebody registers (SOP 003 step 1). */
export const whoStep: StepDefinition = {
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
}

/**
 * What must have been brought, ticked before any photo is taken (SOP 000 step 12).
 * @param brought what is asked for, in the order of the list
 * @param conditions items that only some must bring
 */
export function requirementsStep(
  brought: readonly string[],
  conditions: Readonly<Record<string, Conditions>> = { 'nip-nrp': governmentStaff },
): StepDefinition {
  return {
    id: 'syarat',
    screen: 'checklist',
    turn: 'petugas',
    rail: 'data',
    fields: [
      {
        id: 'dibawa',
        type: 'ticks',
        required: true,
        options: [...brought],
        optionConditions: { ...conditions },
        sop: sop('000', 12),
      },
    ],
    sop: sop('000', 12),
    standardMinutes: 0,
    idleSeconds: IDLE_SECONDS,
  }
}

const consentToData = { id: 'setujuData', type: 'tick', required: true, sop: sop('000', 5) } as const
const consentToPartner = {
  id: 'setujuTandaTangan',
  type: 'tick',
  required: true,
  sop: sop('003', 8, 9),
} as const
const consentMode = {
  id: 'caraSetuju',
  type: 'choice',
  required: true,
  options: ['sendiri', 'dibacakan'],
} satisfies StepDefinition['fields'][number]

/** Both consents, apart (UU 27/2022 art. 22(4); SOP 000 step 5, 003 steps 4, 8–9). */
export const consentStep: StepDefinition = {
  id: 'persetujuan',
  screen: 'consent',
  turn: 'pemohon',
  rail: 'data',
  fields: [consentToData, consentToPartner, consentMode],
  sop: [...sop('000', 5), ...sop('003', 4, 8, 9)],
  standardMinutes: 1,
  idleSeconds: IDLE_SECONDS,
}

/**
 * Consent of a service that may go without a new profile: the partner's terms are asked for only with one.
 * @param withProfile when a profile is made in the same visit; left out where it never is
 */
export function dataConsentStep(withProfile?: Conditions): StepDefinition {
  return {
    ...consentStep,
    fields: [
      consentToData,
      ...(withProfile ? [{ ...consentToPartner, visibleWhen: withProfile }] : []),
      consentMode,
    ],
  }
}

/** The last look, with the statement that the SOPs ask for; `covers` names the steps of the service's own SOP. */
export function reviewStep(...covers: SopStep[]): StepDefinition {
  return {
    id: 'tinjau',
    screen: 'review',
    turn: 'pemohon',
    rail: 'kirim',
    fields: [{ id: 'sudahDitinjau', type: 'tick', required: true, sop: sop('003', 15) }],
    sop: [...sop('003', 15, 16, 17), ...covers],
    // Step 17 alone: the minute of step 15 is counted where the card is compared.
    standardMinutes: 1,
    idleSeconds: IDLE_SECONDS,
  }
}

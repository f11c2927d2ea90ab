import type { FormDefinition } from '../forms/form-definition.ts'
import { codesStep, newContactStep } from './steps/contact-steps.ts'
import { consentStep, requirementsStep, reviewStep, whoStep } from './steps/frame-steps.ts'
import { employmentStep, faceStep, ktpSteps } from './steps/identity-steps.ts'

/**
 * `profil` together with `akun`: the kiosk's first journey (SOP 003 and the parts of SOP 000 that come
 * with it). Order differs from SOP 003 on purpose: see docs/decisions/0004-order-of-the-visit.md.
 */
export const profil: FormDefinition = {
  service: 'profil',
  version: 1,
  outcome: 'profile',
  steps: [
    whoStep,
    requirementsStep(['ktp', 'hp', 'email', 'nip-nrp', 'npwp']),
    consentStep,
    ...ktpSteps,
    employmentStep,
    newContactStep,
    codesStep,
    faceStep,
    reviewStep(),
  ],
}

import type { FormDefinition } from '../forms/form-definition.ts'
import { codesStep, newContactStep } from './steps/contact-steps.ts'
import { dataConsentStep, requirementsStep, reviewStep } from './steps/frame-steps.ts'
import { IDLE_SECONDS, sop } from './steps/sop.ts'

/**
 * `akun` alone (SOP 000; 004 stage 1): rare, most people go straight on to `profil`. No card and no face photo:
 * the SOP asks for neither, and what is not asked for is not taken (UU 27/2022 art. 16(2)). Name and birth date
 * propose the username and answer *Cek status* later. The password (step 16) is never typed at the kiosk.
 */
export const akun: FormDefinition = {
  service: 'akun',
  version: 1,
  outcome: 'account',
  steps: [
    requirementsStep(['hp', 'email'], {}),
    dataConsentStep(),
    {
      id: 'pemilik',
      screen: 'fields',
      turn: 'petugas',
      rail: 'data',
      fields: [
        { id: 'nama', type: 'person-name', required: true, sop: sop('000', 11) },
        { id: 'tanggalLahir', type: 'date', required: true },
      ],
      sop: sop('000', 11),
      standardMinutes: 0,
      idleSeconds: IDLE_SECONDS,
    },
    newContactStep,
    codesStep,
    reviewStep(),
  ],
}

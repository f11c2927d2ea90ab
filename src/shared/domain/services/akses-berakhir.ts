import type { FormDefinition, StepDefinition } from '../forms/form-definition.ts'
import { assignmentStep, documentsStep, identityOfHolder, placeStep, roleStep } from './steps/access-steps.ts'
import { reviewStep } from './steps/frame-steps.ts'
import { IDLE_SECONDS, sop } from './steps/sop.ts'

/** Which access it is about: as the central holds it, once the person has shown to be the one, or as the person states it. */
const heldRoleStep: StepDefinition = { ...roleStep, checks: ['accesses'] }

/** Why an access ends; open work must be finished or handed over (002, number 1). */
const endingStep: StepDefinition = {
  id: 'penghentian',
  screen: 'fields',
  turn: 'petugas',
  rail: 'akses',
  fields: [
    {
      id: 'alasanBerhenti',
      type: 'choice',
      required: true,
      options: ['pindah-tugas', 'selesai-menjabat', 'pensiun', 'lainnya'],
    },
    { id: 'keteranganBerhenti', type: 'text', required: false, maxLength: 200 },
    { id: 'pekerjaanSelesai', type: 'tick', required: true, sop: sop('002-akses', 1) },
  ],
  sop: sop('002-akses', 1, 2),
  standardMinutes: 0,
  idleSeconds: IDLE_SECONDS,
}

/**
 * Ending an access (002, Penonaktifan). In INAPROC the user does this inside the account; the kiosk has no login
 * there, so it prepares the request: who it is by card, face and codes, and which access it is about.
 */
export const nonaktifAkses: FormDefinition = {
  service: 'nonaktif-akses',
  version: 1,
  outcome: 'ending',
  steps: [...identityOfHolder(['ktp', 'hp', 'email']), heldRoleStep, placeStep, endingStep, reviewStep()],
}

/** Taking an ended access up again with a new letter of assignment (002, numbers 3–5). */
export const reaktivasiAkses: FormDefinition = {
  service: 'reaktivasi-akses',
  version: 1,
  outcome: 'reactivation',
  steps: [
    ...identityOfHolder(['ktp', 'hp', 'email', 'sk']),
    heldRoleStep,
    placeStep,
    assignmentStep,
    documentsStep([{ id: 'surat-tugas', required: true }], sop('002-akses', 3)),
    reviewStep(),
  ],
}

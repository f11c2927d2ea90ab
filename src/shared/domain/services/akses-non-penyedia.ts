import type { FormDefinition } from '../forms/form-definition.ts'
import { assignmentStep, documentsStep, identityBefore, placeStep, roleStep } from './steps/access-steps.ts'
import { reviewStep, whoStep } from './steps/frame-steps.ts'
import { governmentStaff } from './steps/identity-steps.ts'
import { sop } from './steps/sop.ts'

/** As whom a government user's profile is made: a business goes by `akses-penyedia`. */
const governmentWho = {
  ...whoStep,
  fields: whoStep.fields.map((field) => ({ ...field, options: governmentStaff.oneOf })),
}

/** Access for a government user (004 stage 3), with the profile in the same visit where it is missing. */
export const aksesNonPenyedia: FormDefinition = {
  service: 'akses-non-penyedia',
  version: 1,
  outcome: 'access',
  includes: ['akun', 'profil'],
  steps: [
    ...identityBefore(governmentWho, ['ktp', 'hp', 'email', 'nip-nrp', 'npwp', 'sk'], {
      'nip-nrp': governmentStaff,
      npwp: governmentStaff,
    }),
    roleStep,
    placeStep,
    assignmentStep,
    documentsStep([{ id: 'surat-tugas', required: true, sop: sop('004', 3) }], sop('004', 3)),
    reviewStep(),
  ],
}

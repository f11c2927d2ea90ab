import type { FieldDefinition, StepDefinition } from '../../forms/form-definition.ts'
import { IDLE_SECONDS, LONG_IDLE_SECONDS, sop } from './sop.ts'

/** Why a petugas may let an office's e-mail pass although a personal one is asked for (004). */
export const OFFICE_EMAIL_REASONS = ['hanya-ini', 'diwajibkan', 'bukan-kantor'] as const
export type OfficeEmailReason = (typeof OFFICE_EMAIL_REASONS)[number]
export const OFFICE_EMAIL_FIELD = 'alasanEmailKantor'

const officeEmailReason: FieldDefinition = {
  id: OFFICE_EMAIL_FIELD,
  type: 'choice',
  required: false,
  options: [...OFFICE_EMAIL_REASONS],
  goesWith: 'email',
  byPetugas: true,
}

/** E-mail, phone and username of a new account (SOP 000 steps 1–4, 8, 11). */
export const newContactStep: StepDefinition = {
  id: 'kontak',
  screen: 'contact',
  turn: 'pemohon',
  rail: 'kontak',
  fields: [
    { id: 'email', type: 'email', required: true, sop: sop('000', 1, 2) },
    officeEmailReason,
    { id: 'hp', type: 'phone', required: true, sop: sop('000', 8) },
    { id: 'username', type: 'username', required: true, sop: sop('000', 11) },
  ],
  checks: ['email-registered', 'username-free'],
  sop: sop('000', 1, 2, 3, 4, 8, 11),
  standardMinutes: 6,
  idleSeconds: IDLE_SECONDS,
}

/** E-mail and phone of an account that exists: nothing is new here but the proof that they are the person's own. */
export const ownContactStep: StepDefinition = {
  id: 'kontak-akun',
  screen: 'contact',
  turn: 'pemohon',
  rail: 'kontak',
  fields: [
    { id: 'email', type: 'email', required: true },
    officeEmailReason,
    { id: 'hp', type: 'phone', required: true },
  ],
  sop: [],
  standardMinutes: 0,
  idleSeconds: IDLE_SECONDS,
}

/** The codes of both contacts (SOP 000 steps 6–7, 9–10; 003 steps 5–7, 16). */
export const codesStep: StepDefinition = {
  id: 'kode',
  screen: 'codes',
  turn: 'pemohon',
  rail: 'kontak',
  fields: [],
  checks: ['phone-code', 'email-code'],
  sop: [...sop('000', 6, 7, 9, 10), ...sop('003', 5, 6, 7, 16)],
  standardMinutes: 2,
  idleSeconds: LONG_IDLE_SECONDS,
}

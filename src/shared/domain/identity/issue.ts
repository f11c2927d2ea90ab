/**
 * Every message key that the identifier parsers and warnings can answer. The words for a person stand in
 * `renderer/i18n/messages/identity.ts`, which does not compile while one is missing.
 */
export type IssueCode =
  | 'nik.length'
  | 'nik.characters'
  | 'nik.date'
  | 'nik.serial'
  | 'nik.birthDate'
  | 'nik.sex'
  | 'nik.age'
  | 'nik.region'
  | 'nik.address'
  | 'nip.length'
  | 'nip.characters'
  | 'nip.date'
  | 'nip.sex'
  | 'nip.birthDate.soft'
  | 'nip.sex.soft'
  | 'nip.month.soft'
  | 'nip.appointment.soft'
  | 'nrp.length'
  | 'nrp.empty'
  | 'nrp.characters'
  | 'npwp.length'
  | 'npwp.characters'
  | 'npwp.checkDigit'
  | 'npwp.nik'
  | 'nib.length'
  | 'nib.characters'
  | 'phone.format'
  | 'email.format'
  | 'email.space'
  | 'email.office'
  | 'email.typo'
  | 'username.length'
  | 'username.format'
  | 'name.empty'
  | 'name.length'
  | 'name.characters'
  | 'name.digits.soft'
  | 'date.format'
  | 'date.year'
  | 'date.impossible'
  | 'date.future'
  | 'coordinates.format'
  | 'coordinates.outside'
  | 'coordinates.swapped'
  | 'reference.format'

/** One thing that is wrong with, or odd about, a value. `params` fill the message's placeholders. */
export type Issue = {
  readonly code: IssueCode
  readonly params?: Readonly<Record<string, string | number>>
}

/** Short form for an issue. */
export const issue = (code: IssueCode, params?: Issue['params']): Issue =>
  params ? { code, params } : { code }

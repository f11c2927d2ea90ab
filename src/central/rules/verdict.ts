import { ACCESS_FIELDS } from '#shared/domain/services/index.ts'
import type { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { holdsNamedAccess } from './accesses.ts'
import { companyOf } from './companies.ts'

/** A reason for a person, in both languages. */
export type Reason = { readonly id: string; readonly en: string }

/** What the checks behind the central decide about a submission. */
export type Verdict =
  | { readonly state: 'terverifikasi' | 'aktif' }
  | {
      readonly state: 'ditolak'
      readonly reason: Reason
      readonly fields: readonly string[]
      readonly photos: readonly string[]
    }

/**
 * The demonstration rules (docs/demo.md). The real checks are made at Dukcapil, Privy and the VAI (003#18, 004);
 * here purpose-made inputs stand for their answers. The serial is the last four digits of the NIK.
 */
const REFUSED_SERIALS: Readonly<Record<string, Verdict>> = {
  '9999': {
    state: 'ditolak',
    reason: { id: 'NIK tidak sesuai data Dukcapil.', en: 'The NIK does not match the civil registry.' },
    fields: ['nik'],
    photos: [],
  },
  '9998': {
    state: 'ditolak',
    reason: { id: 'Foto wajah kurang jelas.', en: 'The face photo is not clear enough.' },
    fields: [],
    photos: ['swafoto'],
  },
  '9997': {
    state: 'ditolak',
    reason: { id: 'Foto KTP tidak terbaca.', en: 'The photo of the KTP cannot be read.' },
    fields: [],
    photos: ['ktp'],
  },
}

/** Usernames that belong to somebody. */
const TAKEN_USERNAMES: ReadonlySet<string> = new Set([
  'admin',
  'administrator',
  'root',
  'lpse',
  'inaproc',
  'helpdesk',
])

/** True when an account with this e-mail exists: `sudah.ada@…`. */
export const isEmailRegistered = (email: string): boolean =>
  email.trim().toLowerCase().startsWith('sudah.ada@')

/** True when nobody has this username yet. */
export const isUsernameFree = (username: string): boolean =>
  !TAKEN_USERNAMES.has(username.trim().toLowerCase())

/** Whether a picture is another one than before; one picture is told from another by its hash. */
const isNewPicture = (payload: SubmissionPayload, before: SubmissionPayload, purpose: string): boolean => {
  const hashOf = (of: SubmissionPayload) => of.photos.find((photo) => photo.purpose === purpose)?.sha256
  return hashOf(payload) !== undefined && hashOf(payload) !== hashOf(before)
}

/**
 * Decides about a submission whose codes have all been confirmed.
 * @param before the refused one that this one corrects: where a new picture was asked for and came, it is taken
 */
export function verdictOn(payload: SubmissionPayload, before?: SubmissionPayload): Verdict {
  const nik = payload.values.nik
  const refused = typeof nik === 'string' ? REFUSED_SERIALS[nik.slice(-4)] : undefined
  if (refused !== undefined && !isMended(refused, payload, before)) return refused
  const username = payload.values.username
  // A username that was checked online was free then; only a deferred check is made here.
  if (
    payload.deferred.includes('username-free') &&
    typeof username === 'string' &&
    !isUsernameFree(username)
  ) {
    return {
      state: 'ditolak',
      reason: { id: 'Nama pengguna sudah dipakai.', en: 'The username is already taken.' },
      fields: ['username'],
      photos: [],
    }
  }
  return refusedAccess(payload) ?? { state: ACTIVATES.has(payload.service) ? 'aktif' : 'terverifikasi' }
}

/** Services whose good end is a living access; the others are a profile or a request that was granted. */
const ACTIVATES: ReadonlySet<string> = new Set(['akses-penyedia', 'akses-non-penyedia', 'reaktivasi-akses'])

/**
 * What the checks of an access may refuse: a letter by its number (VAI), a NIB that was never checked online (OSS), an access
 * that ends or is taken up again and is not held, whatever the kiosk says of it.
 */
function refusedAccess({ service, values, deferred }: SubmissionPayload): Verdict | undefined {
  if (typeof values.nomorSk === 'string' && values.nomorSk.endsWith('9996'))
    return {
      state: 'ditolak',
      reason: {
        id: 'Surat Tugas tidak sesuai dengan satuan kerja.',
        en: 'The letter of assignment does not fit the work unit.',
      },
      fields: ['nomorSk', 'surat-tugas'],
      photos: [],
    }
  if (deferred.includes('nib') && typeof values.nib === 'string' && !companyOf(values.nib).found)
    return {
      state: 'ditolak',
      reason: { id: 'NIB tidak ditemukan di OSS.', en: 'OSS does not know the NIB.' },
      fields: ['nib'],
      photos: [],
    }
  if (!holdsNamedAccess(service, values))
    return {
      state: 'ditolak',
      reason: {
        id: 'Akses ini tidak tercatat atas nama Anda.',
        en: 'No such access is recorded in your name.',
      },
      fields: ACCESS_FIELDS,
      photos: [],
    }
  return undefined
}

/** The photo of the card is kept as the whole frame when no card was found in it. */
const SAME_PICTURE: Readonly<Record<string, readonly string[]>> = { ktp: ['ktp', 'ktp-frame'] }

function isMended(
  refused: Verdict,
  payload: SubmissionPayload,
  before: SubmissionPayload | undefined,
): boolean {
  if (refused.state !== 'ditolak' || refused.photos.length === 0 || before === undefined) return false
  return refused.photos.every((purpose) =>
    (SAME_PICTURE[purpose] ?? [purpose]).some((name) => isNewPicture(payload, before, name)),
  )
}

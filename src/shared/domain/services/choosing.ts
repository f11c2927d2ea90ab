/** For whom somebody comes. */
export const WHO = ['pemerintah', 'usaha'] as const
export type Who = (typeof WHO)[number]

/** How far the account is (the three stages of 004): none, an account without a verified profile, a verified profile. */
export const STAGE = ['belum', 'akun', 'profil'] as const
export type Stage = (typeof STAGE)[number]

/** What somebody wants, in plain words. */
export type Want =
  | 'akun'
  | 'profil'
  | 'profil-akses'
  | 'akses'
  | 'berhenti'
  | 'aktif-lagi'
  | 'admin-wna'
  | 'admin-cabang'

/** A service and the answers that are known before its first step. */
export type Chosen = { readonly service: string; readonly answers: Readonly<Record<string, string>> }

/** What can be wanted, given the first two answers; a verified profile is needed for all that is about an access only. */
export function wantsFor(who: Who, stage: Stage): readonly Want[] {
  if (stage === 'belum') return ['profil', 'profil-akses', 'akun']
  if (stage === 'akun') return ['profil', 'profil-akses']
  return who === 'pemerintah' ? ['akses', 'berhenti', 'aktif-lagi'] : ['akses', 'admin-wna', 'admin-cabang']
}

const SERVICES: Readonly<Record<Exclude<Want, 'profil-akses' | 'akses' | 'profil'>, string>> = {
  akun: 'akun',
  berhenti: 'nonaktif-akses',
  'aktif-lagi': 'reaktivasi-akses',
  'admin-wna': 'admin-wna',
  'admin-cabang': 'admin-cabang',
}

/** The service for three plain answers, for people who do not know its name. */
export function serviceFor(who: Who, want: Want): Chosen {
  const access = who === 'pemerintah' ? 'akses-non-penyedia' : 'akses-penyedia'
  switch (want) {
    case 'profil':
      return { service: 'profil', answers: who === 'usaha' ? { pemohon: 'penyedia' } : {} }
    case 'profil-akses':
      return { service: access, answers: { profil: 'belum' } }
    case 'akses':
      return { service: access, answers: { profil: 'sudah' } }
    default:
      return { service: SERVICES[want], answers: {} }
  }
}

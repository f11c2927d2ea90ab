import type { CentralApi, Company } from '../central-api/index.ts'
import type { Draft } from './draft.ts'
import { withoutStaleConfirmations } from './draft-changes.ts'

/** What Cek NIB said, as the form keeps it (field `hasilNib`). */
type CompanyResult =
  | 'ditemukan'
  | 'terdaftar'
  | 'tidak-ditemukan'
  | 'bukan-pengurus'
  | 'pengurus-dulu'
  | 'semua-wna'

/** Results with which the visit cannot go on as it stands: the NIB or the type must be put right. */
export const COMPANY_STOPS: readonly string[] = [
  'tidak-ditemukan',
  'bukan-pengurus',
  'pengurus-dulu',
] satisfies CompanyResult[]

/**
 * The result for this person (001 steps 1–3): red when OSS does not know the NIB or an owner's NIK is not on it; a
 * company that is registered is only joined; a member of staff registers a company first only where all its officers
 * are foreign nationals (002).
 */
function resultFor(company: Company, type: unknown): CompanyResult {
  if (!company.found) return 'tidak-ditemukan'
  if (company.registered) return 'terdaftar'
  if (type === 'pemilik') return company.officer ? 'ditemukan' : 'bukan-pengurus'
  return company.allOfficersForeign ? 'semua-wna' : 'pengurus-dulu'
}

/** The central could not be asked: the check follows later. */
function withoutAnswer(now: Draft): Draft {
  const { hasilNib: _, ...values } = now.values
  return { ...now, checks: { ...now.checks, nib: 'deferred' }, values }
}

/** Cek NIB: asks the central; when it cannot be asked the check is deferred, never skipped. */
export function createCompanyCheck(api: () => CentralApi | null, isOnline: () => boolean) {
  /**
   * Asks about the company of a draft; answers what the answer changes. Asking takes time: the change is made to the visit
   * as it stands then, so that what was typed meanwhile stays.
   */
  return async function ask(draft: Draft): Promise<(now: Draft) => Draft> {
    const { nib, nik, tipePenyedia } = draft.values
    if (typeof nib !== 'string' || typeof nik !== 'string') return (now) => now
    const central = isOnline() ? api() : null
    const answer = await central?.company({ nib, nik })
    if (!answer?.ok) return withoutAnswer
    const result = resultFor(answer.value, tipePenyedia)
    const name = answer.value.name
    return (now) => ({
      ...now,
      checks: { ...now.checks, nib: COMPANY_STOPS.includes(result) ? 'failed' : 'passed' },
      values: withoutStaleConfirmations(now.values, {
        ...now.values,
        hasilNib: result,
        statusPerusahaan: result === 'terdaftar' ? 'terdaftar' : 'baru',
        // As it stands in OSS, unless somebody typed a name already.
        ...(name === undefined || now.values.namaPerusahaan !== undefined ? {} : { namaPerusahaan: name }),
      }),
    })
  }
}
export type CompanyCheck = ReturnType<typeof createCompanyCheck>

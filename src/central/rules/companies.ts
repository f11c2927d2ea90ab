/** What OSS and the account system know about a company, as far as a kiosk needs it (001 steps 1–3). */
export type Company = {
  readonly found: boolean
  readonly registered: boolean
  readonly name?: string
  readonly officer: boolean
  readonly allOfficersForeign: boolean
}

const UNKNOWN: Company = { found: false, registered: false, officer: false, allOfficersForeign: false }

/** Demonstration rules by the last four digits of the NIB (docs/demo.md): purpose-made inputs stand for OSS. */
const BY_ENDING: Readonly<Record<string, Partial<Company>>> = {
  '0000': UNKNOWN,
  '1111': { registered: true },
  '2222': { officer: false },
  '3333': { officer: false, allOfficersForeign: true },
}

/** How the company with this NIB stands to the person with this NIK. */
export function companyOf(nib: string): Company {
  const known: Company = {
    found: true,
    registered: false,
    name: `PT Contoh ${nib.slice(-4)}`,
    officer: true,
    allOfficersForeign: false,
  }
  const rule = BY_ENDING[nib.slice(-4)]
  return rule === UNKNOWN ? UNKNOWN : { ...known, ...rule }
}

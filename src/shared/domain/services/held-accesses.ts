import { z } from 'zod'
import { checkStep, chosenCode, chosenName, formatChosen } from '../forms/index.ts'
import type { FormValues } from '../submission/payload.ts'
import { placeStep, ROLES, roleStep } from './steps/access-steps.ts'

/** An entry of a reference list, as the form can keep it (forms/chosen.ts). */
const Entry = z.object({ code: z.string().regex(/^[\w.-]{1,40}$/), name: z.string().min(1).max(150) })

/** The form's fields that say which access is meant; the position held with it is not one of them. */
export const ACCESS_FIELDS = ['perwakilan', 'peran', 'jenisBendahara', 'instansi', 'satuanKerja'] as const

const AnyAccess = z.object({
  id: z.string().min(1).max(64),
  perwakilan: z.enum(['klpd', 'pemda']),
  peran: z.enum(ROLES),
  jenisBendahara: z.enum(['pengeluaran', 'up', 'ls']).optional(),
  instansi: Entry,
  satuanKerja: Entry,
  jabatan: z.string().min(1).max(100).optional(),
  akhirBerlaku: z.iso.date(),
  state: z.enum(['aktif', 'berakhir']),
})

/** An access as the central holds it, in the words of the form that asks about it (002: role and instansi). */
export const HeldAccess = AnyAccess.refine(isTakenByTheForm, 'no access that the form can name')
export type HeldAccess = z.infer<typeof AnyAccess>

/** What the form keeps when this access is chosen. */
export function valuesOfAccess(access: HeldAccess): FormValues {
  const { perwakilan, peran, jenisBendahara, instansi, satuanKerja, jabatan } = access
  return {
    perwakilan,
    peran,
    ...(jenisBendahara === undefined ? {} : { jenisBendahara }),
    instansi: formatChosen(instansi),
    satuanKerja: formatChosen(satuanKerja),
    ...(jabatan === undefined ? {} : { jabatan }),
  }
}

/** A treasurer of a kind that there is not, a name too long: chosen, it would be refused when the step is left. */
function isTakenByTheForm(access: HeldAccess): boolean {
  const values = valuesOfAccess(access)
  const fields = [...roleStep.fields, ...placeStep.fields].filter(
    ({ id }) => id !== 'jabatan' || values.jabatan !== undefined,
  )
  return checkStep({ ...roleStep, fields }, {}, values).issues.length === 0
}

/** Whether a request of this service can be about the access: only a living one is ended (002). */
export const isChoosable = (service: string, { state }: HeldAccess): boolean =>
  service !== 'nonaktif-akses' || state === 'aktif'

/** Whether an entry of a form names this one: by its code, or by its name where it was typed. */
function isNamed(entry: HeldAccess['instansi'], value: FormValues[string] | undefined): boolean {
  if (typeof value !== 'string') return false
  const code = chosenCode(value)
  return code === undefined
    ? chosenName(value).trim().toLowerCase() === entry.name.toLowerCase()
    : code === entry.code
}

/** The access that the values of a form name, among those that this service can be about. */
export const namedAccess = (
  service: string,
  accesses: readonly HeldAccess[],
  values: FormValues,
): HeldAccess | undefined =>
  accesses.find(
    (access) =>
      isChoosable(service, access) &&
      values.perwakilan === access.perwakilan &&
      values.peran === access.peran &&
      (access.peran !== 'bendahara' || values.jenisBendahara === access.jenisBendahara) &&
      isNamed(access.instansi, values.instansi) &&
      isNamed(access.satuanKerja, values.satuanKerja),
  )

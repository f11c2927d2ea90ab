import type { FormDefinition } from '../forms/form-definition.ts'
import { type Correction, correctionForm } from '../submission/corrections.ts'
import { adminCabang, adminWna } from './admin-perusahaan.ts'
import { nonaktifAkses, reaktivasiAkses } from './akses-berakhir.ts'
import { aksesNonPenyedia } from './akses-non-penyedia.ts'
import { aksesPenyedia } from './akses-penyedia.ts'
import { akun } from './akun.ts'
import { profil } from './profil.ts'

/** Every form definition ever released: drafts and rejected submissions keep the version they began with. */
const catalogue: readonly FormDefinition[] = [
  akun,
  profil,
  aksesPenyedia,
  aksesNonPenyedia,
  nonaktifAkses,
  reaktivasiAkses,
  adminWna,
  adminCabang,
]

/** The newest form of a service, or undefined when the catalogue does not know it. */
export function findForm(service: string, version?: number): FormDefinition | undefined {
  return catalogue
    .filter((form) => form.service === service && (version === undefined || form.version === version))
    .sort((a, b) => b.version - a.version)[0]
}

/** As `findForm`, for callers that hold a service name that was checked before; throws otherwise. */
export function getForm(service: string, version?: number): FormDefinition {
  const form = findForm(service, version)
  if (!form) throw new Error(`no form definition for ${service} version ${version ?? 'newest'}`)
  return form
}

/** The form that a visit follows: the whole one, or of a correction the part that is asked for again. */
export function formOfVisit(visit: {
  readonly service: string
  readonly formVersion: number
  readonly correction: Correction | null
}): FormDefinition {
  const form = getForm(visit.service, visit.formVersion)
  return visit.correction ? correctionForm(form, visit.correction) : form
}

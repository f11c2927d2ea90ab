import type { VisitSnapshot } from '#shared/contract/views.ts'
import { getStep } from '#shared/domain/forms/index.ts'
import { err, ok } from '#shared/domain/result.ts'
import {
  ACCESS_FIELDS,
  formOfVisit,
  type HeldAccess,
  isChoosable,
  namedAccess,
  valuesOfAccess,
} from '#shared/domain/services/index.ts'
import type { CheckState, FormValues } from '#shared/domain/submission/payload.ts'
import type { CentralApi } from '../central-api/index.ts'
import { type Answer, type Desk, noVisit } from './desk.ts'
import type { Draft } from './draft.ts'
import { withoutStaleConfirmations } from './draft-changes.ts'

/** The access that the form names, if it is one that the central told. */
const toldAccess = ({ accesses, service, values }: Draft) => namedAccess(service, accesses ?? [], values)

/**
 * How the check stands: `passed` while the form names an access that the central told. Whatever else it names, the central
 * holds against its records when the request arrives.
 */
const checkOf = (draft: Draft): CheckState => (toldAccess(draft) ? 'passed' : 'deferred')

const withCheck = (draft: Draft): Draft => ({
  ...draft,
  checks: { ...draft.checks, accesses: checkOf(draft) },
})

/** Whether the visit stands where it is said which of the person's accesses is meant. */
const asksHere = (draft: Draft): boolean =>
  getStep(formOfVisit(draft), draft.step).checks?.includes('accesses') ?? false

/** Both contacts have proven themselves: before that nobody is told what a person holds (docs/decisions/0031). */
const isProven = ({ checks }: Draft): boolean =>
  checks['phone-code'] === 'passed' && checks['email-code'] === 'passed'

/** What was told holds for one NIK; and the check follows what the form names now. */
export function afterAccessChange(before: Draft, after: Draft): Draft {
  const now = before.values.nik === after.values.nik ? after : { ...after, accesses: null }
  const isAsked = formOfVisit(now).steps.some((step) => step.checks?.includes('accesses'))
  const isNamed = now.values.peran !== undefined || now.checks.accesses !== undefined
  return isAsked && isNamed ? withCheck(now) : now
}

/** The values without what the chosen access said; a position that was typed stays. */
function withoutChosen(draft: Draft): FormValues {
  const chosen = toldAccess(draft)
  if (!chosen) return draft.values
  const said = valuesOfAccess(chosen)
  return Object.fromEntries(
    Object.entries(draft.values).filter(
      ([id, value]) => !ACCESS_FIELDS.some((field) => field === id) && said[id] !== value,
    ),
  )
}

/** The values with what an access says, unless somebody typed a position already. */
function withAccess(draft: Draft, access: HeldAccess): FormValues {
  const { jenisBendahara: _, ...others } = withoutChosen(draft)
  const { jabatan, ...said } = valuesOfAccess(access)
  const position = others.jabatan ?? jabatan
  return { ...others, ...said, ...(position === undefined ? {} : { jabatan: position }) }
}

/** Asks the central; null when it cannot be asked, tells nothing or answers what cannot be read. */
export function createAccessCheck(api: () => CentralApi | null, isOnline: () => boolean) {
  return async function ask(draft: Draft): Promise<Draft['accesses']> {
    const central = isOnline() && isProven(draft) ? api() : null
    if (!central || typeof draft.values.nik !== 'string') return null
    const answer = await central.accesses({ visitId: draft.id, nik: draft.values.nik })
    return answer.ok ? [...answer.value] : null
  }
}
export type AccessCheck = ReturnType<typeof createAccessCheck>

type Deps = { readonly desk: Desk; readonly accessCheck: AccessCheck }

/** Which access ends or is taken up again (002): told by the central, and chosen by its id alone. */
export function createAccessChoice({ desk, accessCheck }: Deps) {
  /** Asking takes time: what was typed meanwhile stays. */
  async function checkAccesses(): Promise<Answer<VisitSnapshot>> {
    const draft = desk.current()
    if (!draft) return err(noVisit)
    if (!asksHere(draft)) return err({ code: 'wrong-state', state: draft.step })
    const accesses = await accessCheck(draft)
    return desk.update(draft.id, (now) =>
      now.values.nik === draft.values.nik ? withCheck({ ...now, accesses }) : now,
    )
  }

  return {
    checkAccesses,

    /**
     * Fills in an access that the central told; the caller names none of its values. Null: another one, which is typed; what
     * the access before it said is emptied.
     */
    chooseAccess(id: string | null): Answer<VisitSnapshot> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      if (!asksHere(draft)) return err({ code: 'wrong-state', state: draft.step })
      const chosen = draft.accesses?.find((each) => each.id === id && isChoosable(draft.service, each))
      if (id !== null && !chosen) return err({ code: 'not-found', what: 'access' })
      const values = chosen ? withAccess(draft, chosen) : withoutChosen(draft)
      return ok(desk.keep(withCheck({ ...draft, values: withoutStaleConfirmations(draft.values, values) })))
    },

    /** The network is back: what could not be asked before is asked now. */
    async askAccessesAgain(): Promise<void> {
      const draft = desk.current()
      if (draft?.accesses === null && asksHere(draft) && isProven(draft)) await checkAccesses()
    },
  }
}

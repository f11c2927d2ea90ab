import { createContext, useContext } from 'react'
import type { AppStatus, VisitSnapshot } from '#shared/contract/views.ts'
import type { AppError, FieldIssue } from '#shared/domain/errors.ts'
import type { FieldDefinition, FormDefinition, StepDefinition } from '#shared/domain/forms/index.ts'
import type { FieldValue } from '#shared/domain/submission/payload.ts'
import type { Call } from '../../app/state/index.ts'
import type { RailState } from '../../ui/index.ts'

/** Everything a screen of the visit works with: what is known, what is being typed, and the ways on. */
export type StepApi = {
  readonly snapshot: VisitSnapshot
  readonly form: FormDefinition
  readonly step: StepDefinition
  /** Fields of this step that apply to this registrant, with what is being typed taken into account. */
  readonly fields: readonly FieldDefinition[]
  readonly rail: RailState
  readonly online: boolean
  readonly status: AppStatus | null
  readonly call: Call

  /** What is typed or, when nothing was typed yet, what the core holds. */
  readonly value: (field: string) => FieldValue | undefined
  readonly text: (field: string) => string
  readonly set: (field: string, value: FieldValue) => void
  /** True once the person changed the field on this screen. */
  readonly isEdited: (field: string) => boolean

  readonly issues: readonly FieldIssue[]
  /** The sentence above a field, if something is wrong with it. */
  readonly issueText: (field: string) => string | undefined
  readonly showIssues: (issues: readonly FieldIssue[]) => void
  /** What went wrong with the last call, other than the form's rules. */
  readonly failure: AppError | undefined
  readonly showFailure: (failure: AppError | undefined) => void
  readonly busy: boolean

  /** Puts aside what is typed, unchecked, so that nothing is lost. Answers whether it was kept. */
  readonly keep: (extra?: Readonly<Record<string, FieldValue>>) => Promise<boolean>
  /** Checks the step and moves on. Answers whether the step was left. */
  readonly advance: (extra?: Readonly<Record<string, FieldValue>>) => Promise<boolean>
  readonly goTo: (step: string) => Promise<void>
  /** Goes back to correct one step, and returns to the review afterwards. */
  readonly correct: (step: string) => Promise<void>
  /** The step before; undefined at the first. */
  readonly back: (() => void) | undefined
  /** Asks whether to stop and erase. */
  readonly askStop: () => void
}

const StepContext = createContext<StepApi | null>(null)
export const StepProvider = StepContext.Provider

/** The step on the screen. Throws outside a visit: a bug. */
export function useStep(): StepApi {
  const api = useContext(StepContext)
  if (!api) throw new Error('useStep outside a visit')
  return api
}

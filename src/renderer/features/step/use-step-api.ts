import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { AppError, FieldIssue } from '#shared/domain/errors.ts'
import {
  type FormDefinition,
  getStep,
  visibleFields,
  withoutForeignUnit,
} from '#shared/domain/forms/index.ts'
import type { FieldValue } from '#shared/domain/submission/payload.ts'
import { useCall, useView } from '../../app/state/index.ts'
import { useIssueText } from '../../i18n/index.ts'
import { actorOf } from './actor.ts'
import { mayReturnToReview, previousStep, railState } from './route.ts'
import type { StepApi } from './step-context.ts'
import { useQueue } from './use-queue.ts'

/** Findings about the whole screen: said once at its top, not above every field. */
const SAID_ON_TOP: readonly string[] = ['ocr.unsureLeft']

type Edits = Readonly<Record<string, FieldValue>>

type Options = {
  readonly snapshot: VisitSnapshot
  readonly form: FormDefinition
  readonly askStop: () => void
  /** Set while something is being corrected from the review. */
  readonly correcting: boolean
  readonly setCorrecting: (correcting: boolean) => void
}

/** Holds what is typed on one step until the core has it. Mount it anew for every step. */
export function useStepApi({ snapshot, form, askStop, correcting, setCorrecting }: Options): StepApi {
  const call = useCall()
  const status = useView((state) => state.status)
  const sentence = useIssueText()
  const [edits, setEdits] = useState<Edits>({})
  const [issues, setIssues] = useState<readonly FieldIssue[]>([])
  const [failure, setFailure] = useState<AppError>()
  const [working, setWorking] = useState(0)
  const lastPointer = useLastPointer()
  // Calls run after later renders: they must see what is typed then, not when they were made.
  const latest = useRef({ edits, snapshot })
  latest.current = { edits, snapshot }

  const step = getStep(form, snapshot.step)
  const values = withoutForeignUnit(step, snapshot.values, { ...snapshot.values, ...edits })
  const fields = visibleFields(step, values)

  const inLine = useQueue()

  const sendNow = useCallback(
    async (advance: boolean, extra: Edits) => {
      const sent = { ...latest.current.edits, ...extra }
      const all = { ...latest.current.snapshot.values, ...sent }
      const shown = new Set(visibleFields(step, all).map((field) => field.id))
      const own = Object.fromEntries(Object.entries(sent).filter(([id]) => shown.has(id)))
      // Putting aside is silent: the press that left a field must not find its button busy.
      if (advance) setWorking((count) => count + 1)
      const answer = await call('visit.saveStep', {
        step: step.id,
        values: own,
        advance,
        ...(advance ? { mode: actorOf(step.turn, navigator.maxTouchPoints > 0, lastPointer.current) } : {}),
      })
      if (advance) setWorking((count) => count - 1)
      if (!answer.ok) {
        if (answer.error.code === 'form') setIssues(answer.error.issues)
        else setFailure(answer.error)
        return answer
      }
      setFailure(undefined)
      // What the core has now is no longer "being typed", unless it was typed on meanwhile.
      setEdits((now) => Object.fromEntries(Object.entries(now).filter(([id, value]) => value !== sent[id])))
      return answer
    },
    [call, step, lastPointer],
  )
  // One after the other: leaving a field saves it, and the press that left it may already move on.
  const send = useCallback(
    (advance: boolean, extra: Edits = {}) => inLine(() => sendNow(advance, extra)),
    [inLine, sendNow],
  )

  const goTo = useCallback(
    async (target: string) => {
      // What is half typed is put aside first; where it cannot be, going back still works.
      if (Object.keys(latest.current.edits).length > 0) await send(false)
      const answer = await call('visit.goTo', { step: target })
      if (!answer.ok) setFailure(answer.error)
    },
    [call, send],
  )

  const advance = useCallback(
    async (extra?: Edits) => {
      setIssues([])
      const answer = await send(true, extra)
      if (!answer.ok) return false
      const review = form.steps.find((each) => each.screen === 'review')
      const next = getStep(form, answer.value.step)
      if (correcting && review && next.id !== review.id && mayReturnToReview(next.screen)) {
        await call('visit.goTo', { step: review.id })
        setCorrecting(false)
      } else if (next.id === review?.id) setCorrecting(false)
      return true
    },
    [send, call, form, correcting, setCorrecting],
  )

  const before = previousStep(snapshot.steps, step.id)
  const back = useMemo(() => (before ? () => void goTo(before) : undefined), [before, goTo])

  return {
    snapshot,
    form,
    step,
    fields,
    rail: railState(form.steps, snapshot.steps, snapshot.step, snapshot.furthest),
    online: status?.network.online ?? false,
    status,
    call,
    value: (field) => values[field],
    text: (field) => {
      const value = values[field]
      return typeof value === 'string' ? value : ''
    },
    set: (field, value) => {
      setEdits((now) => ({ ...now, [field]: value }))
      setIssues((now) => now.filter((issue) => issue.field !== field))
    },
    isEdited: (field) => field in edits,
    issues,
    issueText: (field) => {
      const issue = issues.find((each) => each.field === field && !SAID_ON_TOP.includes(each.code))
      return issue && sentence(issue)
    },
    showIssues: setIssues,
    failure,
    showFailure: setFailure,
    busy: working > 0,
    keep: async (extra) => (await send(false, extra)).ok,
    advance,
    goTo,
    correct: async (target) => {
      setCorrecting(true)
      await goTo(target)
    },
    back,
    askStop,
  }
}

/** How the step was last touched: 'touch', 'mouse', 'pen'. */
function useLastPointer() {
  const last = useRef<string>(undefined)
  useEffect(() => {
    const note = (event: PointerEvent) => {
      last.current = event.pointerType
    }
    window.addEventListener('pointerdown', note, { capture: true })
    return () => window.removeEventListener('pointerdown', note, { capture: true })
  }, [])
  return last
}

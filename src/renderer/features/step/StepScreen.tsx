import { CircleX } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { FieldIssue } from '#shared/domain/errors.ts'
import { hasMessage, useErrorText, useIssueText, useText } from '../../i18n/index.ts'
import { Notice, Screen, type ScreenAction } from '../../ui/index.ts'
import { bySentence } from './issue-list.ts'
import { useStep } from './step-context.ts'

export type StepScreenProps = {
  readonly title: string
  readonly sub?: ReactNode
  readonly primary?: ScreenAction
  readonly secondary?: readonly ScreenAction[]
  readonly children?: ReactNode
  readonly scroll?: boolean
  readonly centred?: boolean
  /** Several pictures of one step (live, taken): a new value moves the focus to the H1. */
  readonly view?: string
  /** Overrides where Kembali leads (inside a step of several views). */
  readonly back?: () => void
  /** A running camera: its footer is full, and the picture is what must be seen. */
  readonly live?: boolean
  /** Issues of these ids stand above the content even though no field shows them. */
  readonly groupIssues?: readonly string[]
  /** Issues of these ids are said by the content (`GroupError`), beside a tick far below the title. */
  readonly ownIssues?: readonly string[]
  /** What this screen has found wrong itself; stands where the others do. */
  readonly error?: ReactNode
}

/** The frame of a visit's screen: turn, rail, Kembali, Berhenti and what went wrong are the same everywhere. */
export function StepScreen({
  title,
  sub,
  primary,
  secondary = [],
  children,
  scroll,
  centred,
  view,
  back,
  groupIssues = [],
  ownIssues = [],
  error: found,
  live = false,
}: StepScreenProps) {
  const { t } = useText()
  const api = useStep()
  const { step, rail, snapshot } = api
  useFocusOnIssue()
  const goBack = back ?? api.back
  const stop: ScreenAction = {
    label: t('visit.stop'),
    onPress: api.askStop,
    icon: <CircleX aria-hidden="true" />,
  }
  const told = useTopError(groupIssues, ownIssues)
  const error = found ?? told
  return (
    <Screen
      turn={step.turn}
      title={title}
      rail={rail}
      name={step.id}
      screenKey={`${snapshot.id}:${step.id}:${view ?? ''}`}
      secondary={[stop, ...secondary]}
      saysMore={!live}
      scroll={scroll ?? false}
      centred={centred ?? false}
      {...(goBack ? { back: { onPress: goBack } } : {})}
      {...(sub === undefined ? {} : { sub })}
      {...(snapshot.correction
        ? { note: t('row.corrects', { reference: snapshot.correction.reference }) }
        : {})}
      {...(primary ? { primary: { ...primary, busy: primary.busy ?? api.busy } } : {})}
      {...(error ? { error } : {})}
    >
      {children}
    </Screen>
  )
}

/** A failed call in words; issues of the whole screen; two or more field issues as a list on top. */
function useTopError(groupIds: readonly string[], ownIds: readonly string[]): ReactNode {
  const { t } = useText()
  const errorText = useErrorText()
  const sentence = useIssueText()
  const { failure, issues: all } = useStep()
  const issues = all.filter((issue) => !ownIds.includes(issue.field))
  const nameOf = ({ field, code }: FieldIssue) => {
    // "E-mail masih kosong …" names its field already.
    if (code === 'field.required' && hasMessage(`field.${field}.empty`)) return undefined
    const key = `field.${field}.label`
    // A tick is named by its sentence.
    return hasMessage(key) ? t(key).replace(/\.$/, '') : undefined
  }
  if (failure) return errorText(failure)
  const grouped = issues.filter((issue) => groupIds.includes(issue.field))
  const first = grouped[0]
  if (first) return sentence(first)
  if (issues.length < 2) return undefined
  return (
    <>
      {t('visit.fixFirst', { n: issues.length })}
      <ul>
        {bySentence(issues, sentence, nameOf).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** The sentence about a group of ticks, right above them. */
export function GroupError({ ids }: { readonly ids: readonly string[] }) {
  const sentence = useIssueText()
  const { issues } = useStep()
  const first = issues.find((issue) => ids.includes(issue.field))
  return first ? <Notice kind="error">{sentence(first)}</Notice> : null
}

/** Moves the focus to the first field that must be put right. */
function useFocusOnIssue(): void {
  const { issues } = useStep()
  const first = issues[0]?.field
  const count = useRef(0)
  useEffect(() => {
    // Only when issues arrive: typing in one field must not throw the focus into another.
    if (issues.length > count.current && first !== undefined) {
      const field = document.querySelector<HTMLElement>(`[data-field="${first}"]`)
      field?.querySelector<HTMLElement>('input, select, button')?.focus()
    }
    count.current = issues.length
  }, [issues, first])
}

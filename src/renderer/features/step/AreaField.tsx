import { useEffect, useState } from 'react'
import type { ReferenceEntry } from '#shared/contract/views.ts'
import type { FieldDefinition } from '#shared/domain/forms/index.ts'
import { type MessageKey, useText } from '../../i18n/index.ts'
import { SearchField } from './SearchField.tsx'
import styles from './step.module.css'
import { useStep } from './step-context.ts'
import { useFieldText } from './use-field-text.ts'

const LEVELS = ['province', 'regency', 'district', 'village'] as const satisfies readonly string[]

/** The code of an area's ancestor at a depth: `62.71.01.1001` at 1 is `62.71`. */
const codeAt = (code: string, depth: number): string =>
  code
    .split('.')
    .slice(0, depth + 1)
    .join('.')

const depthOf = (code: string): number => (code === '' ? -1 : code.split('.').length - 1)

/** Province, regency, district, village, one after the other, each searchable; kept as the village's code. */
export function AreaField({ field }: { readonly field: FieldDefinition }) {
  const api = useStep()
  const { label } = useFieldText(field)
  // What is chosen so far; only a village is an answer.
  const [code, setCode] = useState(api.text(field.id))
  const choose = (next: string) => {
    setCode(next)
    const complete = depthOf(next) === LEVELS.length - 1
    api.set(field.id, complete ? next : '')
    if (complete) void api.keep({ [field.id]: next })
  }
  const shown = LEVELS.slice(0, Math.min(LEVELS.length, depthOf(code) + 2))
  return (
    <fieldset data-field={field.id} className={styles.area}>
      {/* The page is titled after it. */}
      <legend className="visually-hidden">{label}</legend>
      {shown.map((level, depth) => (
        <AreaLevel
          // Another parent has other children: typed text and list start anew.
          key={`${level}:${depth === 0 ? '' : codeAt(code, depth - 1)}`}
          label={`area.${level}`}
          parent={depth === 0 ? null : codeAt(code, depth - 1)}
          chosen={depthOf(code) >= depth ? codeAt(code, depth) : null}
          onChoose={choose}
          error={depth === shown.length - 1 ? api.issueText(field.id) : undefined}
        />
      ))}
    </fieldset>
  )
}

type AreaLevelProps = {
  readonly label: MessageKey
  readonly parent: string | null
  readonly chosen: string | null
  readonly onChoose: (code: string) => void
  readonly error: string | undefined
}

function AreaLevel({ label, parent, chosen, onChoose, error }: AreaLevelProps) {
  const { t } = useText()
  const { call } = useStep()
  const [areas, setAreas] = useState<readonly ReferenceEntry[]>([])
  const [typed, setTyped] = useState<string>()
  useEffect(() => {
    let stale = false
    void call('reference.areas', { parent }).then((answer) => {
      if (!stale && answer.ok) setAreas(answer.value)
    })
    return () => {
      stale = true
    }
  }, [call, parent])
  const name = areas.find((area) => area.code === chosen)?.name ?? ''
  const wanted = (typed ?? '').toLowerCase()
  const matching =
    typed === undefined ? areas : areas.filter((area) => area.name.toLowerCase().includes(wanted))
  return (
    <SearchField
      label={t(label)}
      query={typed ?? name}
      onQuery={(text) => setTyped(text === name ? undefined : text)}
      entries={matching}
      chosen={chosen}
      onChoose={(code) => {
        setTyped(undefined)
        onChoose(code)
      }}
      // Half a name is no area: what was chosen stands.
      onBlur={() => setTyped(undefined)}
      error={error}
    />
  )
}

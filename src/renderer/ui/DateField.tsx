import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../i18n/index.ts'
import { cx } from './cx.ts'
import styles from './DateField.module.css'
import { joinDate, splitDate, type TypedDate } from './date-parts.ts'
import { FieldNotes } from './FieldNotes.tsx'
import fieldStyles from './field.module.css'
import { FieldMark, type FieldState } from './TextField.tsx'

export type DateFieldProps = {
  readonly label: string
  /** YYYY-MM-DD, or '' while it is not a whole date. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onFocus?: () => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly state?: FieldState
  /** Directly above the inputs: the line of print that they were read from. */
  readonly above?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
}

const PARTS = [
  { part: 'day', length: 2 },
  { part: 'month', length: 2 },
  { part: 'year', length: 4 },
] as const

/** A date typed as Tgl / Bln / Thn (interface specification §4). A full part hands on to the next one. */
export function DateField({
  label,
  value,
  onChange,
  onBlur,
  onFocus,
  hint,
  error,
  state = 'plain',
  above,
  inputRef,
}: DateFieldProps) {
  const { t } = useText()
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const [typed, setTyped] = useState<TypedDate>(() => splitDate(value))

  // A value from outside (a reading of the KTP) replaces what is shown; a half-typed date does not count as one.
  useEffect(() => {
    setTyped((current) => (joinDate(current) === value || value === '' ? current : splitDate(value)))
  }, [value])

  const change = (index: number, text: string) => {
    const definition = PARTS[index]
    if (!definition) return
    const digits = text.replace(/\D/g, '').slice(0, definition.length)
    const next = { ...typed, [definition.part]: digits }
    setTyped(next)
    onChange(joinDate(next))
    if (digits.length === definition.length) group.current?.querySelectorAll('input')[index + 1]?.focus()
  }

  return (
    <fieldset
      ref={group}
      className={cx(fieldStyles.field, styles.group)}
      data-state={error === undefined ? state : 'error'}
      aria-describedby={`${id}-hint ${id}-error`}
      onFocus={onFocus}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.()
      }}
    >
      <legend className={cx(fieldStyles.head, fieldStyles.label, styles.legend)}>
        {label}
        {error === undefined ? <FieldMark state={state} /> : null}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {above}
      <div className={styles.parts}>
        {PARTS.map(({ part, length }, index) => (
          <label key={part} className={styles.part} data-part={part}>
            <span>{t(`date.part.${part}`)}</span>
            <input
              className={fieldStyles.control}
              ref={index === 0 ? inputRef : undefined}
              value={typed[part]}
              // A part is typed anew as a whole: nobody puts the caret between two digits.
              onClick={(event) => event.currentTarget.select()}
              onChange={(event) => change(index, event.target.value)}
              inputMode="none"
              data-keyboard="numeric"
              autoComplete="off"
              maxLength={length}
              readOnly={state === 'locked'}
              aria-invalid={error !== undefined}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useText } from '../../i18n/index.ts'
import { type Choice, cx, FieldMark, FieldNotes, type FieldState, fieldStyles } from '../../ui/index.ts'
import styles from './step.module.css'

export type SelectFieldProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly Choice<string>[]
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onFocus?: () => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly state?: FieldState
  readonly above?: ReactNode
  /** What stands there while nothing is chosen. */
  readonly none?: string
}

/** One of a closed list, as it is printed on the card. A drop-down of the system: no list of ours is as well known. */
export function SelectField(props: SelectFieldProps) {
  const {
    label,
    value,
    options,
    onChange,
    onBlur,
    onFocus,
    hint,
    error,
    state = 'plain',
    above,
    none,
  } = props
  const { t } = useText()
  const id = useId()
  return (
    <div className={fieldStyles.field} data-state={error === undefined ? state : 'error'}>
      <span className={cx(fieldStyles.head, fieldStyles.label)}>
        <label htmlFor={id}>{label}</label>
        {error === undefined ? <FieldMark state={state} /> : null}
      </span>
      <FieldNotes id={id} hint={hint} error={error} />
      {above}
      <span className={styles.picker}>
        <select
          className={cx(fieldStyles.control, styles.select)}
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          onFocus={onFocus}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-hint ${id}-error`}
        >
          <option value="">{none ?? t('select.none')}</option>
          {options.some((option) => option.value === value) || value === '' ? null : (
            <option value={value}>{value}</option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </span>
    </div>
  )
}

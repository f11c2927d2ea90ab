import { Check, Lock, Pencil } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { TextField as AriaTextField, Input, Label } from 'react-aria-components'
import { useText } from '../i18n/index.ts'
import { cx } from './cx.ts'
import { AriaFieldNotes } from './FieldNotes.tsx'
import fieldStyles from './field.module.css'
import { useGroupedDigits } from './grouped-digits.ts'
import styles from './TextField.module.css'

/**
 * How a field looks (interface specification §3). `error` text overrides the state.
 * - `unsure`: read from the KTP but unclear; `empty`: could not be read; `edited` / `confirmed`: seen to by a person;
 * - `locked`: verified, cannot be changed here.
 */
export type FieldState = 'plain' | 'unsure' | 'empty' | 'edited' | 'confirmed' | 'locked'

export type TextFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onFocus?: () => void
  readonly hint?: string
  /** What is wrong and what to do; stands above the input. */
  readonly error?: string | undefined
  readonly state?: FieldState
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  readonly maxLength?: number
  /** Sizes of the groups in which digits are shown: `[4, 4, 4, 4]` for a NIK. The value itself has no spaces. */
  readonly groups?: readonly number[] | undefined
  readonly name?: string
  /** The on-screen keyboard starts with capitals, as on the KTP. */
  readonly capitals?: boolean
  /** Large figures (NIK, e-mail read back). */
  readonly large?: boolean
  readonly autoFocus?: boolean
  /** Directly above the input: the line of print that it was read from. */
  readonly above?: ReactNode
  /** Beside the input: alternatives, a suggestion button. */
  readonly children?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
}

/** The mark of a field's state: an icon and a word, never colour alone. */
export function FieldMark({ state }: { readonly state: FieldState }) {
  const { t } = useText()
  if (state === 'plain') return null
  const icon = {
    unsure: <b aria-hidden="true">?</b>,
    empty: <b aria-hidden="true">…</b>,
    edited: <Pencil aria-hidden="true" />,
    confirmed: <Check aria-hidden="true" />,
    locked: <Lock aria-hidden="true" />,
  }[state]
  return (
    <span className={styles.mark} data-state={state}>
      {icon}
      {t(`field.state.${state}`)}
    </span>
  )
}

/** One line of text with its label above, hint, error and state. Browsers may not fill or remember it. */
export function TextField({
  label,
  value,
  onChange,
  onBlur,
  onFocus,
  hint,
  error,
  state = 'plain',
  inputMode = 'text',
  maxLength,
  groups,
  name,
  large = false,
  capitals = false,
  autoFocus = false,
  above,
  children,
  inputRef,
}: TextFieldProps) {
  const { onInput, ...shown } = useGroupedDigits(value, onChange, groups)
  return (
    <AriaTextField
      className={fieldStyles.field ?? ''}
      {...shown}
      isInvalid={error !== undefined}
      isReadOnly={state === 'locked'}
      data-state={error === undefined ? state : 'error'}
      autoComplete="off"
      autoFocus={autoFocus}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
      {...(onFocus ? { onFocus: () => onFocus() } : {})}
      {...(name ? { name } : {})}
    >
      <span className={fieldStyles.head}>
        <Label className={fieldStyles.label ?? ''}>{label}</Label>
        {error === undefined ? <FieldMark state={state} /> : null}
      </span>
      <AriaFieldNotes hint={hint} error={error} />
      {above}
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        {...(onInput ? { onInput } : {})}
        className={cx(fieldStyles.control, fieldStyles.input, large && fieldStyles.large)}
        // The system's own keyboard would cover the field: ours comes on touch (keyboard/).
        inputMode="none"
        data-keyboard={inputMode}
        data-capitals={capitals || undefined}
        spellCheck="false"
        autoCorrect="off"
        autoCapitalize="off"
        {...(maxLength === undefined ? {} : { maxLength })}
      />
      {children}
    </AriaTextField>
  )
}

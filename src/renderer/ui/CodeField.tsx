import { type ReactNode, type Ref, useId } from 'react'
import styles from './CodeField.module.css'
import { FieldNotes } from './FieldNotes.tsx'
import { NumberPad } from './NumberPad.tsx'

export type CodeFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (digits: string) => void
  /** How many digits the code has (named by the central). */
  readonly length: number
  readonly hint?: string
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  /** Below the boxes: what to do when no code comes. */
  readonly children?: ReactNode
}

/** A one-time code: one input drawn as boxes, so that keyboard and reader see a single field, and a pad to touch. */
export function CodeField({
  label,
  value,
  onChange,
  length,
  hint,
  error,
  autoFocus = false,
  inputRef,
  children,
}: CodeFieldProps) {
  const id = useId()
  const boxes = Array.from({ length }, (_, index) => ({ index, digit: value[index] ?? '' }))
  return (
    <div className={styles.field} data-invalid={error !== undefined || undefined}>
      <div className={styles.entry}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <FieldNotes id={id} hint={hint} error={error} />
        <div className={styles.boxes}>
          <input
            id={id}
            ref={inputRef}
            className={styles.input}
            value={value}
            onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, length))}
            inputMode="none"
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: only where the code is the one thing to do on the screen
            autoFocus={autoFocus}
            aria-invalid={error !== undefined}
            aria-describedby={`${id}-hint ${id}-error`}
          />
          {boxes.map((box) => (
            <span key={box.index} className={styles.box} data-next={box.index === value.length || undefined}>
              {box.digit}
            </span>
          ))}
        </div>
        {children}
      </div>
      <NumberPad
        onDigit={(digit) => onChange((value + digit).slice(0, length))}
        onDelete={() => onChange(value.slice(0, -1))}
      />
    </div>
  )
}

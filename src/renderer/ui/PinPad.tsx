import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { NumberPad } from './NumberPad.tsx'
import styles from './PinPad.module.css'

const PIN_LENGTH = 6

export type PinPadProps = {
  readonly label: string
  readonly pin: string
  readonly onChange: (pin: string) => void
  /** Enter on the keyboard. */
  readonly onEnter?: () => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}

/** Six dots and a number pad with 1-2-3 on top; the keyboard's digits work as well. The PIN is never shown. */
export function PinPad({ label, pin, onChange, onEnter, error, autoFocus = true }: PinPadProps) {
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])

  // After a wrong PIN the next one is typed at once.
  useEffect(() => {
    if (error !== undefined) field.current?.focus()
  }, [error])

  return (
    <div className={styles.pad} data-invalid={error !== undefined || undefined}>
      <div className={styles.entry}>
        <label className={styles.label}>
          {label}
          <span className={styles.dots}>
            <input
              ref={field}
              type="password"
              className={styles.input}
              value={pin}
              inputMode="none"
              autoComplete="off"
              aria-invalid={error !== undefined}
              onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, PIN_LENGTH))}
              onKeyDown={(event) => {
                if (event.key === 'Enter') onEnter?.()
              }}
            />
            {Array.from({ length: PIN_LENGTH }, (_, index) => index).map((index) => (
              <span key={index} className={styles.dot} data-filled={index < pin.length || undefined} />
            ))}
          </span>
        </label>
        {error === undefined ? null : (
          <p className={styles.error} role="alert">
            <CircleAlert aria-hidden="true" />
            {error}
          </p>
        )}
      </div>
      <NumberPad
        onDigit={(digit) => onChange((pin + digit).slice(0, PIN_LENGTH))}
        onDelete={() => onChange(pin.slice(0, -1))}
      />
    </div>
  )
}

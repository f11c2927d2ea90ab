import { CircleAlert } from 'lucide-react'
import { FieldError, Text } from 'react-aria-components'
import styles from './field.module.css'

type Notes = {
  readonly hint?: string | undefined
  /** What is wrong and what to do. */
  readonly error?: string | undefined
}

export type FieldNotesProps = Notes & {
  /** Of the field: its input is described by `${id}-hint ${id}-error`. */
  readonly id: string
}

/** What stands between a field's label and its input: the hint and the error. */
export function FieldNotes({ id, hint, error }: FieldNotesProps) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint} data-hint>
          {hint}
        </p>
      ) : null}
      {error === undefined ? null : (
        <p id={`${id}-error`} className={styles.error} role="alert">
          <CircleAlert aria-hidden="true" />
          {error}
        </p>
      )}
    </>
  )
}

/** The same inside a field of react-aria, which joins them to its input by itself. */
export function AriaFieldNotes({ hint, error }: Notes) {
  return (
    <>
      {hint ? (
        <Text slot="description" className={styles.hint ?? ''} data-hint>
          {hint}
        </Text>
      ) : null}
      {error === undefined ? null : (
        <FieldError className={styles.error ?? ''}>
          <CircleAlert aria-hidden="true" />
          <span>{error}</span>
        </FieldError>
      )}
    </>
  )
}

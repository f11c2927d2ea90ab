import { CircleAlert } from 'lucide-react'
import { useEffect, useReducer } from 'react'
import { cx } from '../cx.ts'
import styles from './keyboard.module.css'
import { typedIn } from './typing.ts'

/**
 * The touched field drawn large. It is a picture of the real input, which keeps focus, value and rules: readers are
 * told about that one, so this copy is hidden from them. Touching a character puts the caret before it.
 */
export function FieldView({ field }: { readonly field: HTMLInputElement }) {
  const [, lookAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const frame = field.closest('[data-field]') ?? field.closest('main, [role="dialog"]')
    const changes = new MutationObserver(lookAgain)
    if (frame) changes.observe(frame, { childList: true, subtree: true, characterData: true })
    field.addEventListener('input', lookAgain)
    document.addEventListener('selectionchange', lookAgain)
    return () => {
      changes.disconnect()
      field.removeEventListener('input', lookAgain)
      document.removeEventListener('selectionchange', lookAgain)
    }
  }, [field])

  const { from, to } = typedIn(field)
  const error = errorOf(field)
  const hint = field.closest('[data-field]')?.querySelector('[slot="description"]')?.textContent
  const crop = field.closest('[data-field]')?.querySelector('svg[role="img"]')
  return (
    <div className={styles.view} aria-hidden="true">
      <p className={styles.label}>{labelOf(field)}</p>
      {error ? (
        <p className={styles.error}>
          <CircleAlert /> {error}
        </p>
      ) : hint ? (
        <p className={styles.hint}>{hint}</p>
      ) : null}
      {crop ? (
        <div className={styles.crop} ref={(place) => place?.replaceChildren(crop.cloneNode(true))} />
      ) : null}
      <p className={cx(styles.typed, error !== undefined && styles.wrong)}>
        {Array.from(field.value, (character, index) => (
          <span
            key={index}
            className={styles.character}
            data-caret={(from === to && index === from) || undefined}
            data-selected={(index >= from && index < to) || undefined}
            onPointerDown={() => field.setSelectionRange(index, index)}
          >
            {character}
          </span>
        ))}
        <span
          className={styles.rest}
          data-caret={(from === to && from >= field.value.length) || undefined}
          onPointerDown={() => field.setSelectionRange(field.value.length, field.value.length)}
        />
      </p>
    </div>
  )
}

/** "Nama", or "Tanggal lahir, Bln" for a part of a group. */
function labelOf(field: HTMLInputElement): string {
  const own = field.labels?.[0]?.querySelector('span')?.textContent ?? field.labels?.[0]?.textContent ?? ''
  const group = field.closest('fieldset')?.querySelector('legend')?.firstChild?.textContent
  return group ? `${group}, ${own}` : own
}

/** The sentence that says what is wrong with the field, if something is. */
function errorOf(field: HTMLInputElement): string | undefined {
  const marked = field.getAttribute('aria-invalid') === 'true'
  const frame = field.closest('[data-state="error"]')
  if (!marked || !frame) return undefined
  return frame.querySelector('[slot="errorMessage"], [role="alert"]')?.textContent?.trim() || undefined
}

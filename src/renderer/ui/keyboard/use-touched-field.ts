import { useCallback, useEffect, useRef, useState } from 'react'

/** A touch and the focus it gives lie closer together than this. */
const SAME_TOUCH_MS = 700

/** The field that a target is, if our keyboard serves it. */
function fieldOf(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.dataset.keyboard && !target.readOnly ? target : null
}

/**
 * The field that was touched and now has the focus; null while nobody types by touch. Mouse and hardware keyboard
 * never open the keyboard (interface specification §3); once open it follows the focus from field to field.
 */
export function useTouchedField(): readonly [HTMLInputElement | null, () => void] {
  const [field, setField] = useState<HTMLInputElement | null>(null)
  const shown = useRef<HTMLInputElement | null>(null)
  // Only a change is told: React keeps every update of a component that is not drawn again, and focus moves all day.
  const show = useCallback((next: HTMLInputElement | null) => {
    if (next === shown.current) return
    shown.current = next
    setField(next)
  }, [])

  useEffect(() => {
    let touchedAt = Number.NEGATIVE_INFINITY
    const onPointer = (event: PointerEvent) => {
      touchedAt = event.pointerType === 'mouse' ? Number.NEGATIVE_INFINITY : event.timeStamp
    }
    // Touching a field that has the focus already brings no focus event.
    const onRelease = (event: PointerEvent) => {
      const touched = event.pointerType === 'mouse' ? null : fieldOf(event.target)
      if (touched && touched === document.activeElement) show(touched)
    }
    const onFocus = (event: FocusEvent) => {
      const focused = fieldOf(event.target)
      const byTouch = event.timeStamp - touchedAt < SAME_TOUCH_MS
      show(shown.current || byTouch ? focused : null)
    }
    const onBlur = (event: FocusEvent) => {
      if (event.relatedTarget === null) show(null)
    }
    // A hardware keyboard ends the typing too, and keeps its place. Seen before the field's own answer to the key: a search
    // field chooses with Enter, and stops the event.
    const onKey = (event: KeyboardEvent) => {
      touchedAt = Number.NEGATIVE_INFINITY
      if (shown.current && (event.key === 'Enter' || event.key === 'Escape')) show(null)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('pointerdown', onPointer, { capture: true })
    document.addEventListener('pointerup', onRelease)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', onBlur)
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('pointerdown', onPointer, { capture: true })
      document.removeEventListener('pointerup', onRelease)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', onBlur)
    }
  }, [show])

  const close = () => {
    field?.blur()
    show(null)
  }
  return [field, close]
}

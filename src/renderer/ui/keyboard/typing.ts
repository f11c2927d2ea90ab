/** Text and the places of the selection in it; `from` = `to`: a plain caret. */
export type Typed = { readonly value: string; readonly from: number; readonly to: number }

/**
 * Types a text where the selection stands. A whole domain (`@gmail.com`) takes the place of one typed before.
 * @param maxLength longest value; what would not fit is not typed
 */
export function insert(
  { value, from, to }: Typed,
  text: string,
  maxLength = Number.POSITIVE_INFINITY,
): Typed {
  const isDomain = text.length > 1 && text.startsWith('@')
  const at = isDomain ? value.indexOf('@') : -1
  if (at >= 0) return { value: value.slice(0, at) + text, from: at + text.length, to: at + text.length }
  const next = value.slice(0, from) + text + value.slice(to)
  if (next.length > maxLength) return { value, from, to }
  return { value: next, from: from + text.length, to: from + text.length }
}

/** Deletes the selection, or the character before the caret. */
export function deleteBack({ value, from, to }: Typed): Typed {
  const start = from === to ? Math.max(0, from - 1) : from
  return { value: value.slice(0, start) + value.slice(to), from: start, to: start }
}

/** What stands in an input, and where its caret is. */
export function typedIn(input: HTMLInputElement): Typed {
  const end = input.value.length
  return { value: input.value, from: input.selectionStart ?? end, to: input.selectionEnd ?? end }
}

/** Puts text into an input as if it had been typed there: whoever listens to the input hears it. */
export function typeInto(input: HTMLInputElement, { value, from, to }: Typed): void {
  // React keeps its own idea of an input's value and would miss a plain assignment.
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  setValue?.call(input, value)
  // Before it is told, as after a real key: whoever listens may ask where the caret stands.
  if (document.activeElement === input) input.setSelectionRange(from, to)
  input.dispatchEvent(new Event('input', { bubbles: true }))
  // A screen may have moved the focus on (a full part of a date) or shown the text otherwise (in groups): then the caret
  // is its own.
  if (document.activeElement === input && input.value === value) input.setSelectionRange(from, to)
}

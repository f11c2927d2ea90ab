import { type FormEvent, useLayoutEffect, useRef } from 'react'

const SPACES = / /g

/**
 * Digits in groups as people read them out: `[4, 4, 4, 4]` makes `6271 0157 0890 0001`, and `6271 01` while it is being
 * typed. What does not fit stays in the last group. Text with anything but digits and spaces is left as it is: its rule
 * says what is wrong with it.
 */
export function groupDigits(text: string, groups: readonly number[]): string {
  if (!/^[\d ]*$/.test(text)) return text
  const digits = text.replace(SPACES, '')
  const parts: string[] = []
  let at = 0
  for (const [index, size] of groups.entries()) {
    if (at >= digits.length) break
    const end = index === groups.length - 1 ? digits.length : at + size
    parts.push(digits.slice(at, end))
    at = end
  }
  return parts.join(' ')
}

/** The place in a grouped text directly behind its n-th character that is no space. */
export function placeAfter(text: string, characters: number): number {
  let place = 0
  for (let seen = 0; seen < characters && place < text.length; place++) if (text[place] !== ' ') seen++
  return place
}

/** Shows a value in groups while it is typed, and keeps the caret where the person put it. */
export function useGroupedDigits(
  value: string,
  onChange: (value: string) => void,
  groups: readonly number[] | undefined,
) {
  const typed = useRef<{ readonly input: HTMLInputElement; readonly before: number }>(undefined)
  useLayoutEffect(() => {
    const last = typed.current
    typed.current = undefined
    if (!last || document.activeElement !== last.input) return
    const place = placeAfter(last.input.value, last.before)
    last.input.setSelectionRange(place, place)
  })
  if (!groups) return { value, onChange }
  return {
    value: groupDigits(value, groups),
    onChange: (text: string) => onChange(text.replace(SPACES, '')),
    onInput: ({ currentTarget: input }: FormEvent<HTMLInputElement>) => {
      const before = input.value.slice(0, input.selectionStart ?? input.value.length)
      typed.current = { input, before: before.replace(SPACES, '').length }
    },
  }
}

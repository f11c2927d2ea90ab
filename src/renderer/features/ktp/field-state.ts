import type { FieldState } from '../../ui/index.ts'

/** What is known of one KTP field on the confirm screen. */
export type FieldKnowledge = {
  readonly value: string
  readonly edited: boolean
  readonly checked: boolean
  readonly unsure: boolean
}

/** How the field looks (interface specification §3). */
export function fieldState({ value, edited, checked, unsure }: FieldKnowledge): FieldState {
  if (edited) return 'edited'
  if (checked) return 'confirmed'
  if (!unsure) return 'plain'
  return value === '' ? 'empty' : 'unsure'
}

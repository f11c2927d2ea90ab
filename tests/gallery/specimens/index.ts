import type { ReactNode } from 'react'
import { buttons } from './buttons.tsx'
import { choices } from './choices.tsx'
import { fields } from './fields.tsx'
import { frame } from './frame.tsx'
import { keyboard } from './keyboard.tsx'
import { messages } from './messages.tsx'
import { pads } from './pads.tsx'
import { search } from './search.tsx'

/** A component of the design system in every state it can have. */
export type Part = {
  readonly columns?: 1 | 2 | 3
  readonly states: Readonly<Record<string, ReactNode>>
}

export const SPECIMENS: Readonly<Record<string, Part | undefined>> = {
  buttons,
  fields,
  search,
  choices,
  pads,
  keyboard,
  messages,
  frame,
}

import type { Language } from '#shared/contract/views.ts'
import type { ViewState } from '../../src/renderer/app/state/index.ts'
import type { GalleryCamera } from './camera.ts'
import type { Answers } from './core.ts'
import type { Press } from './press.ts'
import { shift, type VisitOptions, visitAt } from './visits.ts'

/** How to show one screen: what the page knows, what the core answers, what is pressed. */
export type ScreenSpec = {
  readonly view: Partial<ViewState>
  readonly answers?: Answers
  readonly press?: readonly Press[]
  readonly camera?: GalleryCamera
}

/** A screen in one of its states. */
export type Show = (language: Language) => ScreenSpec

/** A visit at a step, and perhaps a press or two. */
export const at =
  (step: string, press: readonly Press[] = [], options: VisitOptions = {}, answers: Answers = {}): Show =>
  (language) => ({ view: visitAt(step, language, options), press, answers })

/** The same before a camera. */
export const before =
  (
    camera: GalleryCamera,
    step: string,
    press: readonly Press[] = [],
    options: VisitOptions = {},
    answers: Answers = {},
  ): Show =>
  (language) => ({ ...at(step, press, options, answers)(language), camera })

/** A page outside a visit. */
export const page =
  (view: Partial<ViewState>, press: readonly Press[] = [], answers: Answers = {}): Show =>
  () => ({ view: { status: shift(), ...view }, press, answers })

import type { SopStep } from '../../forms/form-definition.ts'

/** Steps of one source document (domain.md, "000".."004"). */
export const sop = (document: SopStep['document'], ...steps: number[]): SopStep[] =>
  steps.map((step) => ({ document, step }))

export const IDLE_SECONDS = 120
/** Waiting for a code and taking a face photo need longer pauses (interface.md, Overlays). */
export const LONG_IDLE_SECONDS = 300

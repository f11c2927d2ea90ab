/**
 * Every limit of the live checks in one place. First version: measured on the synthetic camera
 * scenes of tests/helpers/camera-scene.ts; the capture issue measures them again on real cameras.
 */
export const CARD_LIMITS = {
  /** Distance from the desk at which a pixel is certainly desk (min) or certainly not (max). */
  contrast: { colour: { min: 22, max: 90 }, blueness: { min: 10, max: 40 } },
  /** Share of the frame below which a thing on the desk is not worth a hint. */
  minAreaShare: 0.03,
  /** Long side : short side of a card (ISO/IEC 7810 ID-1: 85.60 × 53.98 mm = 1.586), tilted views included. */
  minAspect: 1.38,
  maxAspect: 1.82,
  /** How much of its rectangle the thing fills: a hand or a cable fills less. */
  minFill: 0.82,
  /** Share of the frame's edge that the thing may touch before it counts as cut off. */
  maxEdgeContact: 0.012,
  /** Pixels along the long side that the reader needs (facts: letters of about 20 px). */
  minLongSidePx: 640,
  /** Brightness of the card (median 0..255): below is too dark. */
  minBrightness: 70,
  /** Share of the card that may be burnt out, and the brightness that counts as burnt out. */
  maxBurntShare: 0.25,
  burntAt: 250,
  /** Steepest steps between neighbouring pixels, as a share of the local contrast: below is blurred. */
  minSteepness: 0.22,
  /** Dark–light range (0..255) that print has even when badly blurred; a blank sheet has only its noise. */
  minPrintContrast: 20,
} as const

export const FACE_LIMITS = {
  /** Brightness (0..255) of the middle: hair and collar may be dark, the face may not. */
  minBrightness: 60,
  maxBurntShare: 0.2,
  burntAt: 250,
  /** Softer than print: skin has few edges. */
  minSteepness: 0.09,
  /** Mean change per pixel between two looks (0..255): above is movement. */
  maxMovement: 5,
} as const

/** A picture whose brightest parts are darker than this is black: the lens is covered. */
export const BLACK_BELOW = 16

/** Times of the live view, milliseconds. */
export const CAPTURE_TIMES = {
  /** Five looks a second leave a slow machine time for drawing. */
  lookEvery: 200,
  /** Good for this long: the shutter releases by itself (interface.md S5). */
  goodFor: 600,
  /** No card for this long: the ways out are named (interface.md S5). */
  notFoundAfter: 10_000,
  /** A hint stays at least this long, so that it can be read. */
  hintAtLeast: 700,
} as const

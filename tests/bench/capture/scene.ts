/** A picture laid into a camera's frame. Lengths are pixels of the frame, angles degrees, shares 0..1. */
export type Layer = {
  /** Name of a picture that the page was given. */
  readonly picture: string
  /** Where its middle stands, and how high it is drawn. */
  readonly x: number
  readonly y: number
  readonly height: number
  readonly turn?: number
  readonly mirrored?: boolean
  /** Keep only this: the head and shoulders of a portrait, softly cut out. */
  readonly cutOut?: 'bust'
  /** Seen aslant: the upper edge is this much longer than the lower. */
  readonly keystone?: number
  /** CSS filter for this layer alone: the light falls on it and not on the wall. */
  readonly filter?: string
}

/** What stands behind everything. */
export type Backdrop =
  | { readonly kind: 'wall'; readonly colour: string; readonly falloff: number }
  | { readonly kind: 'shelf'; readonly seed: number }
  /** `from`: share of the picture's height that is left out above. */
  | { readonly kind: 'picture'; readonly picture: string; readonly from?: number }

/** One frame as a camera would deliver it. */
export type Scene = {
  readonly width: number
  readonly height: number
  readonly backdrop: Backdrop
  readonly layers: readonly Layer[]
  /** A reflection: white, fading outwards. */
  readonly glare?: {
    readonly x: number
    readonly y: number
    readonly radius: number
    readonly strength: number
  }
  /** Skin-coloured finger from the lower edge up to `y`. */
  readonly finger?: { readonly x: number; readonly y: number; readonly width: number }
  /** CSS filter for the whole frame: exposure and focus. */
  readonly filter?: string
  /** Length of a movement while the shutter was open. */
  readonly smear?: number
  /** Standard deviation of the sensor's noise, and the quality of the camera's own JPEG. */
  readonly noise?: number
  readonly quality?: number
}

/** A scene and what must be said about it. */
export type Case = {
  readonly check: string
  readonly scene: Scene
  /** Verdicts that are right; for good pictures `good` alone. */
  readonly right: readonly string[]
}

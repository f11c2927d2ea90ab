/**
 * What the live view sends to the worker of a check: one frame, handed over (not copied).
 * `look`: judge it; `take`: judge it and answer the photo as well; `encode`: answer the whole frame, unjudged.
 */
export type LookRequest = { readonly kind: 'look' | 'take' | 'encode'; readonly frame: VideoFrame }

/**
 * A photo in the camera's own pixels: as a file to be shown, and its base64 without a prefix, as the contract wants it. Both
 * lie in Blobs, so that the page handles no megabytes.
 */
export type TakenFrame = {
  readonly file: Blob
  readonly jpeg: Blob
  readonly width: number
  readonly height: number
}

/** What a worker answers: once that it is ready (or cannot be), then once per frame, in order. */
export type LookAnswer<V extends string, F> =
  | { readonly kind: 'ready' }
  /** The checks cannot run on this machine; the shutter by hand must do. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'looked'; readonly verdict: V; readonly found: F }
  | { readonly kind: 'taken'; readonly verdict: V; readonly photo: TakenFrame }
  | { readonly kind: 'encoded'; readonly photo: TakenFrame }

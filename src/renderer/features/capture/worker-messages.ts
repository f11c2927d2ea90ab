/**
 * What the live view sends to the worker of a check: one frame, handed over (not copied).
 * `look`: judge it; `take`: judge it and answer the photo as well; `encode`: answer the whole frame, unjudged.
 */
export type LookKind = 'look' | 'take' | 'encode'
export type LookRequest = { readonly id: number; readonly kind: LookKind; readonly frame: VideoFrame }

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

export type Looked<V extends string, F> = { readonly verdict: V; readonly found: F }
export type Taken<V extends string> = { readonly verdict: V; readonly photo: TakenFrame }

/** What a worker finds out about one frame. */
export type LookResult<V extends string, F> =
  | ({ readonly kind: 'looked' } & Looked<V, F>)
  | ({ readonly kind: 'taken' } & Taken<V>)
  | { readonly kind: 'encoded'; readonly photo: TakenFrame }
  /** This frame could not be read or judged. */
  | { readonly kind: 'failed' }

/** What a worker answers: once that it is ready (or cannot be), then once per frame, with the number of its request. */
export type LookAnswer<V extends string, F> =
  | { readonly kind: 'ready' }
  /** The checks cannot run on this machine; the shutter by hand must do. */
  | { readonly kind: 'broken' }
  | ({ readonly id: number } & LookResult<V, F>)

/**
 * An input of the core whose long texts (base64 of a picture or a document) may still lie in a Blob: a page that handles
 * megabytes of text stands still for a tenth of a second. The text must be one that JSON writes as it is, as base64 is.
 */
export type WithBlobs<T> = string extends T
  ? T | Blob
  : T extends readonly (infer E)[]
    ? readonly WithBlobs<E>[]
    : T extends object
      ? { readonly [K in keyof T]: WithBlobs<T[K]> }
      : T

/** The JSON of an input (RFC 8259); where there are Blobs it is put together from them, unread. */
export function toJson(input: unknown): string | Blob {
  const blobs: Blob[] = []
  // Nobody types what is drawn now.
  const mark = crypto.randomUUID()
  const json = JSON.stringify(input, (_key, value: unknown) => {
    if (!(value instanceof Blob)) return value
    blobs.push(value)
    return mark
  })
  if (blobs.length === 0) return json
  return new Blob(json.split(mark).flatMap((piece, n) => [piece, blobs[n] ?? '']))
}

/** The same input with the texts of its Blobs in their place. */
export async function withTexts(input: unknown): Promise<unknown> {
  if (input instanceof Blob) return input.text()
  if (Array.isArray(input)) return Promise.all(input.map(withTexts))
  if (typeof input !== 'object' || input === null) return input
  const entries = Object.entries(input).map(async ([key, value]) => [key, await withTexts(value)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

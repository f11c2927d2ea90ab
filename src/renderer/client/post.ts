/** A call of the host: its address on this origin, headers, and input that JSON can hold. */
export type Post = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly input: unknown
}

/** Posts JSON and reads the JSON that is answered, whatever the status. Throws when nobody answers. */
export async function post({ url, headers, input }: Post, send: typeof fetch): Promise<unknown> {
  const body = JSON.stringify(input)
  const response = await send(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
    cache: 'no-store',
  })
  return response.json()
}

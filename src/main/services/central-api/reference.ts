import { ok, type Result } from '#shared/domain/result.ts'
import type { CentralError, ReferenceAnswer, ReferenceListName } from './central-api.ts'
import { readJson } from './http.ts'
import type { Authorised } from './token.ts'
import { ReferenceWire } from './wire.ts'

/** Asks for a reference list; with the entity tag of the one we have, the answer is mostly `unchanged`. */
export async function fetchReference(
  authorised: Authorised,
  list: ReferenceListName,
  etag: string | null,
  now: Date,
): Promise<Result<ReferenceAnswer, CentralError>> {
  const answer = await authorised({
    method: 'GET',
    url: `/v1/reference/${list}`,
    large: true,
    ...(etag === null ? {} : { headers: { 'if-none-match': etag } }),
  })
  if (!answer.ok) return answer
  if (answer.value.status === 304 && etag !== null) return ok({ kind: 'unchanged' })
  const read = readJson(ReferenceWire, answer.value, now)
  if (!read.ok) return read
  return ok({ kind: 'list', items: read.value.items, etag: answer.value.headers.etag ?? null })
}

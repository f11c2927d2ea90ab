import type { z } from 'zod'
import { Problem } from './problem.ts'

/** RFC 6901: `~` and `/` inside a key are escaped. */
const escapeToken = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * Checks the input of a request. Throws the 422 problem that points at every fault.
 * The offending value is never repeated: it may be personal data.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Problem(422, 'invalid-input', {
    errors: parsed.error.issues.map((issue) => ({
      pointer: `#${issue.path.map((part) => `/${escapeToken(part)}`).join('')}`,
      detail: issue.message,
    })),
  })
}

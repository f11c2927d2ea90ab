import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { DEMO_LISTS } from './demo-lists.ts'

/** The lists that kiosks keep for use without a network. */
export const ListName = z.enum(['instansi', 'satuan-kerja'])
type ListName = z.infer<typeof ListName>

/** One entry; `parent` is the code of the instansi that a satuan kerja belongs to. */
const ReferenceItem = z.object({ code: z.string(), name: z.string(), parent: z.string().optional() })
export type ReferenceItem = z.infer<typeof ReferenceItem>

/**
 * A list and its entity tag (RFC 9110 section 8.8.3). The operator's own list lies as `reference/{list}.json` in the data
 * directory (an array of `{code, name, parent?}`); without it the demonstration's list is answered.
 */
export function referenceList(ctx: Context, list: ListName) {
  const items = readOwn(join(ctx.dataDir, 'reference', `${list}.json`)) ?? DEMO_LISTS[list]
  const document = { list, items }
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('hex')
  return { document, etag: `"${list}-${hash.slice(0, 32)}"` }
}

function readOwn(path: string): ReferenceItem[] | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  return z.array(ReferenceItem).parse(JSON.parse(text))
}

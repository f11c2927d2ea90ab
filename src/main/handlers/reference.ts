import { ok } from '#shared/domain/result.ts'
import type { Handlers } from '../app/dispatch.ts'
import type { Services } from '../app/services.ts'

type ReferenceCalls = Extract<keyof Handlers, `reference.${string}`>

/** Rows enough to choose from on one screen. */
const LIMIT = 8

/** Lists that forms choose from: areas, instansi, satuan kerja. */
export const referenceHandlers = ({ areas, reference }: Services): Pick<Handlers, ReferenceCalls> => ({
  'reference.areas': ({ parent }) => ok([...areas.children(parent)]),
  'reference.areaPath': ({ code }) => ok(areas.path(code)),
  'reference.search': ({ list, query, parent }) =>
    ok(reference.search(list, query, LIMIT, parent).map(({ code, name }) => ({ code, name }))),
})

import { ok } from '#shared/domain/result.ts'
import type { Handlers } from '../app/dispatch.ts'
import type { Services } from '../app/services.ts'
import { signedIn } from './signed-in.ts'

type CourierCalls = Extract<keyof Handlers, `courier.${string}`>

/** Packets out and receipts in, by stick. What a stick cannot do is an answer, not an error. */
export const courierHandlers = ({ courier, staff }: Services): Pick<Handlers, CourierCalls> => ({
  'courier.export': async ({ folder }) => ok(await courier.exportTo(folder, signedIn(staff).id)),
  'courier.importReceipts': async ({ folder }) =>
    ok(await courier.importReceipts(folder, signedIn(staff).id)),
})

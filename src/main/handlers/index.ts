import type { Handlers } from '../app/dispatch.ts'
import type { Services } from '../app/services.ts'
import { courierHandlers } from './courier.ts'
import { kioskHandlers } from './kiosk.ts'
import { referenceHandlers } from './reference.ts'
import { staffHandlers } from './staff.ts'
import { submissionHandlers } from './submissions.ts'
import { visitHandlers } from './visit.ts'

/** Every call of the contract and the service that answers it. */
export const createHandlers = (services: Services): Handlers => ({
  ...kioskHandlers(services),
  ...staffHandlers(services),
  ...visitHandlers(services),
  ...submissionHandlers(services),
  ...courierHandlers(services),
  ...referenceHandlers(services),
})

import { captureMessages } from './messages/capture.ts'
import { catalogueMessages } from './messages/catalogue.ts'
import { commonMessages } from './messages/common.ts'
import { consoleMessages } from './messages/console.ts'
import { frameMessages } from './messages/frame.ts'
import { guidanceMessages } from './messages/guidance.ts'
import { identityMessages } from './messages/identity.ts'
import { officeMessages } from './messages/office.ts'
import { serviceTimeMessages } from './messages/service-time.ts'
import { staffMessages } from './messages/staff.ts'
import { startMessages } from './messages/start.ts'
import { submissionMessages } from './messages/submission.ts'
import { troubleMessages } from './messages/trouble.ts'
import { visitMessages } from './messages/visit.ts'

/** Every text of the kiosk by key. A key that is not here does not compile. */
export const dictionary = {
  ...commonMessages,
  ...identityMessages,
  ...frameMessages,
  ...troubleMessages,
  ...startMessages,
  ...staffMessages,
  ...officeMessages,
  ...consoleMessages,
  ...submissionMessages,
  ...visitMessages,
  ...catalogueMessages,
  ...captureMessages,
  ...guidanceMessages,
  ...serviceTimeMessages,
}

/** The key of a text. */
export type MessageKey = keyof typeof dictionary

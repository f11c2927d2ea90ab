import { captureMessages } from './messages/capture.ts'
import { catalogueMessages } from './messages/catalogue.ts'
import { consoleMessages } from './messages/console.ts'
import { guidanceMessages } from './messages/guidance.ts'
import { officeMessages } from './messages/office.ts'
import { serviceTimeMessages } from './messages/service-time.ts'
import { submissionMessages } from './messages/submission.ts'
import { visitMessages } from './messages/visit.ts'

/** What every other page says. Loaded with the first of them (`loadLaterTexts`): the first screen must come fast. */
export const laterTexts = {
  ...officeMessages,
  ...consoleMessages,
  ...submissionMessages,
  ...visitMessages,
  ...catalogueMessages,
  ...captureMessages,
  ...guidanceMessages,
  ...serviceTimeMessages,
}

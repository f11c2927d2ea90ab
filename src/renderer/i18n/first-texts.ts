import { commonMessages } from './messages/common.ts'
import { frameMessages } from './messages/frame.ts'
import { identityMessages } from './messages/identity.ts'
import { staffMessages } from './messages/staff.ts'
import { startMessages } from './messages/start.ts'
import { troubleMessages } from './messages/trouble.ts'

/** What the first screens say: PIN, start, trouble, the frame around every screen. They come with the program itself. */
export const firstTexts = {
  ...commonMessages,
  ...identityMessages,
  ...frameMessages,
  ...troubleMessages,
  ...startMessages,
  ...staffMessages,
}

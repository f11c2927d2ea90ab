import { Keys } from '../../../src/renderer/ui/keyboard/Keys.tsx'
import type { LayoutName } from '../../../src/renderer/ui/keyboard/layouts.ts'
import type { Part } from './index.ts'

const nothing = () => undefined
const keys = (layout: LayoutName, capitals = false) => (
  <Keys layout={layout} capitals={capitals} onType={nothing} onDelete={nothing} onShift={nothing} />
)

export const keyboard: Part = {
  columns: 1,
  states: {
    letters: keys('letters'),
    'letters, capitals': keys('letters', true),
    digits: keys('digits'),
    'a phone number': keys('phone'),
    'an e-mail': keys('email'),
  },
}

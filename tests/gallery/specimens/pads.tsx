import { PinPad } from '../../../src/renderer/ui/index.ts'
import type { Part } from './index.ts'

const nothing = () => undefined

export const pads: Part = {
  columns: 1,
  states: {
    'PIN, half typed': <PinPad label="PIN, 6 angka" pin="123" onChange={nothing} autoFocus={false} />,
    'PIN, wrong': <PinPad label="PIN, 6 angka" pin="" error="PIN salah. Sisa 3 kali." onChange={nothing} />,
  },
}

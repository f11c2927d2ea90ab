import { AArrowUp, LifeBuoy } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Frame, FrameProvider, Screen } from '../../../src/renderer/ui/index.ts'
import type { Part } from './index.ts'

const nothing = () => undefined
const tools: Frame['tools'] = [
  { id: 'help', label: 'Bantuan', icon: <LifeBuoy aria-hidden="true" />, onPress: nothing },
  { id: 'size', label: 'A+', icon: <AArrowUp aria-hidden="true" />, onPress: nothing, pressed: true },
]

const framed = (content: ReactNode) => (
  <FrameProvider
    value={{ demo: null, office: 'LPSE Kota Palangka Raya', tools, banner: null, paper: 'a4', sound: false }}
  >
    <div style={{ height: 560 }}>{content}</div>
  </FrameProvider>
)

const STATIONS = ['data', 'ktp', 'kontak', 'wajah', 'kirim'] as const

export const frame: Part = {
  columns: 1,
  states: {
    "the registrant's turn": framed(
      <Screen
        turn="pemohon"
        title="Ke mana hasilnya dikirim?"
        sub="Pakai e-mail dan nomor HP pribadi."
        rail={{ stations: STATIONS, current: 'kontak', done: ['data', 'ktp'] }}
        back={{ onPress: nothing }}
        secondary={[{ label: 'Berhenti', onPress: nothing }]}
        primary={{ label: 'Lanjutkan', onPress: nothing }}
      />,
    ),
    "the officer's turn, with an error": framed(
      <Screen
        turn="petugas"
        title="Cocokkan dengan KTP"
        error="Masih ada 2 data bertanda ?."
        rail={{ stations: STATIONS, current: 'ktp', done: ['data'] }}
        back={{ onPress: nothing }}
        primary={{ label: 'Data sudah benar', onPress: nothing }}
      />,
    ),
  },
}

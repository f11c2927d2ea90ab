import { Building2, Landmark } from 'lucide-react'
import { ChoiceCards, TickBox, TickList } from '../../../src/renderer/ui/index.ts'
import type { Part } from './index.ts'

const nothing = () => undefined
const cards = [
  { value: 'asn', label: 'ASN', hint: 'PNS atau PPPK', icon: <Landmark aria-hidden="true" /> },
  { value: 'penyedia', label: 'Penyedia', icon: <Building2 aria-hidden="true" /> },
] as const
const ticks = [
  { value: 'ktp', label: 'KTP asli' },
  { value: 'npwp', label: 'NPWP, bila punya', hint: 'Tidak punya? Centang saja.' },
] as const

export const choices: Part = {
  states: {
    'cards, none chosen': <ChoiceCards label="Status" choices={cards} value={null} onChange={nothing} />,
    'cards, one chosen': <ChoiceCards label="Status" choices={cards} value="asn" onChange={nothing} />,
    'ticks, none': <TickList label="Syarat" options={ticks} value={[]} onChange={nothing} />,
    'ticks, one': <TickList label="Syarat" options={ticks} value={['ktp']} onChange={nothing} />,
    'ticks, missing': <TickList label="Syarat" options={ticks} value={['ktp']} invalid onChange={nothing} />,
    'one tick': (
      <TickBox checked={false} onChange={nothing}>
        Saya telah meninjau dan memastikan data saya benar
      </TickBox>
    ),
  },
}

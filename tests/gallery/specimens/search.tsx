import { SearchField } from '../../../src/renderer/features/step/SearchField.tsx'
import type { Part } from './index.ts'

const nothing = () => undefined
const entries = [{ code: '62.71', name: 'Pemerintah Kota Palangka Raya' }]
const field = { label: 'Instansi', entries, onQuery: nothing, onChoose: nothing }

/** Closed in every state; pictures.spec.ts opens it on its screen. */
export const search: Part = {
  states: {
    'nothing chosen': (
      <SearchField {...field} hint="Ketik sebagian namanya, lalu pilih." query="" chosen={null} />
    ),
    'an entry chosen': <SearchField {...field} query="Pemerintah Kota Palangka Raya" chosen="62.71" />,
    'a name of no list': <SearchField {...field} query="Dinas Contoh" chosen={null} />,
    error: <SearchField {...field} query="" chosen={null} error="Pilih instansi, atau ketik namanya." />,
  },
}

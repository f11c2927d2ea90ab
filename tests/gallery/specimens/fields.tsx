import { SelectField } from '../../../src/renderer/features/step/SelectField.tsx'
import { CodeField, DateField, type FieldState, TextField } from '../../../src/renderer/ui/index.ts'
import type { Part } from './index.ts'

const nothing = () => undefined
const STATES: readonly FieldState[] = ['plain', 'unsure', 'empty', 'edited', 'confirmed', 'locked']
const wrong = 'NIK harus 16 angka; baru 15.'

const religions = ['ISLAM', 'KRISTEN'].map((value) => ({ value, label: value }))

export const fields: Part = {
  columns: 3,
  states: {
    ...Object.fromEntries(
      STATES.map((state) => [
        `text, ${state}`,
        <TextField
          key={state}
          label="Nama"
          value={state === 'empty' ? '' : 'SITI CONTOH'}
          state={state}
          onChange={nothing}
        />,
      ]),
    ),
    'text, hint': (
      <TextField label="E-mail pribadi" hint="Contoh nama@gmail.com" value="" onChange={nothing} />
    ),
    'text, error': <TextField label="NIK" value="161105531171003" error={wrong} onChange={nothing} />,
    'text, large': <TextField label="NIK" value="1611055311710033" large onChange={nothing} />,
    'text, focused': <TextField label="Nama" value="SITI CONTOH" autoFocus onChange={nothing} />,
    date: <DateField label="Tanggal lahir" value="1967-08-17" onChange={nothing} />,
    'date, unsure': <DateField label="Tanggal lahir" value="1967-08-17" state="unsure" onChange={nothing} />,
    'date, error': (
      <DateField label="Tanggal lahir" value="" error="Tanggal ini tidak ada." onChange={nothing} />
    ),
    choice: <SelectField label="Agama" value="ISLAM" options={religions} onChange={nothing} />,
    'choice, unsure': (
      <SelectField
        label="Agama"
        value="ISLAM"
        options={religions.slice(0, 1)}
        state="unsure"
        onChange={nothing}
      />
    ),
    'choice, error': (
      <SelectField
        label="Agama"
        value=""
        options={religions.slice(0, 1)}
        error="Pilih salah satu."
        onChange={nothing}
      />
    ),
    code: <CodeField label="Kode dari HP" length={6} value="482" onChange={nothing} />,
    'code, error': (
      <CodeField
        label="Kode dari HP"
        length={6}
        value=""
        error="Kode belum sesuai. Sisa 3 kali."
        onChange={nothing}
      />
    ),
  },
}

import { Printer } from 'lucide-react'
import { Button } from '../../../src/renderer/ui/index.ts'
import type { Part } from './index.ts'

const nothing = () => undefined

export const buttons: Part = {
  columns: 3,
  states: {
    primary: (
      <Button kind="primary" onPress={nothing}>
        Lanjutkan
      </Button>
    ),
    'primary, busy': (
      <Button kind="primary" busy onPress={nothing}>
        Lanjutkan
      </Button>
    ),
    secondary: <Button onPress={nothing}>Kembali</Button>,
    'with an icon': (
      <Button icon={<Printer aria-hidden="true" />} onPress={nothing}>
        Cetak
      </Button>
    ),
    'switched on': (
      <Button pressed onPress={nothing}>
        English
      </Button>
    ),
    danger: (
      <Button kind="danger" onPress={nothing}>
        Hapus
      </Button>
    ),
    quiet: (
      <Button kind="quiet" onPress={nothing}>
        Baca lengkap
      </Button>
    ),
    wide: (
      <Button wide onPress={nothing}>
        14 data lain terbaca
      </Button>
    ),
    focused: (
      <Button autoFocus onPress={nothing}>
        Benar
      </Button>
    ),
  },
}

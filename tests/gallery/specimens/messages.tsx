import {
  Banner,
  Button,
  Notice,
  ProgressLine,
  Rail,
  Ribbon,
  Spinner,
} from '../../../src/renderer/ui/index.ts'
import type { Part } from './index.ts'

const nothing = () => undefined

export const messages: Part = {
  states: {
    info: <Notice kind="info">Tanpa internet pun bisa mendaftar.</Notice>,
    ok: <Notice kind="ok">Kode baru dikirim.</Notice>,
    unsure: (
      <Notice kind="unsure" action={<Button onPress={nothing}>Ya, gmail.com</Button>}>
        Maksudnya gmail.com?
      </Notice>
    ),
    error: <Notice kind="error">Centang pernyataan dulu.</Notice>,
    'network lost': <Banner kind="offline">Internet terputus. Lanjutkan saja; data dikirim nanti.</Banner>,
    'network back': <Banner kind="online">Internet kembali. Mengirim 7.</Banner>,
    rail: (
      <Rail stations={['data', 'ktp', 'kontak', 'wajah', 'kirim']} current="kontak" done={['data', 'ktp']} />
    ),
    'progress, under way': (
      <ProgressLine
        label="Tahap"
        points={[
          { id: 'a', label: 'Disiapkan', state: 'done' },
          { id: 'b', label: 'Terkirim', state: 'now' },
          { id: 'c', label: 'Profil diperiksa', state: 'next' },
        ]}
      />
    ),
    'progress, stopped': (
      <ProgressLine
        label="Tahap"
        points={[
          { id: 'a', label: 'Disiapkan', state: 'done' },
          { id: 'b', label: 'Profil diperiksa', state: 'stopped' },
        ]}
      />
    ),
    ribbon: <Ribbon inboxUrl="http://127.0.0.1/demo/kotak-masuk" />,
    waiting: <Spinner />,
  },
}

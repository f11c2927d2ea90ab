import {
  ArrowUp,
  Check,
  CheckCheck,
  CircleAlert,
  CircleMinus,
  Clock,
  Hourglass,
  type LucideIcon,
  Pencil,
  X,
} from 'lucide-react'
import type { SubmissionState } from '#shared/domain/submission/states.ts'
import { useText } from '../../i18n/index.ts'
import styles from './StateMark.module.css'

type Look = {
  readonly icon: LucideIcon
  readonly tone: 'grey' | 'blue' | 'amber' | 'green' | 'red' | 'violet'
}

/** Icon and colour of every state (interface specification §5); the word always stands beside them. */
const LOOKS = {
  draf: { icon: Pencil, tone: 'grey' },
  antre: { icon: Clock, tone: 'blue' },
  'sedang-dikirim': { icon: ArrowUp, tone: 'blue' },
  terkirim: { icon: Check, tone: 'blue' },
  'menunggu-profil': { icon: Hourglass, tone: 'amber' },
  'menunggu-verifikasi': { icon: Hourglass, tone: 'amber' },
  terverifikasi: { icon: CheckCheck, tone: 'green' },
  aktif: { icon: CheckCheck, tone: 'green' },
  ditolak: { icon: X, tone: 'red' },
  'perlu-tindakan': { icon: CircleAlert, tone: 'violet' },
  kedaluwarsa: { icon: CircleMinus, tone: 'grey' },
  dibatalkan: { icon: CircleMinus, tone: 'grey' },
} as const satisfies Record<SubmissionState, Look>

/** A submission's state as icon, colour and word. */
export function StateMark({ state }: { readonly state: SubmissionState }) {
  const { t } = useText()
  const { icon: Icon, tone } = LOOKS[state]
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon aria-hidden="true" />
      {t(`state.${state}`)}
    </span>
  )
}

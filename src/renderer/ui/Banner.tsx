import { Wifi, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Banner.module.css'

/** One line about the network beside the progress rail: always the same place, so nothing jumps. */
export function Banner({
  kind,
  children,
}: {
  readonly kind: 'offline' | 'online'
  readonly children: ReactNode
}) {
  const Icon = kind === 'offline' ? WifiOff : Wifi
  return (
    <p className={styles.banner} data-kind={kind} role="status">
      <Icon aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}

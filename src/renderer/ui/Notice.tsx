import { CircleAlert, CircleCheck, CircleQuestionMark, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Notice.module.css'

export type NoticeKind = 'info' | 'ok' | 'unsure' | 'error'

const ICONS = { info: Info, ok: CircleCheck, unsure: CircleQuestionMark, error: CircleAlert } as const

export type NoticeProps = {
  readonly kind: NoticeKind
  readonly children: ReactNode
  /** Buttons on the right. */
  readonly action?: ReactNode
}

/** A message in the page. Errors are read out at once, the others when the reader is free. */
export function Notice({ kind, children, action }: NoticeProps) {
  const Icon = ICONS[kind]
  return (
    <div className={cx(styles.notice, styles[kind])} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  )
}

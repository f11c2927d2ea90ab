import { type ReactNode, useState } from 'react'
import { type MessageKey, useText } from '../../i18n/index.ts'
import { Button, Dialog } from '../../ui/index.ts'
import styles from './OverrideDialog.module.css'
import { PinDialog } from './PinDialog.tsx'

export type OverrideDialogProps<R extends string> = {
  readonly title: string
  /** What is let pass, to be looked at: a photo, an address. */
  readonly shown: ReactNode
  /** Why it was refused, and what choosing a reason means. */
  readonly children: ReactNode
  /** Reasons that come up at a desk, in words. */
  readonly reasons: Readonly<Record<R, MessageKey>>
  /** Completes "Untuk …" above the PIN. */
  readonly purpose: string
  readonly confirm: string
  readonly onCancel: () => void
  /** Answers what went wrong, if anything. */
  readonly onKeep: (reason: R, pin: string) => Promise<string | undefined>
}

/** The petugas lets something pass that was refused: says why, then signs with the PIN. */
export function OverrideDialog<R extends string>({
  title,
  shown,
  children,
  reasons,
  purpose,
  confirm,
  onCancel,
  onKeep,
}: OverrideDialogProps<R>) {
  const { t } = useText()
  const [reason, setReason] = useState<R>()
  if (reason !== undefined) {
    return (
      <PinDialog
        purpose={purpose}
        confirm={confirm}
        onCancel={onCancel}
        onPin={(pin) => onKeep(reason, pin)}
      />
    )
  }
  return (
    <Dialog
      wide
      title={title}
      onEscape={onCancel}
      primary={{ label: t('btn.Kembali'), onPress: onCancel, autoFocus: false }}
    >
      <div className={styles.override}>
        {shown}
        <div className={styles.reasons}>
          {children}
          {(Object.keys(reasons) as R[]).map((each) => (
            <Button key={each} wide onPress={() => setReason(each)}>
              {t(reasons[each])}
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  )
}

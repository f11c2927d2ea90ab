import { Delete } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useText } from '../i18n/index.ts'
import styles from './NumberPad.module.css'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', 'back'] as const

export type NumberPadProps = {
  readonly onDigit: (digit: string) => void
  readonly onDelete: () => void
}

/** Digits to touch, 1-2-3 on top. The focus stays in the field that they are for, so the keyboard works as well. */
export function NumberPad({ onDigit, onDelete }: NumberPadProps) {
  const { t } = useText()
  return (
    <div className={styles.keys}>
      {KEYS.map((key) =>
        key === '' ? (
          <span key="gap" />
        ) : (
          <AriaButton
            key={key}
            className={styles.key ?? ''}
            excludeFromTabOrder
            preventFocusOnPress
            onPress={() => (key === 'back' ? onDelete() : onDigit(key))}
            aria-label={key === 'back' ? t('pin.delete') : key}
          >
            {key === 'back' ? <Delete aria-hidden="true" /> : key}
          </AriaButton>
        ),
      )}
    </div>
  )
}

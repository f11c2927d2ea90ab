import { ArrowBigUp, Delete, Space } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { type MessageKey, useText } from '../../i18n/index.ts'
import styles from './keyboard.module.css'
import { type Key, type KeyAction, LAYOUTS, type LayoutName } from './layouts.ts'

export type KeysProps = {
  readonly layout: LayoutName
  readonly capitals: boolean
  readonly onType: (text: string) => void
  readonly onDelete: () => void
  readonly onShift: () => void
}

const ICONS: Readonly<Record<KeyAction, ReactNode>> = {
  delete: <Delete aria-hidden="true" />,
  shift: <ArrowBigUp aria-hidden="true" />,
  space: <Space aria-hidden="true" />,
}

/** Signs that a reader would skip or mumble. */
const NAMES: Readonly<Record<string, MessageKey>> = {
  '.': 'keyboard.dot',
  ',': 'keyboard.comma',
  '-': 'keyboard.dash',
  _: 'keyboard.underscore',
  "'": 'keyboard.apostrophe',
  '/': 'keyboard.slash',
  '+': 'keyboard.plus',
  '@': 'keyboard.at',
}

/** The keys of one layout. */
export function Keys({ layout, capitals, onType, onDelete, onShift }: KeysProps) {
  const { t } = useText()
  const shown = (key: Key) => ('text' in key ? (capitals ? key.text.toUpperCase() : key.text) : '')

  const press = (key: Key) => {
    if ('text' in key) return onType(shown(key))
    if (key.action === 'delete') return onDelete()
    if (key.action === 'shift') return onShift()
    onType(' ')
  }
  const name = (key: Key) => {
    if ('action' in key) return t(`keyboard.${key.action}`)
    const sign = NAMES[key.text]
    return sign ? t(sign) : shown(key)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as rows in every engine
    <div className={styles.keys} data-layout={layout} role="group" aria-label={t('keyboard.label')}>
      {LAYOUTS[layout].map((row) => (
        <div key={row.map((key) => ('text' in key ? key.text : key.action)).join()} className={styles.row}>
          {row.map((key) => (
            <AriaButton
              key={'text' in key ? key.text : key.action}
              className={styles.key ?? ''}
              data-wide={key.wide}
              data-action={'action' in key ? key.action : undefined}
              excludeFromTabOrder
              preventFocusOnPress
              aria-label={name(key)}
              {...('action' in key && key.action === 'shift' ? { 'aria-pressed': capitals } : {})}
              onPress={() => press(key)}
            >
              {'text' in key ? shown(key) : ICONS[key.action]}
            </AriaButton>
          ))}
        </div>
      ))}
    </div>
  )
}

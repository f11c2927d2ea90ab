import { ArrowLeft, ArrowRight, Check } from 'lucide-react'
import { type CSSProperties, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../../i18n/index.ts'
import { Button } from '../Button.tsx'
import { FieldView } from './FieldView.tsx'
import { Keys } from './Keys.tsx'
import styles from './keyboard.module.css'
import { layoutFor } from './layouts.ts'
import { neighbours } from './neighbours.ts'
import { Options } from './Options.tsx'
import { deleteBack, insert, typedIn, typeInto } from './typing.ts'

export type TouchKeyboardProps = {
  /** The input on the page; it keeps the focus, so that a hardware keyboard goes on working. */
  readonly field: HTMLInputElement
  readonly onClose: () => void
}

/** The field alone above the keys: label, line of print, what is typed, what is wrong (interface specification §3). */
export function TouchKeyboard({ field, onClose }: TouchKeyboardProps) {
  const { t } = useText()
  const [capitals, setCapitals] = useState(field.dataset.capitals !== undefined)
  const { before, after } = neighbours(field)
  useEffect(() => setCapitals(field.dataset.capitals !== undefined), [field])

  const [belowBand] = useState(bandBottom)

  const type = (text: string) =>
    typeInto(field, insert(typedIn(field), text, field.maxLength < 0 ? undefined : field.maxLength))

  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: presses are not taken here, only kept from moving the focus
    <div
      className={styles.cover}
      style={belowBand}
      // Dialogs hide what lies outside them from readers: the keyboard serves their fields too.
      data-react-aria-top-layer="true"
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      <section className={styles.single} aria-label={t('keyboard.field')}>
        <FieldView field={field} />
        <Options field={field} onChosen={onClose} />
        <div className={styles.ways}>
          {before ? (
            <Button icon={<ArrowLeft aria-hidden="true" />} keepFocus onPress={() => before.focus()}>
              {t('btn.Sebelumnya')}
            </Button>
          ) : (
            <span />
          )}
          {after ? (
            <Button iconAfter={<ArrowRight aria-hidden="true" />} keepFocus onPress={() => after.focus()}>
              {t('btn.Berikutnya')}
            </Button>
          ) : null}
          <Button kind="primary" icon={<Check aria-hidden="true" />} keepFocus onPress={onClose}>
            {t('btn.Selesai')}
          </Button>
        </div>
      </section>
      <Keys
        layout={layoutFor(field.dataset.keyboard)}
        capitals={capitals}
        onType={type}
        onDelete={() => typeInto(field, deleteBack(typedIn(field)))}
        onShift={() => setCapitals((now) => !now)}
      />
    </div>,
    document.body,
  )
}

/** The turn band stays in sight above the keyboard, however high it is. */
function bandBottom(): CSSProperties {
  const band = document.querySelector('#root header')
  return { '--keyboard-top': `${band?.getBoundingClientRect().bottom ?? 0}px` } as CSSProperties
}

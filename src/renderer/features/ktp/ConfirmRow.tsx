import { Check } from 'lucide-react'
import { useState } from 'react'
import type { KtpFieldView } from '#shared/contract/views.ts'
import type { FieldDefinition } from '#shared/domain/forms/index.ts'
import { formatNik } from '#shared/domain/identity/index.ts'
import { formatDate, useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { FieldControl, type ShownPhoto, useFieldText, useStep } from '../step/index.ts'
import { FieldCrop } from './CardPicture.tsx'
import { fieldState } from './field-state.ts'
import styles from './ktp.module.css'
import { useChecked } from './use-checked.ts'

export type ConfirmRowProps = {
  readonly field: FieldDefinition
  readonly reading: KtpFieldView | undefined
  readonly card: ShownPhoto | undefined
  readonly onFocus: () => void
}

/** One field beside its print: the crop directly above the value, two alternatives, Benar. */
export function ConfirmRow({ field, reading, card, onFocus }: ConfirmRowProps) {
  const { t, language } = useText()
  const { text, snapshot } = useStep()
  const { label } = useFieldText(field)
  const { isChecked, noteEdit, confirm } = useChecked()
  const [edited, setEdited] = useState(false)
  const value = text(field.id)
  const checked = isChecked(field.id)
  const open = snapshot.unsure.includes(field.id) && !checked
  const state = fieldState({ value, edited, checked, unsure: open })
  const alternatives = (reading?.alternatives ?? []).filter((each) => each !== value).slice(0, 2)
  const shown = (each: string) =>
    field.type === 'date' ? formatDate(each, language) : field.type === 'nik' ? formatNik(each) : each

  return (
    <div className={styles.row} data-open={open || undefined}>
      <div className={styles.rowField}>
        <FieldControl
          field={field}
          state={state}
          large={field.type === 'nik'}
          compact
          above={card && reading?.box ? <FieldCrop card={card} box={reading.box} label={label} /> : null}
          onFocus={onFocus}
          onChange={() => {
            setEdited(true)
            noteEdit(field.id)
          }}
        />
        {open ? (
          <Button
            icon={<Check aria-hidden="true" />}
            label={`${label}: ${t('btn.Benar')}`}
            onPress={() => {
              onFocus()
              confirm(field.id)
            }}
          >
            {t('btn.Benar')}
          </Button>
        ) : null}
      </div>
      {open && alternatives.length > 0 ? (
        <div className={styles.alternatives}>
          <span>{t('confirm.didYouMean')}</span>
          {alternatives.map((each) => (
            <Button
              key={each}
              label={t('confirm.use', { value: shown(each) })}
              onPress={() => {
                setEdited(true)
                confirm(field.id, each)
              }}
            >
              {shown(each)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

import { useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { focusFirstError, Screen, TextField } from '../../ui/index.ts'
import styles from './TextStep.module.css'

export type TextStepField<K extends string> = {
  readonly id: K
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly maxLength: number
}

export type TextStepProps<K extends string> = {
  readonly title: string
  readonly sub: string
  readonly fields: readonly TextStepField<K>[]
  readonly onChange: (change: Partial<Record<K, string>>) => void
  readonly onBack?: () => void
  readonly onNext: () => void
}

/** A screen of text fields that must all be filled. */
export function TextStep<K extends string>({
  title,
  sub,
  fields,
  onChange,
  onBack,
  onNext,
}: TextStepProps<K>) {
  const { t } = useText()
  const [checked, setChecked] = useState(false)
  const missing = (field: TextStepField<K>) => field.value.trim() === ''
  return (
    <Screen
      turn="petugas"
      title={title}
      sub={sub}
      {...(onBack ? { back: { onPress: onBack } } : {})}
      primary={{
        label: t('btn.Lanjutkan'),
        onPress: () => {
          if (!fields.some(missing)) return onNext()
          setChecked(true)
          focusFirstError()
        },
      }}
    >
      <div className={styles.fields}>
        {fields.map((field, index) => (
          <TextField
            key={field.id}
            label={field.label}
            value={field.value}
            maxLength={field.maxLength}
            autoFocus={index === 0}
            {...(field.hint ? { hint: field.hint } : {})}
            error={checked && missing(field) ? t('setUp.required') : undefined}
            onChange={(value) => {
              const change: Partial<Record<K, string>> = {}
              change[field.id] = value
              onChange(change)
            }}
          />
        ))}
      </div>
    </Screen>
  )
}

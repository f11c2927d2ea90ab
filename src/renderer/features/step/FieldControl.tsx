import type { ReactNode } from 'react'
import { type FieldDefinition, type FieldType, visibleOptions } from '#shared/domain/forms/index.ts'
import { formatNpwp, formatPhone } from '#shared/domain/identity/index.ts'
import { hasMessage, useText } from '../../i18n/index.ts'
import { ChoiceCards, DateField, type FieldState, TextField, TickBox, TickList } from '../../ui/index.ts'
import { AreaField } from './AreaField.tsx'
import { ReferenceField } from './ReferenceField.tsx'
import { SelectField } from './SelectField.tsx'
import styles from './step.module.css'
import { useStep } from './step-context.ts'
import { useFieldText } from './use-field-text.ts'

export type FieldControlProps = {
  readonly field: FieldDefinition
  readonly state?: FieldState
  /** Large figures: the NIK, a contact. */
  readonly large?: boolean
  /** Choices as a drop-down list instead of cards: where many fields stand together. */
  readonly compact?: boolean
  readonly hint?: string
  /** Directly above the input: the line of print that it was read from. */
  readonly above?: ReactNode
  readonly onChange?: (value: string) => void
  readonly onFocus?: () => void
}

const INPUT_MODES: Partial<Record<FieldType, 'numeric' | 'tel' | 'email'>> = {
  nik: 'numeric',
  nip: 'numeric',
  nrp: 'numeric',
  npwp: 'numeric',
  nib: 'numeric',
  phone: 'tel',
  email: 'email',
}

/** How numbers are read out, and shown while they are typed (interface specification §4). */
const GROUPS: Partial<Record<FieldType, readonly number[]>> = { nik: [4, 4, 4, 4], nip: [8, 6, 1, 3] }

/** Types that the KTP prints in capitals. */
const PRINTED: readonly FieldType[] = ['person-name', 'text']

/** Longest text worth typing: far above every rule, so that the rule can say what is wrong. */
const TYPING_LIMIT = 250

/** One field of a form, drawn by its type. Used by every service: a new field type is added here. */
export function FieldControl(props: FieldControlProps) {
  switch (props.field.type) {
    case 'wilayah':
      return <AreaField field={props.field} />
    case 'instansi':
    case 'satuan-kerja':
      return <ReferenceField field={props.field} />
    default:
      return <PlainField {...props} />
  }
}

function PlainField({ field, state, large, compact, hint, above, onChange, onFocus }: FieldControlProps) {
  const { t } = useText()
  const api = useStep()
  const { label, hint: ownHint, option } = useFieldText(field)
  const { step } = api
  const error = api.issueText(field.id)
  const change = (value: string) => {
    api.set(field.id, value)
    onChange?.(value)
  }
  const shared = {
    label,
    value: displayed(field, api.text(field.id), api.isEdited(field.id)),
    error,
    onChange: change,
    onBlur: () => {
      if (api.isEdited(field.id)) void api.keep()
    },
    ...(state ? { state } : {}),
    ...(onFocus ? { onFocus } : {}),
    ...(above ? { above } : {}),
    ...((hint ?? ownHint) ? { hint: hint ?? ownHint } : {}),
  }
  const options = visibleOptions(field, api.snapshot.values)
  const chosen = api.value(field.id)
  return (
    <div data-field={field.id} className={styles.field}>
      {field.type === 'date' ? (
        <DateField {...withHint(shared)} />
      ) : field.type === 'choice' && compact ? (
        <SelectField
          {...withHint(shared)}
          options={options.map((value) => option(value))}
          {...(step.screen === 'ktp-confirm' ? { none: t('confirm.empty') } : {})}
        />
      ) : field.type === 'choice' ? (
        <ChoiceCards
          label={label}
          choices={options.map((value) => option(value))}
          value={api.text(field.id) || null}
          onChange={change}
        />
      ) : field.type === 'ticks' ? (
        <TickList
          label={label}
          options={options.map((value) => option(value))}
          value={Array.isArray(chosen) ? chosen : []}
          onChange={(value) => api.set(field.id, value)}
          invalid={error !== undefined}
        />
      ) : field.type === 'tick' ? (
        <TickBox
          checked={chosen === true}
          onChange={(value) => api.set(field.id, value)}
          invalid={error !== undefined}
          {...(ownHint ? { hint: ownHint } : {})}
        >
          {label}
        </TickBox>
      ) : (
        <TextField
          {...withHint(shared)}
          large={large ?? false}
          maxLength={TYPING_LIMIT}
          groups={GROUPS[field.type]}
          name={field.id}
          capitals={PRINTED.includes(field.type) && step.screen === 'ktp-confirm'}
          inputMode={INPUT_MODES[field.type] ?? 'text'}
        />
      )}
      <SoftWarnings field={field.id} t={t} />
    </div>
  )
}

/** A stored number in the notation people know; what is being typed is left alone. */
function displayed({ type }: FieldDefinition, value: string, typing: boolean): string {
  if (typing) return value
  if (type === 'phone') return formatPhone(value)
  return type === 'npwp' ? formatNpwp(value) : value
}

/** exactOptionalPropertyTypes: an absent hint must be absent. */
function withHint<T extends { hint?: string | undefined }>(props: T): Omit<T, 'hint'> & { hint?: string } {
  const { hint, ...rest } = props
  return hint === undefined ? rest : { ...rest, hint }
}

/** Findings of the core about a value: shown, never blocking. The contact screen words its own. */
function SoftWarnings({ field, t }: { readonly field: string; readonly t: ReturnType<typeof useText>['t'] }) {
  const { snapshot, isEdited, step } = useStep()
  // While somebody types, the finding is about the value before: better to say nothing.
  if (isEdited(field) || step.screen === 'contact') return null
  const own = snapshot.warnings.filter((warning) => warning.field === field)
  return own.map((warning) =>
    hasMessage(warning.code) ? (
      <p key={warning.code} className={styles.warning} role="status">
        {t(warning.code, warning.params)}
      </p>
    ) : null,
  )
}

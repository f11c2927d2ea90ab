import type { FieldDefinition } from '#shared/domain/forms/index.ts'
import { hasMessage, useText } from '../../i18n/index.ts'
import type { Choice } from '../../ui/index.ts'

/** The words of a form field: messages `field.<id>.label`, `.hint` and `choice.<id>.<option>`. */
export function useFieldText(field: Pick<FieldDefinition, 'id'>): {
  readonly label: string
  readonly hint: string | undefined
  readonly option: (value: string) => Choice<string>
} {
  const { t } = useText()
  const find = (key: string) => (hasMessage(key) ? t(key) : undefined)
  return {
    label: find(`field.${field.id}.label`) ?? field.id,
    hint: find(`field.${field.id}.hint`),
    option: (value) => {
      const hint = find(`choice.${field.id}.${value}.hint`)
      return { value, label: find(`choice.${field.id}.${value}`) ?? value, ...(hint ? { hint } : {}) }
    },
  }
}

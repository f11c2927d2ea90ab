import type { Language } from '#shared/contract/views.ts'
import { chosenName, type FieldType } from '#shared/domain/forms/index.ts'
import { formatNip, formatNpwp, formatPhone, maskNik } from '#shared/domain/identity/index.ts'
import { formatDate } from '../../i18n/index.ts'

/** A stored value as it is read: dates in words, numbers in groups, the NIK masked (interface specification §2, §4). */
export function showValue(type: FieldType, value: string, language: Language): string {
  switch (type) {
    case 'date':
      return formatDate(value, language)
    case 'phone':
      return formatPhone(value)
    case 'nip':
      return formatNip(value)
    case 'instansi':
    case 'satuan-kerja':
      return chosenName(value)
    case 'npwp':
      return formatNpwp(value)
    case 'nik':
      return maskNik(value)
    default:
      return value
  }
}

import {
  parseCoordinates,
  parseDate,
  parseEmail,
  parseNib,
  parseNik,
  parseNip,
  parseNpwp,
  parseNrp,
  parsePersonName,
  parsePhone,
  parseUsername,
} from '../identity/index.ts'
import { err, ok, type Result } from '../result.ts'
import type { FieldValue, FormValues } from '../submission/payload.ts'
import type { FieldDefinition, FieldType } from './form-definition.ts'
import { visibleOptions } from './visibility.ts'

/** What is wrong with one value; `code` is a message key. */
type ValueIssue = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> }
type Checked = Result<FieldValue, ValueIssue>

const issue = (code: string, params?: Record<string, string | number>): Checked =>
  err(params ? { code, params } : { code })

type TextParser = (text: string) => Result<{ readonly value: string } | string, ValueIssue>

/** Identifier fields: the text is parsed and stored in its normal form. */
const parsers: Partial<Record<FieldType, TextParser>> = {
  'person-name': parsePersonName,
  date: parseDate,
  nik: parseNik,
  nip: parseNip,
  nrp: parseNrp,
  npwp: parseNpwp,
  nib: parseNib,
  email: parseEmail,
  phone: parsePhone,
  username: parseUsername,
  coordinates: parseCoordinates,
}

/** Control and bidirectional formatting characters never belong into a form value. */
const FORBIDDEN_CHARACTERS = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** A village's code as in idn-area-data: province, regency, district, village. Whether it exists the core knows. */
const VILLAGE_CODE = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/

function checkText(field: FieldDefinition, text: string): Checked {
  const clean = text.replace(FORBIDDEN_CHARACTERS, ' ').replace(/\s+/g, ' ').trim()
  const max = field.maxLength ?? 200
  if (clean.length > max) return issue('field.tooLong', { max })
  return ok(clean)
}

function checkOptions(field: FieldDefinition, value: FieldValue, values: FormValues): Checked {
  const options = visibleOptions(field, values)
  if (field.type === 'choice') {
    return typeof value === 'string' && options.includes(value) ? ok(value) : issue('field.choose')
  }
  if (!Array.isArray(value) || value.some((entry) => !options.includes(entry))) return issue('field.choose')
  const chosen = options.filter((option) => value.includes(option))
  if (field.type === 'ticks' && chosen.length < options.length) return issue('req.missing')
  return ok(chosen)
}

/**
 * Checks one given value against its field and answers the value in its stored form
 * (dates ISO 8601, phones E.164, NRP padded, …). The same in renderer and main.
 */
export function checkField(field: FieldDefinition, value: FieldValue, values: FormValues): Checked {
  switch (field.type) {
    case 'choice':
    case 'ticks':
    case 'list':
      return checkOptions(field, value, values)
    case 'tick':
      if (typeof value !== 'boolean') return issue('field.choose')
      return field.required && !value ? issue('field.tick') : ok(value)
    case 'wilayah':
      return typeof value === 'string' && VILLAGE_CODE.test(value) ? ok(value) : issue('wilayah.choose')
    case 'text':
    case 'instansi':
    case 'satuan-kerja':
      return typeof value === 'string' ? checkText(field, value) : issue('field.text')
    default: {
      if (typeof value !== 'string') return issue('field.text')
      const parsed = parsers[field.type]?.(value)
      if (!parsed) return issue('field.text')
      if (!parsed.ok) return parsed
      return ok(typeof parsed.value === 'string' ? parsed.value : parsed.value.value)
    }
  }
}

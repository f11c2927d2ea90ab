import type { CourierExportView, CourierImportView } from '#shared/contract/views.ts'
import { formatNumber, type Translate } from '../../i18n/index.ts'
import type { NoticeKind } from '../../ui/index.ts'

/** One sentence about what became of a stick. */
export type CourierWord = { readonly kind: NoticeKind; readonly text: string }

type Language = Parameters<typeof formatNumber>[1]

/** Bytes as megabytes with one decimal, never 0 for something. */
function megabytes(bytes: number, language: Language): string {
  return formatNumber(Math.max(bytes > 0 ? 0.1 : 0, Math.round(bytes / 100_000) / 10), language)
}

/** What an export did, in words: the result first, then what needs somebody. */
export function exportWords(
  t: Translate,
  language: Language,
  answer: CourierExportView,
): readonly CourierWord[] {
  if (answer.kind === 'refused') {
    const calm = answer.reason === 'nothing-waiting' || answer.reason === 'busy'
    return [{ kind: calm ? 'info' : 'error', text: t(`courier.${answer.reason}`) }]
  }
  const number = (value: number) => formatNumber(value, language)
  const calledOff = (n: number): CourierWord => ({
    kind: 'info',
    text: t('courier.export.calledOff', { n: number(n) }),
  })
  const done: CourierWord = {
    kind: 'ok',
    text: t('courier.export.done', {
      packets: number(answer.packets),
      copied: number(answer.copied),
      size: megabytes(answer.bytes, language),
    }),
  }
  const words = answer.withdrawals > 0 ? [done, calledOff(answer.withdrawals)] : [done]
  if (answer.unfit === 0) return words
  return [...words, { kind: 'error', text: t('courier.export.unfit', { n: number(answer.unfit) }) }]
}

/** What a stick brought back, in words. */
export function importWords(
  t: Translate,
  language: Language,
  answer: CourierImportView,
): readonly CourierWord[] {
  if (answer.kind === 'refused') return [{ kind: 'error', text: t(`courier.${answer.reason}`) }]
  const number = (value: number) => formatNumber(value, language)
  const { settled, calledOff, known, invalid, notTaken } = answer
  const words: CourierWord[] = [
    settled > 0
      ? { kind: 'ok', text: t('courier.import.done', { settled: number(settled), known: number(known) }) }
      : { kind: 'info', text: t('courier.import.nothing', { known: number(known) }) },
  ]
  if (calledOff > 0) words.push({ kind: 'ok', text: t('courier.import.calledOff', { n: number(calledOff) }) })
  if (notTaken > 0)
    words.push({ kind: 'unsure', text: t('courier.import.notTaken', { n: number(notTaken) }) })
  if (invalid > 0) words.push({ kind: 'error', text: t('courier.import.invalid', { n: number(invalid) }) })
  return words
}

import type { PageView } from '#shared/contract/views.ts'
import { LEGIBLE_LONG_SIDE } from '#shared/domain/forms/index.ts'
import { useText } from '../../i18n/index.ts'
import { Notice } from '../../ui/index.ts'
import { usePageCheck } from '../capture/index.ts'

/** What is clearly wrong with a page, and what to do. Never refused: a large heading is legible in any photo. */
export function PageAdvice({ page, file }: { readonly page: PageView; readonly file: Blob | undefined }) {
  const { t } = useText()
  const verdict = usePageCheck(file)
  const small = Math.max(page.width, page.height) < LEGIBLE_LONG_SIDE
  if (!verdict || (verdict === 'fine' && !small)) return null
  return <Notice kind="unsure">{t(`documents.page.${verdict === 'fine' ? 'small' : verdict}`)}</Notice>
}

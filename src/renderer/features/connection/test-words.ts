import type { ConnectionTestView } from '#shared/contract/views.ts'
import { formatAge, type MessageKey, type Translate } from '../../i18n/index.ts'
import type { NoticeKind } from '../../ui/index.ts'

/** More than this between the clocks is worth saying. */
const SKEW_SECONDS = 120

/** Every reason that a test of the connection answers (CentralError's kinds and `wrong-mode`). */
export const TEST_FAILURES = {
  offline: 'connection.offline',
  'captive-portal': 'connection.captive-portal',
  later: 'connection.later',
  unauthorised: 'connection.unauthorised',
  forbidden: 'connection.forbidden',
  refused: 'connection.refused',
  unreadable: 'connection.unreadable',
  'wrong-mode': 'connection.wrong-mode',
} as const satisfies Record<string, MessageKey>

const isKnown = (reason: string): reason is keyof typeof TEST_FAILURES => Object.hasOwn(TEST_FAILURES, reason)

function failureKey({ reason, detail }: { reason: string; detail: string }): MessageKey {
  if (detail === 'proxy-authentication') return 'connection.proxy-authentication'
  return isKnown(reason) ? TEST_FAILURES[reason] : 'connection.other'
}

/** What a test of the connection found, in words; the technical half stands on a line of its own. */
export function testWords(
  t: Translate,
  language: Parameters<typeof formatAge>[2],
  answer: ConnectionTestView,
): { readonly kind: NoticeKind; readonly text: string } {
  if (answer.kind === 'failed') {
    const detail = answer.detail ? `\n${t('connection.detail', { detail: answer.detail })}` : ''
    return { kind: 'error', text: `${t(failureKey(answer))}${detail}` }
  }
  const skew = Math.abs(answer.skewSeconds)
  if (skew < SKEW_SECONDS) return { kind: 'ok', text: t('connection.reached') }
  const age = formatAge(new Date(0), new Date(skew * 1000), language)
  return { kind: 'unsure', text: t('connection.reached.skew', { age }) }
}

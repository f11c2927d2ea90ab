import type { CodeAnswerView, CodeRequestView } from '#shared/contract/views.ts'
import type { AppError } from '#shared/domain/errors.ts'
import { maskEmail, maskPhone } from '#shared/domain/identity/index.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { CheckState } from '#shared/domain/submission/payload.ts'
import type { CentralApi } from '../central-api/index.ts'
import type { Draft } from './draft.ts'
import type { Visits } from './visits.ts'

type Channel = 'phone' | 'email'
type Deps = {
  readonly visits: Visits
  readonly api: () => CentralApi | null
  readonly isOnline: () => boolean
}

const CHECK = { phone: 'phone-code', email: 'email-code' } as const
const DESTINATION = { phone: 'hp', email: 'email' } as const
const mask = (channel: Channel, destination: string): string =>
  channel === 'phone' ? maskPhone(destination) : maskEmail(destination)

/** One-time codes for phone (SOP 000 steps 8–10) and e-mail (SOP 003 steps 5–7); offline they are deferred. */
export function createCodes({ visits, api, isOnline }: Deps) {
  function settle(
    draft: Draft,
    channel: Channel,
    state: CheckState,
    codes: Draft['codes'] = draft.codes,
  ): void {
    visits.updateChecks(draft.id, { checks: { ...draft.checks, [CHECK[channel]]: state }, codes })
  }

  return {
    async request(channel: Channel): Promise<Result<CodeRequestView, AppError>> {
      const draft = visits.currentDraft()
      if (!draft) return err({ code: 'wrong-state', state: 'no-visit' })
      const destination = draft.values[DESTINATION[channel]]
      if (typeof destination !== 'string') return err({ code: 'wrong-state', state: 'no-contact' })
      if (draft.checks[CHECK[channel]] === 'passed') return err({ code: 'wrong-state', state: 'code-passed' })
      const central = api()
      if (!central || !isOnline()) {
        settle(draft, channel, 'deferred')
        return ok({ kind: 'deferred' })
      }
      const sent = await central.requestCode({ visitId: draft.id, channel, destination })
      const now = visits.currentDraft()
      if (now?.id !== draft.id) return err({ code: 'wrong-state', state: 'no-visit' })
      // A code on its way to an address that was corrected meanwhile proves nothing about the new one.
      if (now.values[DESTINATION[channel]] !== destination)
        return err({ code: 'wrong-state', state: 'contact-changed' })
      if (!sent.ok) {
        // "Not so fast" is for the person at the screen; everything else defers the code, the visit goes on.
        if (sent.error.kind === 'later' && sent.error.status === 429) {
          return err({
            code: 'central',
            kind: 'too-soon',
            detail: String(sent.error.retryAfterSeconds ?? ''),
          })
        }
        settle(now, channel, 'deferred')
        return ok({ kind: 'deferred' })
      }
      const { codeId, length, expiresAt, resendAfterSeconds } = sent.value
      settle(now, channel, 'pending', { ...now.codes, [channel]: { codeId, destination } })
      return ok({
        kind: 'sent',
        maskedDestination: mask(channel, destination),
        length,
        expiresAt,
        resendAfterSeconds,
      })
    },

    async verify(channel: Channel, code: string): Promise<Result<CodeAnswerView, AppError>> {
      const draft = visits.currentDraft()
      const sent = draft?.codes[channel]
      if (!draft || !sent) return err({ code: 'wrong-state', state: 'no-code' })
      const central = api()
      const answer = central ? await central.verifyCode({ codeId: sent.codeId, code }) : null
      const now = visits.currentDraft()
      if (now?.id !== draft.id || now.codes[channel]?.codeId !== sent.codeId)
        return err({ code: 'wrong-state', state: 'no-code' })
      if (!answer?.ok) {
        settle(now, channel, 'deferred')
        return ok({ kind: 'deferred' })
      }
      if (answer.value.kind === 'accepted') {
        const { [channel]: _, ...others } = now.codes
        settle(now, channel, 'passed', others)
      }
      if (answer.value.kind === 'spent') settle(now, channel, 'spent')
      return ok(answer.value)
    },

    /** "Lanjut, kode menyusul": every code still open follows by a link. */
    deferAll(): Result<null, AppError> {
      const draft = visits.currentDraft()
      if (!draft) return err({ code: 'wrong-state', state: 'no-visit' })
      const checks = { ...draft.checks }
      for (const check of Object.values(CHECK)) {
        if (checks[check] !== 'passed' && checks[check] !== 'spent') checks[check] = 'deferred'
      }
      visits.updateChecks(draft.id, { checks })
      return ok(null)
    },
  }
}
export type Codes = ReturnType<typeof createCodes>

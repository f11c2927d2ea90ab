import { visibleSteps } from '#shared/domain/forms/index.ts'
import { getForm } from '#shared/domain/services/index.ts'
import type { CheckId, CheckState } from '#shared/domain/submission/payload.ts'
import type { CentralApi } from '../central-api/index.ts'
import type { Draft } from './draft.ts'

/** The checks that the form asks for on this visit's contact step: an account that exists is not asked whether it does. */
function checksOf(draft: Draft): ReadonlySet<CheckId> {
  const steps = visibleSteps(getForm(draft.service, draft.formVersion), draft.values)
  return new Set(steps.filter((step) => step.screen === 'contact').flatMap((step) => step.checks ?? []))
}

/** Asks the central about e-mail and username; when it cannot be asked the check is deferred, never skipped. */
export function createContactChecks(api: () => CentralApi | null, isOnline: () => boolean) {
  async function ask(
    question: (central: CentralApi) => Promise<{ ok: boolean; value?: boolean }>,
    good: boolean,
  ): Promise<CheckState> {
    const central = api()
    if (!central || !isOnline()) return 'deferred'
    const answer = await question(central)
    if (!answer.ok) return 'deferred'
    return answer.value === good ? 'passed' : 'failed'
  }

  return {
    /** Answers `email-registered` and `username-free` of a draft; only what is still open is asked. */
    async ask(draft: Draft): Promise<Draft['checks']> {
      const { email, username } = draft.values
      const asked = checksOf(draft)
      const answers: Draft['checks'] = {}
      const open = (state: CheckState | undefined) =>
        state === undefined || state === 'pending' || state === 'deferred'
      if (
        asked.has('email-registered') &&
        typeof email === 'string' &&
        open(draft.checks['email-registered'])
      ) {
        answers['email-registered'] = await ask((central) => central.emailRegistered(email), false)
      }
      if (asked.has('username-free') && typeof username === 'string' && open(draft.checks['username-free'])) {
        answers['username-free'] = await ask((central) => central.usernameFree(username), true)
      }
      return answers
    },
  }
}
export type ContactChecks = ReturnType<typeof createContactChecks>

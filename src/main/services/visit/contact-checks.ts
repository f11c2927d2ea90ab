import type { CheckState } from '#shared/domain/submission/payload.ts'
import type { CentralApi } from '../central-api/index.ts'
import type { Draft } from './draft.ts'

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
    /** Answers the draft with `email-registered` and `username-free` settled; asked again only when they changed. */
    async check(draft: Draft): Promise<Draft> {
      const { email, username } = draft.values
      const checks = { ...draft.checks }
      const open = (state: CheckState | undefined) =>
        state === undefined || state === 'pending' || state === 'deferred'
      if (typeof email === 'string' && open(checks['email-registered'])) {
        checks['email-registered'] = await ask((central) => central.emailRegistered(email), false)
      }
      if (typeof username === 'string' && open(checks['username-free'])) {
        checks['username-free'] = await ask((central) => central.usernameFree(username), true)
      }
      return { ...draft, checks }
    },
  }
}
export type ContactChecks = ReturnType<typeof createContactChecks>

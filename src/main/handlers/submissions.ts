import type { AppError } from '#shared/domain/errors.ts'
import { err, ok } from '#shared/domain/result.ts'
import { parseReference } from '#shared/domain/submission/reference.ts'
import type { Handlers } from '../app/dispatch.ts'
import type { Services } from '../app/services.ts'
import { SubmissionSummary } from '../services/queue/index.ts'
import { receiptView, submissionRow } from './receipt.ts'
import { signedIn } from './signed-in.ts'

type SubmissionCalls = Extract<keyof Handlers, `submission.${string}` | `sync.${string}`>

const notFound: AppError = { code: 'not-found', what: 'submission' }
/** After every possible UUID: the first page. */
const FIRST_PAGE = 'g'

/** The queue as people see it. */
export const submissionHandlers = (services: Services): Pick<Handlers, SubmissionCalls> => {
  const { store, submissions, runner, sync, staff, audit, keyedHash, status, statusLimiter } = services

  const attentionReason = (id: string): string | null =>
    store.submissions.events(id).findLast((event) => event.event === 'needs-attention')?.detail ?? null

  const rowOf = (record: NonNullable<ReturnType<typeof store.submissions.find>>) =>
    submissionRow(
      record,
      store.jobs.find(record.id),
      record.state === 'perlu-tindakan' ? attentionReason(record.id) : null,
    )

  return {
    'submission.list': ({ limit, before }) =>
      ok(store.submissions.page(before ?? FIRST_PAGE, limit).map(rowOf)),
    'submission.receipt': async ({ id }) => {
      const record = store.submissions.find(id)
      return record ? ok(await receiptView(record)) : err(notFound)
    },
    'submission.retry': ({ id }) => {
      const retried = submissions.apply(id, { type: 'retry' }, null, () =>
        store.jobs.add(id, services.clock.now().toISOString()),
      )
      if (!retried.ok) {
        return err(
          retried.error.code === 'not-found' ? notFound : { code: 'wrong-state', state: retried.error.state },
        )
      }
      audit.record('submission.retried', { staffId: signedIn(staff).id, subject: id })
      runner.wake()
      const record = store.submissions.find(id)
      return record ? ok(rowOf(record)) : err(notFound)
    },
    'submission.check': async ({ reference, birthDate }) => {
      if (!statusLimiter.allow()) return err({ code: 'wrong-state', state: 'too-many-tries' })
      const parsed = parseReference(reference)
      const record = parsed.ok ? store.submissions.findByReference(parsed.value) : undefined
      if (!record) return err(notFound)
      const summary = SubmissionSummary.parse(JSON.parse(record.summary))
      const matches = summary.birthDateKey === Buffer.from(keyedHash(birthDate)).toString('hex')
      return matches ? ok(await receiptView(record)) : err(notFound)
    },
    'sync.now': async () => {
      await sync.now()
      return ok(status())
    },
  }
}

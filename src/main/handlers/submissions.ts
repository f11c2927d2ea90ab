import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { searchWords, statesOf } from '#shared/domain/submission/groups.ts'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { parseReference } from '#shared/domain/submission/reference.ts'
import type { Handlers } from '../app/dispatch.ts'
import type { Services } from '../app/services.ts'
import { attentionReason, SubmissionSummary } from '../services/queue/index.ts'
import { signedIn } from './signed-in.ts'
import { createSubmissionViews, namedParts } from './submission-views.ts'

type SubmissionCalls = Extract<keyof Handlers, `submission.${string}` | `sync.${string}`>

const notFound: AppError = { code: 'not-found', what: 'submission' }

/** The queue as people see it. */
export const submissionHandlers = (services: Services): Pick<Handlers, SubmissionCalls> => {
  const { store, submissions, cancellations, runner, sync, staff, visits, audit, keyedHash, statusLimiter } =
    services
  const views = createSubmissionViews(services)

  const find = (id: string) => {
    const record = store.submissions.find(id)
    return record ? ok(record) : err(notFound)
  }
  const withPin = (pin: string) => staff.checkPin(signedIn(staff).id, pin)
  const mayStart = (): Result<null, AppError> => {
    const closed = services.intake()
    return closed ? err({ code: 'intake-stopped', reason: closed }) : ok(null)
  }

  return {
    'submission.list': ({ limit, before, search, group, sort }) =>
      ok(
        store.submissionList
          .listIds({
            sort: sort ?? 'newest',
            states: group ? statesOf(group) : null,
            words: searchWords(search ?? ''),
            after: before ?? null,
            limit,
          })
          .flatMap((id) => store.submissions.find(id) ?? [])
          .map(views.row),
      ),
    'submission.detail': ({ id }) => {
      const record = find(id)
      return record.ok ? ok(views.detail(record.value)) : record
    },
    'submission.receipt': async ({ id }) => {
      const record = find(id)
      return record.ok ? ok(await views.receipt(record.value)) : record
    },
    'submission.retry': ({ id }) => {
      if (cancellations.isCalledOff(id)) return err({ code: 'wrong-state', state: 'called-off' })
      const retried = submissions.apply(id, { type: 'retry' }, null, () =>
        store.jobs.add(id, services.clock.now().toISOString()),
      )
      if (!retried.ok) {
        return err(
          retried.error.code === 'not-found' ? notFound : { code: 'wrong-state', state: retried.error.state },
        )
      }
      audit.record('submission.retried', { staffId: signedIn(staff).id, subject: id })
      runner.resume()
      const record = find(id)
      return record.ok ? ok(views.row(record.value)) : record
    },
    'submission.correct': async ({ id, pin }) => {
      const member = await withPin(pin)
      if (!member.ok) return member
      const record = find(id)
      if (!record.ok) return record
      if (cancellations.isCalledOff(id)) return err({ code: 'wrong-state', state: 'called-off' })
      const reason = record.value.state === 'perlu-tindakan' ? attentionReason(store, id) : null
      return visits.correct(
        { record: record.value, reason, named: namedParts(record.value) },
        member.value,
        mayStart,
      )
    },
    'submission.goOn': async ({ id, pin }) => {
      const member = await withPin(pin)
      if (!member.ok) return member
      const record = find(id)
      if (!record.ok) return record
      if (cancellations.isCalledOff(id)) return err({ code: 'wrong-state', state: 'called-off' })
      return visits.goOnToAccess(record.value, member.value, mayStart)
    },
    'submission.cancel': async ({ id, pin, reason, note }) => {
      if (reason === 'other' && note === '')
        return err({ code: 'form', issues: [{ field: 'note', code: 'cancel.note.missing' }] })
      const member = await withPin(pin)
      if (!member.ok) return member
      const done = cancellations.cancel(id, { reason, note: note === '' ? null : note }, member.value.id)
      if (!done.ok) return done
      if (done.value === 'withdraw' && sync.isOnline()) void cancellations.tell()
      const record = find(id)
      return record.ok ? ok(views.detail(record.value)) : record
    },
    'submission.unmask': async ({ id, pin }) => {
      const member = await withPin(pin)
      if (!member.ok) return member
      const record = find(id)
      if (!record.ok) return record
      if (record.value.data === null) return err({ code: 'not-found', what: 'working-copy' })
      audit.record('submission.unmasked', { staffId: member.value.id, subject: id })
      const { nik, nama } = SubmissionPayload.parse(JSON.parse(record.value.data)).values
      return ok({ nik: String(nik ?? ''), name: String(nama ?? '') })
    },
    'submission.check': async ({ reference, birthDate }) => {
      if (!statusLimiter.allow()) return err({ code: 'wrong-state', state: 'too-many-tries' })
      const parsed = parseReference(reference)
      const record = parsed.ok ? store.submissions.findByReference(parsed.value) : undefined
      if (!record) return err(notFound)
      const summary = SubmissionSummary.parse(JSON.parse(record.summary))
      const matches = summary.birthDateKey === Buffer.from(keyedHash(birthDate)).toString('hex')
      return matches ? ok(await views.receipt(record)) : err(notFound)
    },
    'sync.now': async () => {
      await sync.now()
      return ok(services.status())
    },
  }
}

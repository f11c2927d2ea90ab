import { ok } from '#shared/domain/result.ts'
import type { Handlers } from '../app/dispatch.ts'
import type { Services } from '../app/services.ts'
import { signedIn } from './signed-in.ts'
import { createSubmissionViews } from './submission-views.ts'

type VisitCalls = Extract<keyof Handlers, `visit.${string}` | `draft.${string}`>

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** The visit and its drafts. */
export const visitHandlers = ({
  staff,
  visits,
  codes,
  submitVisit,
  intake,
  store,
  cancellations,
  time,
}: Services): Pick<Handlers, VisitCalls> => ({
  'visit.start': (input) => {
    const closed = intake()
    if (closed) return { ok: false, error: { code: 'intake-stopped', reason: closed } }
    return visits.start(input, signedIn(staff))
  },
  'visit.current': () => ok(visits.current()),
  'visit.setLanguage': ({ language }) => visits.setLanguage(language),
  'visit.saveStep': (input) => visits.saveStep(input),
  'visit.goTo': ({ step }) => visits.goTo(step),
  'visit.keepPhoto': async ({ purpose, jpeg, override }) => {
    const bytes = Buffer.from(jpeg, 'base64')
    if (!override) return visits.keepPhoto(purpose, bytes)
    const member = await staff.checkPin(signedIn(staff).id, override.pin)
    if (!member.ok) return member
    const { finding, reason } = override
    return visits.keepPhoto(purpose, bytes, { finding, reason, petugas: member.value })
  },
  'visit.allowOfficeEmail': async ({ reason, pin }) => {
    const member = await staff.checkPin(signedIn(staff).id, pin)
    return member.ok ? visits.allowOfficeEmail(reason, member.value) : member
  },
  'visit.readKtp': ({ further = [] }) => visits.readKtp(further.map((jpeg) => Buffer.from(jpeg, 'base64'))),
  'visit.photo': ({ purpose }) => {
    const photo = visits.photo(purpose)
    if (!photo.ok) return photo
    const { jpeg, width, height } = photo.value
    return ok({ jpeg: base64(jpeg), width, height })
  },
  'visit.keepDocument': ({ kind, content, turn }) =>
    visits.keepDocument(kind, Buffer.from(content, 'base64'), turn),
  'visit.addPage': ({ kind, content, turn, replaces }) =>
    visits.addPage(kind, Buffer.from(content, 'base64'), turn, replaces),
  'visit.arrangePages': ({ kind, pages }) => visits.arrangePages(kind, pages),
  'visit.page': ({ id }) => {
    const page = visits.page(id)
    if (!page.ok) return page
    const { jpeg, width, height } = page.value
    return ok({ jpeg: base64(jpeg), width, height })
  },
  'visit.dropDocument': ({ kind }) => visits.dropDocument(kind),
  'visit.document': ({ kind }) => {
    const document = visits.document(kind)
    return document.ok ? ok({ media: document.value.media, content: base64(document.value.bytes) }) : document
  },
  'visit.checkContact': () => visits.checkContact(),
  'visit.checkCompany': () => visits.checkCompany(),
  'visit.checkAccesses': () => visits.checkAccesses(),
  'visit.chooseAccess': ({ id }) => visits.chooseAccess(id),
  'visit.requestCode': ({ channel }) => codes.request(channel),
  'visit.verifyCode': ({ channel, code }) => codes.verify(channel, code),
  'visit.deferCodes': () => {
    const deferred = codes.deferAll()
    if (!deferred.ok) return deferred
    const view = visits.current()
    return view ? ok(view) : { ok: false, error: { code: 'wrong-state', state: 'no-visit' } }
  },
  'visit.submit': async () => {
    const submitted = await submitVisit()
    return submitted.ok
      ? ok(await createSubmissionViews({ store, cancellations, time }).receipt(submitted.value))
      : submitted
  },
  'visit.end': ({ reason }) => {
    const ended = visits.end(reason, signedIn(staff).id)
    return ended.ok ? ok({}) : ended
  },
  'visit.lock': () => {
    const lockedNow = visits.lock(signedIn(staff).id)
    return lockedNow.ok ? ok({}) : lockedNow
  },
  'visit.unlock': async ({ pin }) => {
    const member = await staff.checkPin(signedIn(staff).id, pin)
    return member.ok ? visits.unlock(member.value.id) : member
  },
  'visit.pause': () => {
    const paused = visits.pause(signedIn(staff).id)
    return paused.ok ? ok({}) : paused
  },
  'draft.list': () => ok(visits.drafts()),
  'draft.resume': async ({ id, pin }) => {
    const member = await staff.checkPin(signedIn(staff).id, pin)
    return member.ok ? visits.resume(id, member.value) : member
  },
  'draft.wipe': async ({ id, pin }) => {
    const member = await staff.checkPin(signedIn(staff).id, pin)
    if (!member.ok) return member
    const wiped = visits.wipeDraft(id, member.value.id)
    return wiped.ok ? ok({}) : wiped
  },
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CallOutput } from '#shared/contract/contract.ts'
import { PIN } from '../../helpers/kiosk.ts'
import { fillVisit, registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import type { MoodyProxy } from '../../integration/core/moody-proxy.ts'
import type { KillableKiosk } from '../../integration/crash/killable-kiosk.ts'
import type { Random } from '../ktp/random.ts'

/** What the kiosk is doing when the plug is pulled. */
export const MOMENTS = ['submit', 'upload', 'receipt', 'backup'] as const
export type Moment = (typeof MOMENTS)[number]

/** What was confirmed before the kill, and what the queue held before that. */
type Confirmed = {
  readonly moment: Moment
  readonly rowsBefore: number
  /** The receipt in the registrant's hand, when the call was answered. */
  readonly reference: string | null
  /** What was going on was done before the kill. */
  readonly answered: boolean
}

/** What does not agree after the next start. */
type Found = { lost: number; doubled: number; unreadable: number; interrupted: boolean }

type Row = CallOutput<'submission.list'>[number]
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Deps = {
  readonly random: Random
  readonly proxy: MoodyProxy
  readonly dataDir: string
  readonly kiosk: () => KillableKiosk
}

/** Kills the kiosk (never anything else) at a random time of one kind of work. */
export function createPlugPuller({ random, proxy, dataDir, kiosk }: Deps) {
  const receipts: string[] = []
  let person = 0

  async function allRows(): Promise<Row[]> {
    const rows: Row[] = []
    for (;;) {
      const before = rows.at(-1)?.id
      const page = await kiosk().call('submission.list', { limit: 200, ...(before && { before }) })
      rows.push(...page)
      if (page.length < 200) return rows
    }
  }

  /** Makes a call, kills after a random time up to `withinMs`; answers the value if it came before. */
  async function killDuring<T>(work: Promise<T>, withinMs: number): Promise<T | null> {
    const answer = work.catch(() => null)
    await pause(random.range(0, withinMs))
    const [value] = await Promise.all([answer, kiosk().kill()])
    return value
  }

  /** Lets a waiting packet go over a slow line and kills soon after a request of this kind has begun. */
  async function killAtRequest(isMeant: (request: string) => boolean, withinMs: number): Promise<void> {
    proxy.requests.length = 0
    proxy.mood = (request) => ({ delayMs: isMeant(request) ? random.range(0, withinMs) : 0 })
    void kiosk()
      .call('sync.now', {})
      .catch(() => undefined)
    await waitUntil('the request', () => proxy.requests.some(isMeant), { everyMs: 1, timeoutMs: 20_000 })
    await pause(random.range(0, withinMs * 1.5))
    await kiosk().kill()
  }

  async function pull(moment: Moment): Promise<Confirmed> {
    const { call } = kiosk()
    const rowsBefore = (await allRows()).length
    if (moment === 'backup') {
      // The answer does not wait for the backup, which has begun by then.
      await call('app.setLimits', { maxUnsent: random.int(10_000, 90_000) })
      await pause(random.range(0, 60))
      await kiosk().kill()
      const answered = !readdirSync(join(dataDir, 'backups')).some((name) => name.includes('.part'))
      return { moment, rowsBefore, reference: null, answered }
    }
    person += 1
    if (moment === 'submit') {
      await fillVisit(call, testPerson(person))
      const submitted = await killDuring(call('visit.submit', {}), 120)
      if (submitted) receipts.push(submitted.reference)
      return { moment, rowsBefore, reference: submitted?.reference ?? null, answered: submitted !== null }
    }
    const { reference } = await registerPerson(call, testPerson(person))
    receipts.push(reference)
    const isUpload = (request: string) => /^(POST|PATCH|HEAD) \/v1\/uploads/.test(request)
    const isRegistration = (request: string) => request.startsWith('PUT /v1/submissions')
    await killAtRequest(moment === 'upload' ? isUpload : isRegistration, 40)
    return { moment, rowsBefore, reference, answered: false }
  }

  /** After the next start: everything confirmed is there once; what was not confirmed is whole, or done. */
  async function check(confirmed: Confirmed): Promise<Found> {
    const { call } = kiosk()
    const rows = await allRows()
    const drafts = await call('draft.list', {})
    const added = rows.length - confirmed.rowsBefore
    const found: Found = { lost: 0, doubled: 0, unreadable: 0, interrupted: !confirmed.answered }
    if (confirmed.moment === 'backup') {
      found.lost += Math.max(0, -added)
      found.doubled += Math.max(0, added)
      return found
    }
    const here = added + drafts.length
    if (here < 1 || (confirmed.reference && !rows.some((row) => row.reference === confirmed.reference)))
      found.lost += 1
    if (here > 1) found.doubled += 1
    if (confirmed.moment !== 'submit') {
      const row = rows.find((one) => one.reference === confirmed.reference)
      found.interrupted = row?.state === 'antre' || row?.state === 'sedang-dikirim'
    }
    const [draft] = drafts
    if (draft) {
      const resumed = await call('draft.resume', { id: draft.id, pin: PIN }).catch(() => null)
      const whole = resumed?.values.nama === testPerson(person).nama && 'swafoto' in resumed.photos
      if (!whole) found.unreadable += 1
      await call('visit.end', { reason: 'abandoned' })
    }
    return found
  }

  return { pull, check, allRows, receipts: (): string[] => [...receipts] }
}

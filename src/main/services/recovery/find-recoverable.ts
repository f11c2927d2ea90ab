import { isHeldByKiosk } from '#shared/domain/submission/states.ts'
import type { CancellationRow, SubmissionRecord } from '../store/index.ts'
import type { DeadKiosk } from './open-dead-kiosk.ts'

/** A registration that the central does not certainly hold, and where its packet lies. */
export type Waiting = { readonly record: SubmissionRecord; readonly path: string }

/** A registration that was called off, whether the central knows of it or not. */
export type CalledOff = { readonly record: SubmissionRecord; readonly cancellation: CancellationRow }

/** What a dead kiosk leaves behind. */
export type Recoverable = {
  readonly waiting: readonly Waiting[]
  /** Called off: nothing of these is sent, and what the central does not know yet has to be told it. */
  readonly calledOff: readonly CalledOff[]
  /** Registrations that were sent or ended: the list only, nothing has to travel. */
  readonly history: readonly SubmissionRecord[]
  /** Registrations that wait, but whose packet is gone or changed. */
  readonly lost: readonly string[]
  readonly unexplained: readonly string[]
}

/** After every possible UUID: the first page (submissions repository). */
const FIRST_PAGE = 'g'
const PAGE = 500

function* everySubmission({ store }: DeadKiosk): Generator<SubmissionRecord> {
  let before = FIRST_PAGE
  for (;;) {
    const page = store.submissions.page(before, PAGE)
    yield* page
    const last = page.at(-1)
    if (!last) return
    before = last.id
  }
}

/** Sorts the registrations of a dead kiosk. Nothing is decrypted that is sealed for the central. */
export function findRecoverable(dead: DeadKiosk): Recoverable {
  const waiting: Waiting[] = []
  const calledOff: CalledOff[] = []
  const history: SubmissionRecord[] = []
  const lost: string[] = []
  const onDisk = new Set(dead.packets.listIds())
  for (const record of everySubmission(dead)) {
    const cancellation = dead.store.cancellations.find(record.id)
    if (cancellation) calledOff.push({ record, cancellation })
    else if (!isHeldByKiosk(record.state)) history.push(record)
    else if (onDisk.has(record.id) && dead.packets.read(record.id).sha256 === record.packetSha256)
      waiting.push({ record, path: dead.packets.pathOf(record.id) })
    else lost.push(record.id)
  }
  return { waiting, calledOff, history, lost, unexplained: dead.unexplained }
}

import { endLater } from './end-later.ts'
import type { LookAnswer, LookKind, LookRequest, LookResult } from './worker-messages.ts'

/** `loading`: models are being fetched; `broken`: the checks cannot run on this machine. */
export type ChecksState = 'loading' | 'looking' | 'broken'

type ResultOf<K extends LookKind, V extends string, F> = Extract<
  LookResult<V, F>,
  { kind: { look: 'looked'; take: 'taken'; encode: 'encoded' }[K] }
>

/** A worker that judges frames, and what became of it. */
export type Checks<V extends string, F> = {
  /** Hands a frame over. Undefined: it could not be judged, now or ever; nobody waits without end. */
  readonly ask: <K extends LookKind>(kind: K, frame: VideoFrame) => Promise<ResultOf<K, V, F> | undefined>
  /** What is under way is still answered: see `endLater`. */
  readonly close: () => void
}

type Pending = (result: LookResult<string, unknown> | undefined) => void

/** Times in ms. A look takes a tenth of a second, and on the slowest desk seen one and a half; models load within two. */
export const CHECKS_TIMES = { answerWithin: 8_000, readyWithin: 30_000 } as const
/** Workers that went silent one after the other, and frames that failed one after the other, before nothing more is hoped for. */
const MOST_SILENT = 2
const MOST_FAILED = 5

/**
 * Starts a worker of the checks and numbers what it is asked. One that falls silent (a model that hangs, a graphics driver that
 * is gone) is ended and started anew.
 */
export function startChecks<V extends string, F>(
  newWorker: () => Worker,
  onState: (state: ChecksState) => void = () => undefined,
): Checks<V, F> {
  const pending = new Map<number, Pending>()
  let [lastId, silent, failed] = [0, 0, 0]
  let state: ChecksState = 'loading'
  let worker: Worker | undefined
  let deadline: ReturnType<typeof setTimeout> | undefined

  const become = (next: ChecksState) => {
    if (state !== next) onState(next)
    state = next
  }
  const waitFor = (ms: number) => {
    clearTimeout(deadline)
    deadline = setTimeout(onSilence, ms)
  }
  const end = () => {
    clearTimeout(deadline)
    worker?.terminate()
    worker = undefined
    for (const give of pending.values()) give(undefined)
    pending.clear()
  }
  const breakDown = () => {
    end()
    become('broken')
  }
  const onSilence = () => {
    silent += 1
    if (state === 'loading' || silent >= MOST_SILENT) return breakDown()
    end()
    become('loading')
    start()
  }
  const onAnswer = (data: LookAnswer<V, F>) => {
    if (data.kind === 'broken') return breakDown()
    if (data.kind === 'ready') {
      become('looking')
    } else {
      silent = 0
      failed = data.kind === 'failed' ? failed + 1 : 0
      pending.get(data.id)?.(data.kind === 'failed' ? undefined : data)
      pending.delete(data.id)
      if (failed >= MOST_FAILED) return breakDown()
    }
    if (pending.size > 0) waitFor(CHECKS_TIMES.answerWithin)
    else clearTimeout(deadline)
  }
  const start = () => {
    const started = newWorker()
    worker = started
    waitFor(CHECKS_TIMES.readyWithin)
    started.addEventListener('message', ({ data }: MessageEvent<LookAnswer<V, F>>) => {
      if (worker === started) onAnswer(data)
    })
    started.addEventListener('error', () => {
      if (worker === started) breakDown()
    })
  }
  start()

  return {
    ask: (kind, frame) => {
      if (!worker) {
        frame.close()
        return Promise.resolve(undefined)
      }
      const id = ++lastId
      if (state === 'looking' && pending.size === 0) waitFor(CHECKS_TIMES.answerWithin)
      const asked = worker
      return new Promise((resolve) => {
        // The worker answers a request with the result of its kind.
        pending.set(id, resolve as Pending)
        asked.postMessage({ id, kind, frame } satisfies LookRequest, [frame])
      })
    },
    close: () => endLater(end),
  }
}

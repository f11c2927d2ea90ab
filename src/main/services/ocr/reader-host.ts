import { Worker } from 'node:worker_threads'
import type { KtpReading } from '#shared/domain/ktp/reading.ts'
import { findWorkerScript } from '../worker-script/index.ts'
import type { WorkerFault, WorkerReply, WorkerRequest, WorkerSettings } from './worker-messages.ts'

/** Settings of the KTP reader. */
export type KtpReaderOptions = {
  /** Longest time from `read` being served to its answer, both attempts together. Default 20 000 ms. */
  readonly timeoutMs?: number
  /** No further outline is tried after this long. Default 7.5 % of `timeoutMs`: no card must be said soon. */
  readonly searchMs?: number
  /** Tesseract instances that share the work. Default 2 (two-core desks). */
  readonly workers?: number
  /** The worker's script, when it does not lie beside this file (bundles, asar). */
  readonly workerUrl?: URL
  /** Tests only: the n-th thread started takes the n-th fault; `undefined` works normally. */
  readonly faultsForTest?: readonly (WorkerFault | undefined)[]
}

/** Reads identity cards off pictures; offline, in an isolated thread. */
export type KtpReader = {
  /**
   * Reads one picture (JPEG, PNG or WebP bytes). Never throws for anything a picture can do: a bad picture is an
   * answer, and a crash or hang costs one retry in a fresh thread, then `failed`. One at a time.
   */
  readonly read: (picture: Uint8Array) => Promise<KtpReading>
  /** Starts the thread and loads the language data, so that the first `read` is as fast as the others. */
  readonly warm: () => Promise<void>
  /** Ends the thread; reads under way answer `failed`. */
  readonly close: () => Promise<void>
}

/** Share of the time after which no further outline is tried: a picture without a KTP is answered quickly. */
const SEARCH_SHARE = 0.075
/** Share of the time that the first attempt may take. */
const FIRST_SHARE = 0.65

type Answer = WorkerReply | 'timeout' | 'crash'

/** Starts a KTP reader. The thread itself starts with the first `warm` or `read`. */
export const createKtpReader = (options: KtpReaderOptions = {}): KtpReader => {
  const timeoutMs = options.timeoutMs ?? 20_000
  const workerUrl = options.workerUrl ?? findWorkerScript(import.meta.url, 'ocr-worker')
  let thread: Worker | undefined
  let started = 0
  let nextId = 1
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  const startThread = (): Worker => {
    const fault = options.faultsForTest?.[started]
    started++
    const settings: WorkerSettings = {
      engines: options.workers ?? 2,
      searchMs: options.searchMs ?? timeoutMs * SEARCH_SHARE,
      ...(fault === undefined ? {} : { fault }),
    }
    const worker = new Worker(workerUrl, { workerData: settings })
    // An error event without a listener would take the whole kiosk down.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      if (thread === worker) thread = undefined
    })
    return worker
  }

  const ask = async (make: (id: number) => WorkerRequest, limitMs: number): Promise<Answer> => {
    thread ??= startThread()
    const worker = thread
    const id = nextId++
    worker.ref()
    const answer = await new Promise<Answer>((resolve) => {
      const timer = setTimeout(() => finish('timeout'), limitMs)
      const onMessage = (reply: WorkerReply): void => {
        if (reply.id === id) finish(reply)
      }
      const onExit = (): void => finish('crash')
      const finish = (result: Answer): void => {
        clearTimeout(timer)
        worker.off('message', onMessage)
        worker.off('exit', onExit)
        resolve(result)
      }
      worker.on('message', onMessage)
      worker.on('exit', onExit)
      worker.postMessage(make(id))
    })
    if (typeof answer === 'string') {
      if (thread === worker) thread = undefined
      await worker.terminate()
    } else {
      // An idle reader must not keep the process alive.
      worker.unref()
    }
    return answer
  }

  const readOnce = async (picture: Uint8Array): Promise<KtpReading> => {
    let reason: 'timeout' | 'crash' = 'crash'
    const deadline = performance.now() + timeoutMs
    for (let attempt = 0; attempt < 2 && !closed; attempt++) {
      // The first attempt may be slow on a busy or cold machine; the rest is the retry's.
      const left = deadline - performance.now()
      if (left <= 0) break
      const answer = await ask(
        (id) => ({ id, kind: 'read', picture }),
        attempt === 0 ? left * FIRST_SHARE : left,
      )
      if (typeof answer === 'string') reason = answer
      else if (answer.kind === 'read') return answer.reading
    }
    return { kind: 'failed', reason }
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  return {
    read: (picture) => inTurn(() => readOnce(picture)),
    warm: () =>
      inTurn(async () => {
        if (!closed) await ask((id) => ({ id, kind: 'warm' }), timeoutMs)
      }),
    close: async () => {
      closed = true
      const worker = thread
      thread = undefined
      await worker?.terminate()
    },
  }
}

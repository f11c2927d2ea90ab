import { fork } from 'node:child_process'
import type { KtpReading } from '../../../src/shared/domain/ktp/reading.ts'

/** One picture for the reading process. */
export type ReadRequest = { readonly picture: Uint8Array }

/** What reading a picture gave and took. */
export type ReadReply = {
  readonly reading: KtpReading
  /** How long it took, milliseconds. */
  readonly ms: number
  /** Most resident memory of the reading process (reader, its thread and its text engines) while reading, MB. */
  readonly memoryMb: number
}

/** A warm KTP reader in a process of its own, so that drawing frames counts neither into its time nor its memory. */
export type SeparateReader = {
  /** Reads one picture; one at a time. */
  readonly read: (picture: Uint8Array) => Promise<ReadReply>
  readonly close: () => void
}

/** Starts the process and waits until it is warm. */
export const startSeparateReader = async (timeoutMs: number): Promise<SeparateReader> => {
  const child = fork(new URL('./reading-process.ts', import.meta.url), [String(timeoutMs)], {
    serialization: 'advanced',
  })
  const nextMessage = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const onExit = (code: number | null): void =>
        reject(new Error(`the reading process ended with ${String(code)}`))
      child.once('exit', onExit)
      child.once('message', (message: T) => {
        child.off('exit', onExit)
        resolve(message)
      })
    })
  await nextMessage<'warm'>()
  return {
    read: (picture) => {
      const reply = nextMessage<ReadReply>()
      child.send({ picture } satisfies ReadRequest)
      return reply
    },
    close: () => child.disconnect(),
  }
}

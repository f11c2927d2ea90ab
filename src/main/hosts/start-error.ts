import type { Words } from './words.ts'

/** Why a host does not start, and the command or action that mends it. Shown without a stack trace. */
export class StartError extends Error {
  override name = 'StartError'
  readonly what: Words
  readonly mend: Words

  constructor(what: Words, mend: Words) {
    super(what.en)
    this.what = what
    this.mend = mend
  }
}

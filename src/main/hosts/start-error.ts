/** Why a host does not start, and the command or action that mends it. Shown without a stack trace. */
export class StartError extends Error {
  override name = 'StartError'
  readonly mend: string

  constructor(message: string, mend: string) {
    super(message)
    this.mend = mend
  }
}

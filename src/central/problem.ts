/** Everything that can be wrong with a request, by name. The name ends the problem's `type` URN (RFC 9457). */
export type ProblemName =
  | 'invalid-input'
  | 'malformed'
  | 'too-large'
  | 'unsupported-media-type'
  | 'not-found'
  | 'unauthorised'
  | 'enrolment-code'
  | 'invalid-client'
  | 'too-many-requests'
  | 'submission-conflict'
  | 'submission-withdrawn'
  | 'content-refused'
  | 'contact-unproven'
  | 'upload-unknown'
  | 'upload-incomplete'
  | 'upload-protocol'
  | 'hash-mismatch'
  | 'internal'

/** One fault of the input: where (JSON Pointer, RFC 6901, with a leading `#`) and what. */
export type InputFault = { readonly pointer: string; readonly detail: string }

/** The body of an error answer, media type `application/problem+json` (RFC 9457). */
export type ProblemBody = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  /** Given with `invalid-input`. */
  readonly errors?: readonly InputFault[]
  /** OAuth 2.0 error code (RFC 6749 section 5.2), given by the token endpoint. */
  readonly error?: string
}

export const PROBLEM_PREFIX = 'urn:lpse-central:problem:'
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

const TITLES: Readonly<Record<ProblemName, string>> = {
  'invalid-input': 'The input does not match the contract.',
  malformed: 'The request cannot be read.',
  'too-large': 'The request is larger than the limit.',
  'unsupported-media-type': 'This media type is not accepted here.',
  'not-found': 'There is nothing here.',
  unauthorised: 'A valid bearer token is needed.',
  'enrolment-code': 'The enrolment code is not valid.',
  'invalid-client': 'The client assertion is not valid.',
  'too-many-requests': 'Too many requests. Wait before trying again.',
  'submission-conflict': 'This submission id was already received with other contents.',
  'submission-withdrawn': 'This submission was withdrawn.',
  'content-refused': 'The contents are not accepted.',
  'contact-unproven': 'The contacts of this visit have not shown that the account is theirs.',
  'upload-unknown': 'There is no such upload.',
  'upload-incomplete': 'The upload is not complete.',
  'upload-protocol': 'The upload request was not understood.',
  'hash-mismatch': 'The uploaded file is not the file that was announced.',
  internal: 'The server failed. It was logged under the reference given.',
}

type ProblemExtras = {
  detail?: string
  errors?: readonly InputFault[]
  error?: string
  headers?: Readonly<Record<string, string>>
}

/** Thrown by handlers, turned into the answer in one place (`app.ts`). Details never carry personal data. */
export class Problem extends Error {
  readonly status: number
  readonly problem: ProblemName
  readonly extras: ProblemExtras

  constructor(status: number, problem: ProblemName, extras: ProblemExtras = {}) {
    super(problem)
    this.status = status
    this.problem = problem
    this.extras = extras
  }

  /** The JSON body of the answer. */
  body(): ProblemBody {
    const { detail, errors, error } = this.extras
    return {
      type: PROBLEM_PREFIX + this.problem,
      title: TITLES[this.problem],
      status: this.status,
      ...(detail === undefined ? {} : { detail }),
      ...(errors === undefined ? {} : { errors }),
      ...(error === undefined ? {} : { error }),
    }
  }
}

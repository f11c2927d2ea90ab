import type { Result } from '#shared/domain/result.ts'
import type { HeldAccess } from '#shared/domain/services/index.ts'
import type { CancelReason } from '#shared/domain/submission/cancellation.ts'
import type { NamedParts } from '#shared/domain/submission/corrections.ts'
import type { ReportedState } from '#shared/domain/submission/states.ts'

/**
 * What went wrong when talking to the central API, already sorted by what the queue must do about it
 * (`shared/domain/submission/retry-policy.ts`):
 *
 * - `offline`: no connection, DNS, TLS or time-out. Try again later.
 * - `captive-portal`: a 200 answer that is a web page: somebody else answered. Try again later.
 * - `later`: 408, 429 or 5xx. Try again later, not before `retryAfterSeconds`.
 * - `unauthorised`: 401 although a new token was tried once. The queue pauses with a reason.
 * - `forbidden`: 403. The queue pauses with a reason.
 * - `refused`: 409, 413, 422 or any other 4xx. This submission alone needs attention.
 * - `unreadable`: an answer that does not match the contract. This submission alone needs attention.
 */
export type CentralError =
  | { readonly kind: 'offline'; readonly detail: string }
  | { readonly kind: 'captive-portal' }
  | { readonly kind: 'later'; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'unauthorised' }
  | { readonly kind: 'forbidden'; readonly detail: string }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly problem: string
      readonly detail: string
      /** Fields and pictures to give again, when the central named them (`content-refused`). */
      readonly named?: NamedParts
    }
  | { readonly kind: 'unreadable'; readonly detail: string }

/** Sizes that the central takes, bytes. */
export type PacketLimits = { readonly packetBytes: number; readonly photoBytes: number }

/** What enrolment gives: who we are, to whom packets are sealed, and the central's limits. */
export type Enrolment = {
  readonly deviceId: string
  readonly office: { readonly code: string; readonly name: string }
  /** age recipients (`age1…`) that packets are sealed to. */
  readonly recipients: readonly string[]
  /** Public key (JWK, Ed25519) that receipts are signed with. */
  readonly receiptKey: Readonly<Record<string, unknown>>
  readonly limits: PacketLimits
  /** True for the embedded demonstration central: a demo kiosk talks to no other. */
  readonly demo: boolean
}

/** The central's list of recipients, signed by its pinned key and verified; `version` grows with every change. */
export type RecipientsAnswer =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'list'
      readonly recipients: readonly string[]
      /** The central's present limits, where it names them. */
      readonly limits?: PacketLimits | undefined
      readonly version: number
      readonly issuedAt: string
      readonly etag: string | null
    }

/** Lists that the kiosk keeps for use without a network. */
export const REFERENCE_LISTS = ['instansi', 'satuan-kerja'] as const
export type ReferenceListName = (typeof REFERENCE_LISTS)[number]

/** One entry; `parent` is the code of the instansi that a satuan kerja belongs to. */
export type ReferenceItem = {
  readonly code: string
  readonly name: string
  readonly parent?: string | undefined
}

export type ReferenceAnswer =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'list'; readonly items: readonly ReferenceItem[]; readonly etag: string | null }

/** The device's own credentials, kept in the encrypted store. */
export type DeviceCredentials = {
  readonly deviceId: string
  /** Private key (JWK, Ed25519) for `private_key_jwt` (RFC 7523). */
  readonly privateKey: Readonly<Record<string, unknown>>
}

/** A sealed packet on disk, ready to travel. */
export type PacketToSend = {
  readonly submissionId: string
  /** Lower-case hex SHA-256 of the packet file. */
  readonly sha256: string
  readonly bytes: number
  readonly path: string
  /** Where an earlier attempt left off; kept in our database, never in the library's own store. */
  readonly uploadUrl: string | null
  readonly corrects?: string
}

/** The central's signed answer that it holds the packet: only then may the kiosk erase its copy. */
export type Receipt = {
  readonly submissionId: string
  readonly sha256: string
  readonly receivedAt: string
  /** Compact JWS over {submissionId, sha256, receivedAt}, already verified. */
  readonly jws: string
}

/** States the central reports (domain.md, Status words). */
export type CentralState = ReportedState

/** A registration that was called off at the kiosk. */
export type Withdrawal = { readonly submissionId: string; readonly reason: CancelReason; readonly at: string }

/** The central's answer: from now on it holds nothing of it, and takes nothing of it. */
export type WithdrawalAnswer = {
  readonly submissionId: string
  /** Whether it held the submission until now. */
  readonly held: boolean
  readonly withdrawnAt: string
}

/** One entry of the changes feed. */
export type StatusChange = {
  readonly submissionId: string
  readonly state: CentralState
  /** Plain reason for a person, per language; given with `ditolak`. */
  readonly reason?: { readonly id: string; readonly en: string }
  /** Field ids and photo purposes to give again after `ditolak`. */
  readonly fields?: readonly string[]
  readonly photos?: readonly string[]
  readonly at: string
  /** Who owes the next step until when. */
  readonly dueBy?: string
}

/** An entry of the feed that is outside the contract; `fields` are the members at fault, never what stood in them. */
export type UnreadableChange = {
  /** Null where not even the submission can be told. */
  readonly submissionId: string | null
  readonly fields: readonly string[]
}

/** One page of the feed; `cursor` lies behind all of it, read or not. */
export type ChangesPage = {
  readonly items: readonly StatusChange[]
  readonly unreadable: readonly UnreadableChange[]
  readonly cursor: string
}

/** A one-time code that was sent to a contact. `destination` is masked. */
export type CodeSent = {
  readonly codeId: string
  readonly length: number
  readonly expiresAt: string
  readonly resendAfterSeconds: number
}

/** The answer to a typed code. */
export type CodeAnswer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'spent' }

/** How a company stands in OSS and at the central, and a person in it (001 steps 1–3). */
export type Company = {
  readonly found: boolean
  /** An admin registered it already: others only join. */
  readonly registered: boolean
  readonly name?: string
  /** The person is among its directors or owners. */
  readonly officer: boolean
  readonly allOfficersForeign: boolean
}

/** What the central says about its own health and clock. */
export type CentralHealth = { readonly demo: boolean; readonly time: string; readonly skewSeconds: number }

/** Every call the kiosk makes to the central API (resources/central-api/openapi.yaml). */
export interface CentralApi {
  /** Reachability, clock and kind of the central; needs no token. */
  health(signal?: AbortSignal): Promise<Result<CentralHealth, CentralError>>
  /** The network is back: what has waited for so long hangs on a connection of before, and is given up at once. */
  dropPending(waitedMs: number): void
  /** Exchanges a one-time enrolment code for an identity. The private key never leaves the kiosk. */
  enrol(input: {
    code: string
    deviceName: string
    publicKey: Record<string, unknown>
  }): Promise<Result<Enrolment, CentralError>>
  /**
   * Uploads (tus 1.0, resumable) and registers one packet; idempotent on the submission id.
   * `onUploadUrl` is called before more bytes flow than one request carries, and `onProgress` with what the central has
   * acknowledged, so that both can be stored and the next attempt, or the next start, goes on from there.
   */
  submit(
    packet: PacketToSend,
    hooks: { onUploadUrl(url: string): void; onProgress(sentBytes: number): void; signal: AbortSignal },
  ): Promise<Result<Receipt, CentralError>>
  /** How many packets the link bears at a time: the second one's upload passes the time while the first is registered. */
  packetsAtOnce(): 1 | 2
  /** Tells that a submission was called off; idempotent, also for one that never arrived. */
  withdraw(withdrawal: Withdrawal): Promise<Result<WithdrawalAnswer, CentralError>>
  /**
   * Hands over again, by id and hash, what the central received before, perhaps from this kiosk under an earlier
   * enrolment: it then reports about it here. Uploads nothing.
   */
  follow(packet: {
    readonly submissionId: string
    readonly sha256: string
    readonly bytes: number
  }): Promise<Result<null, CentralError>>
  /** Status changes after `cursor` ('' = from the beginning). */
  changes(cursor: string): Promise<Result<ChangesPage, CentralError>>
  /** The latest status of one submission that this kiosk handed over; null before the central has opened it. */
  latestStatus(submissionId: string): Promise<Result<StatusChange | null, CentralError>>
  /** To whom packets are sealed; `etag` is that of the list we have, null for none. */
  recipients(etag: string | null): Promise<Result<RecipientsAnswer, CentralError>>
  /** A reference list; `etag` is that of the one we have, null for none. */
  reference(list: ReferenceListName, etag: string | null): Promise<Result<ReferenceAnswer, CentralError>>
  emailRegistered(email: string): Promise<Result<boolean, CentralError>>
  usernameFree(username: string): Promise<Result<boolean, CentralError>>
  company(input: { nib: string; nik: string }): Promise<Result<Company, CentralError>>
  /** The accesses of a person; the central tells them only where both contacts have proven themselves in this visit. */
  accesses(input: { visitId: string; nik: string }): Promise<Result<readonly HeldAccess[], CentralError>>
  requestCode(input: {
    visitId: string
    channel: 'phone' | 'email'
    destination: string
  }): Promise<Result<CodeSent, CentralError>>
  verifyCode(input: { codeId: string; code: string }): Promise<Result<CodeAnswer, CentralError>>
}

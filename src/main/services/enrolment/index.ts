import { z } from 'zod'
import type { ConnectionInput } from '#shared/domain/connection.ts'
import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { Clock, LogEntry } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import { type CentralApi, createCentralApi, type SystemProxy } from '../central-api/index.ts'
import type { Settings } from '../store/index.ts'
import {
  CONNECTION,
  type ConnectionTest,
  DIRECT,
  describeConnection,
  detailOf,
  httpOptions,
  readConnection,
  StoredConnection,
} from './connection.ts'
import { createDeviceKeys, Jwk } from './device-keys.ts'

export type { ConnectionTest } from './connection.ts'

/** The kiosk's identity at its central, as stored. */
const StoredEnrolment = z.object({
  url: z.string(),
  deviceId: z.string(),
  privateKey: Jwk,
  /** What it was got with: the same code again means the same device (`createDeviceKeys`). */
  enrolmentCode: z.string().optional(),
  office: z.object({ code: z.string(), name: z.string() }),
  recipients: z.array(z.string()).min(1),
  /** Version and entity tag of the signed list (`refreshRecipients`); 0 as given at enrolment. */
  recipientsVersion: z.int().default(0),
  recipientsEtag: z.string().nullable().default(null),
  receiptKey: Jwk,
  limits: z.object({ packetBytes: z.number(), photoBytes: z.number() }),
  demo: z.boolean(),
})
type StoredEnrolment = z.infer<typeof StoredEnrolment>

const KEY = 'enrolment'

/** How often the list of recipients is asked for; a change there is rare and announced by nothing else. */
export const RECIPIENTS_PERIOD_MS = 10 * 60_000

type Deps = {
  readonly settings: Settings
  readonly audit: Audit
  readonly clock: Clock
  readonly log: (entry: LogEntry) => void
  readonly demo: boolean
  /** The operating system's proxy for an address; undefined: none. */
  readonly systemProxy: (address: string) => ReturnType<SystemProxy>
  /** Overrides the stored address: the demo's central listens on another port at every start. */
  readonly url: string | undefined
}

/** Connects this kiosk with a central, and holds the client for it. */
export function createEnrolment({ settings, audit, clock, log, demo, url, systemProxy }: Deps) {
  let connection = settings.find(CONNECTION, StoredConnection) ?? DIRECT
  let stored = settings.find(KEY, StoredEnrolment)
  const deviceKeys = createDeviceKeys(settings)
  let client: CentralApi | null = stored ? connect(url ?? stored.url) : null

  function connect(baseUrl: string, by: StoredConnection = connection): CentralApi {
    return createCentralApi({
      baseUrl,
      http: httpOptions(by, baseUrl, systemProxy),
      clock,
      getCredentials: () => (stored ? { deviceId: stored.deviceId, privateKey: stored.privateKey } : null),
      getReceiptKey: () => stored?.receiptKey ?? null,
    })
  }

  let recipientsAskedAt = Number.NEGATIVE_INFINITY
  let refusedBefore = ''
  /** Kept for the operator, once and not every time it is asked: somebody may be trying to read our packets. */
  function refuseRecipients(reason: string): void {
    if (reason === refusedBefore) return
    refusedBefore = reason
    log({ level: 'error', event: 'recipients.refused', detail: { reason } })
    audit.record('recipients.refused', { detail: reason })
  }

  function save(enrolment: StoredEnrolment): void {
    settings.set(KEY, enrolment)
    stored = enrolment
  }

  return {
    /** How the central is reached; without the proxy's password. */
    connection: () => describeConnection(connection),
    /** Keeps how the central is reached, and reaches it so from now on. */
    setConnection(input: ConnectionInput): Result<null, AppError> {
      const read = readConnection(input, connection)
      if (!read.ok) return read
      connection = read.value
      settings.set(CONNECTION, connection)
      if (stored) client = connect(url ?? stored.url)
      audit.record('kiosk.connection-set', { detail: connection.proxy.mode })
      return ok(null)
    },
    /** Tries to reach a central in a given way, or as it is set; changes nothing. */
    async testConnection(
      address: string | undefined,
      input: ConnectionInput | undefined,
    ): Promise<Result<ConnectionTest, AppError>> {
      const by = input ? readConnection(input, connection) : ok(connection)
      if (!by.ok) return by
      const target = address ?? (stored ? (url ?? stored.url) : undefined)
      if (target === undefined) return err({ code: 'wrong-state', state: 'not-enrolled' })
      const health = await connect(target, by.value).health()
      if (!health.ok) return ok({ kind: 'failed', reason: health.error.kind, detail: detailOf(health.error) })
      if (health.value.demo !== demo) return ok({ kind: 'failed', reason: 'wrong-mode', detail: '' })
      return ok({ kind: 'reached', skewSeconds: health.value.skewSeconds })
    },
    /**
     * Takes over a newer list of recipients, and the limits in it, when it is signed by the key pinned at enrolment. A list with another
     * signature or of an older version is refused; until a good one comes, the present recipients stay.
     */
    async refreshRecipients(): Promise<void> {
      const now = clock.now().getTime()
      if (!stored || !client || now - recipientsAskedAt < RECIPIENTS_PERIOD_MS) return
      recipientsAskedAt = now
      const asked = stored
      const answer = await client.recipients(asked.recipientsEtag)
      // Another enrolment in the meantime has its own list.
      if (stored !== asked) return
      if (!answer.ok) {
        if (answer.error.kind === 'unreadable') refuseRecipients(answer.error.detail)
        return
      }
      if (answer.value.kind === 'unchanged') return
      const { recipients, version, etag, limits = asked.limits } = answer.value
      if (version < asked.recipientsVersion) return refuseRecipients('older')
      const same = JSON.stringify(recipients) === JSON.stringify(asked.recipients)
      const sameLimits =
        limits.packetBytes === asked.limits.packetBytes && limits.photoBytes === asked.limits.photoBytes
      if (version === asked.recipientsVersion && !(same && sameLimits))
        return refuseRecipients('same-version')
      refusedBefore = ''
      save({
        ...asked,
        recipients: [...recipients],
        limits,
        recipientsVersion: version,
        recipientsEtag: etag,
      })
      if (!same) audit.record('recipients.changed', { detail: String(version) })
      if (!sameLimits) log({ level: 'info', event: 'limits.changed', detail: { ...limits } })
    },
    /** A packet within the known limits was too large: the list is asked for at the next look, not in ten minutes. */
    doubtLimits(): void {
      recipientsAskedAt = Number.NEGATIVE_INFINITY
    },
    api: (): CentralApi | null => client,
    /** Null until the kiosk was connected once: before that no packet can be sealed. */
    current: (): StoredEnrolment | null => stored ?? null,
    /**
     * Exchanges a one-time code for an identity. A demo kiosk takes only a demo central and the other way round,
     * so that demo data never reach a real one.
     */
    async enrol(input: {
      url: string
      enrolmentCode: string
      deviceName: string
    }): Promise<Result<null, AppError>> {
      const candidate = connect(input.url)
      const health = await candidate.health()
      if (!health.ok) return err({ code: 'central', kind: health.error.kind })
      if (health.value.demo !== demo) return err({ code: 'central', kind: 'wrong-mode' })
      const { enrolmentCode, deviceName } = input
      const { publicKey, privateKey } = await deviceKeys.of(input.url, enrolmentCode, stored)
      const answer = await candidate.enrol({ code: enrolmentCode, deviceName, publicKey })
      if (!answer.ok) {
        // A code that is unknown or used is a 403.
        const refused = answer.error.kind === 'refused' || answer.error.kind === 'forbidden'
        return err({ code: 'central', kind: refused ? 'enrolment-refused' : answer.error.kind })
      }
      const enrolment = StoredEnrolment.parse({ ...answer.value, url: input.url, privateKey, enrolmentCode })
      save(enrolment)
      deviceKeys.forget(input.url, enrolmentCode)
      recipientsAskedAt = Number.NEGATIVE_INFINITY
      client = connect(input.url)
      audit.record('kiosk.enrolled', { subject: enrolment.deviceId })
      return ok(null)
    },
  }
}
export type Enrolments = ReturnType<typeof createEnrolment>

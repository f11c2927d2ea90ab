import { z } from 'zod'
import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { Clock } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import { type CentralApi, createCentralApi, generateDeviceKey } from '../central-api/index.ts'
import type { Settings } from '../store/index.ts'

const Jwk = z.record(z.string(), z.unknown())

/** The kiosk's identity at its central, as stored. */
const StoredEnrolment = z.object({
  url: z.string(),
  deviceId: z.string(),
  privateKey: Jwk,
  office: z.object({ code: z.string(), name: z.string() }),
  recipients: z.array(z.string()).min(1),
  receiptKey: Jwk,
  limits: z.object({ packetBytes: z.number(), photoBytes: z.number() }),
  demo: z.boolean(),
})
type StoredEnrolment = z.infer<typeof StoredEnrolment>

const KEY = 'enrolment'

type Deps = {
  readonly settings: Settings
  readonly audit: Audit
  readonly clock: Clock
  readonly demo: boolean
  /** Overrides the stored address: the demo's central listens on another port at every start. */
  readonly url: string | undefined
}

/** Connects this kiosk with a central, and holds the client for it. */
export function createEnrolment({ settings, audit, clock, demo, url }: Deps) {
  let stored = settings.find(KEY, StoredEnrolment)
  let client: CentralApi | null = stored ? connect(url ?? stored.url) : null

  function connect(baseUrl: string): CentralApi {
    return createCentralApi({
      baseUrl,
      clock,
      getCredentials: () => (stored ? { deviceId: stored.deviceId, privateKey: stored.privateKey } : null),
      getReceiptKey: () => stored?.receiptKey ?? null,
    })
  }

  return {
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
      const { publicKey, privateKey } = await generateDeviceKey()
      const answer = await candidate.enrol({
        code: input.enrolmentCode,
        deviceName: input.deviceName,
        publicKey,
      })
      if (!answer.ok) {
        return err({
          code: 'central',
          kind: answer.error.kind === 'refused' ? 'enrolment-refused' : answer.error.kind,
        })
      }
      const enrolment = StoredEnrolment.parse({ ...answer.value, url: input.url, privateKey })
      settings.set(KEY, enrolment)
      stored = enrolment
      client = connect(input.url)
      audit.record('kiosk.enrolled', { subject: enrolment.deviceId })
      return ok(null)
    },
  }
}
export type Enrolments = ReturnType<typeof createEnrolment>

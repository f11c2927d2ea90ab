import {
  type CentralApi,
  createCentralApi,
  type DeviceCredentials,
  type Enrolment,
  generateDeviceKey,
  type HttpOptions,
} from '../../src/main/services/central-api/index.ts'

/** A client of the central as an enrolled kiosk has it. */
export type EnrolledKiosk = {
  readonly api: CentralApi
  readonly enrolment: Enrolment
  readonly credentials: DeviceCredentials
  /** The same identity against another address (a proxy, a restarted central). */
  at(baseUrl: string, more?: { chunkBytes?: number; http?: HttpOptions }): CentralApi
}

type Options = {
  readonly url: string
  readonly enrolmentCode: string
  readonly clock?: { now(): Date }
  readonly chunkBytes?: number
  readonly http?: HttpOptions
}

/** Enrols at a running central. */
export async function enrolKiosk(options: Options): Promise<EnrolledKiosk> {
  const clock = options.clock ?? { now: () => new Date() }
  const key = await generateDeviceKey()
  let known: { credentials: DeviceCredentials; enrolment: Enrolment } | undefined
  const at: EnrolledKiosk['at'] = (baseUrl, more = {}) =>
    createCentralApi({
      baseUrl,
      clock,
      getCredentials: () => known?.credentials ?? null,
      getReceiptKey: () => known?.enrolment.receiptKey ?? null,
      ...more,
    })
  const { chunkBytes, http } = options
  const api = at(options.url, {
    ...(chunkBytes === undefined ? {} : { chunkBytes }),
    ...(http === undefined ? {} : { http }),
  })
  const answer = await api.enrol({
    code: options.enrolmentCode,
    deviceName: 'Meja uji',
    publicKey: key.publicKey,
  })
  if (!answer.ok) throw new Error(`enrolment failed: ${JSON.stringify(answer.error)}`)
  const credentials = { deviceId: answer.value.deviceId, privateKey: key.privateKey }
  known = { credentials, enrolment: answer.value }
  return { api, enrolment: answer.value, credentials, at }
}

/** Hooks that note what the client tells. */
export function noteHooks(signal: AbortSignal = new AbortController().signal) {
  const urls: string[] = []
  const progress: number[] = []
  return {
    urls,
    progress,
    onUploadUrl: (url: string) => void urls.push(url),
    onProgress: (bytes: number) => void progress.push(bytes),
    signal,
  }
}

/** The value of a result that must be one. */
export function must<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (result.ok) return result.value
  throw new Error(`unexpected error: ${JSON.stringify(result.error)}`)
}

import type { CameraMemoryKey } from '#shared/contract/views.ts'
import { isVirtualCamera } from './virtual-cameras.ts'

/** What a camera is for: a card or a page on the desk, or a face. Remembered apart; sizes differ too. */
export type CameraPurpose = 'ktp' | 'dokumen' | 'swafoto'

/**
 * How the camera stands.
 * `none`: nothing is plugged in; `busy`: another program holds it; `denied`: no permission;
 * `silent`: no picture within 10 s; `ended`: it was unplugged just now (comes back by itself);
 * `virtual`: only programs offer themselves as a camera, and no admin has allowed that.
 */
export type CameraState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream; readonly deviceId: string }
  | { readonly kind: 'none' | 'busy' | 'denied' | 'silent' | 'ended' | 'virtual' }

/** A camera that may be chosen instead. */
export type CameraChoice = { readonly id: string; readonly label: string }

/** What the desk remembers of its cameras, from one start to the next. */
export type CameraMemory = {
  readonly find: (key: CameraMemoryKey) => string | undefined
  readonly keep: (key: CameraMemoryKey, value: string) => void
}

/** What a session needs from the browser, so that it can be tried without one. */
export type CameraSurroundings = {
  readonly devices: Pick<
    MediaDevices,
    'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
  >
  readonly memory: CameraMemory
  /** Cameras that are programs may be used. */
  readonly virtualAllowed: boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly setTimer: (run: () => void, ms: number) => number
  readonly clearTimer: (timer: number) => void
}

export type CameraSession = {
  /** Opens the camera, or opens it again after a failure. */
  readonly start: () => void
  /** Chooses another camera and remembers it for this purpose. */
  readonly choose: (deviceId: string) => void
  readonly choices: () => Promise<readonly CameraChoice[]>
  /** The first frame has arrived: until then the camera may still turn out to be silent. */
  readonly frameArrived: () => void
  /** Stops every track; the session is over. */
  readonly close: () => void
}

/** Without a picture for this long a camera counts as silent (interface.md S5). */
export const SILENT_AFTER_MS = 10_000
/** A plugged-in camera needs a moment before it can be opened. */
const PLUGGED_IN_PAUSE_MS = 800

/**
 * Picture sizes that are asked for, best first. 1920 × 1080 is the highest useful one: the reader was measured on it, a card
 * on the desk then has more than the 1000 pixels that are wanted, and every look at more would cost time.
 */
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 640, height: 480 },
] as const
/** A page is read later, by a person, and is four times as long as a card: 2160 lines make 174 dots per inch of an A4 page. */
const PAGE_SIZES = [{ width: 3840, height: 2160 }, ...SIZES] as const
const sizesFor = (purpose: CameraPurpose) => (purpose === 'dokumen' ? PAGE_SIZES : SIZES)

/** The camera for a purpose. Until one was chosen for documents, that of the KTP: it hangs above the desk too. */
const rememberedCamera = (memory: CameraMemory, purpose: CameraPurpose): string | undefined =>
  memory.find(purpose) ?? (purpose === 'dokumen' ? memory.find('ktp') : undefined)
/** Which of its sizes the remembered camera gave a picture at; of a smaller one also since when. */
const sizeKey = (purpose: CameraPurpose) => `${purpose}.size` as const
/** So long a smaller size is kept: the camera may have been slow only once, with the computer busy starting. */
const SMALLER_SIZE_MS = 24 * 3_600_000

function rememberedSize({ memory, now }: CameraSurroundings, purpose: CameraPurpose): number {
  const [size, since] = (memory.find(sizeKey(purpose)) ?? '').split(' ').map(Number)
  const age = now() - (since ?? Number.NaN)
  return size && sizesFor(purpose)[size] && age >= 0 && age < SMALLER_SIZE_MS ? size : 0
}

/**
 * Holds one camera open for one purpose and says how it stands. An unplugged camera is looked for
 * again whenever the list of devices changes.
 */
export function openCameraSession(
  purpose: CameraPurpose,
  around: CameraSurroundings,
  onState: (state: CameraState) => void,
): CameraSession {
  let stream: MediaStream | undefined
  let silence: number | undefined
  let retry: number | undefined
  let state: CameraState = { kind: 'starting' }
  // Answers to an earlier attempt are ignored: the number tells which attempt is the present one.
  let attempt = 0
  let closed = false
  const sizes = sizesFor(purpose)
  let size = rememberedSize(around, purpose)

  const tell = (next: CameraState) => {
    state = next
    onState(next)
  }

  const letGo = () => {
    attempt += 1
    if (silence !== undefined) around.clearTimer(silence)
    if (retry !== undefined) around.clearTimer(retry)
    silence = retry = undefined
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
  }

  /** A camera that opens and gives no picture may be able to at a smaller size (an old hub): the next try asks for that. */
  const giveUp = () => {
    if (state.kind === 'live') size = (size + 1) % sizes.length
    letGo()
    tell({ kind: 'silent' })
  }

  const start = () => {
    if (closed) return
    letGo()
    const mine = attempt
    tell({ kind: 'starting' })
    silence = around.setTimer(giveUp, SILENT_AFTER_MS)
    openRealStream(around, rememberedCamera(around.memory, purpose), sizes[size] ?? sizes[0]).then(
      (opened) => {
        if (mine !== attempt) return opened && stopAll(opened)
        if (opened) return use(opened)
        letGo()
        tell({ kind: 'virtual' })
      },
      (error: unknown) => {
        if (mine !== attempt) return
        letGo()
        tell({ kind: failureOf(error) })
      },
    )
  }

  const use = (opened: MediaStream) => {
    stream = opened
    const track = opened.getVideoTracks()[0]
    const mine = attempt
    track?.addEventListener('ended', () => {
      if (mine !== attempt) return
      letGo()
      tell({ kind: 'ended' })
      devicesChanged()
    })
    tell({ kind: 'live', stream: opened, deviceId: track?.getSettings().deviceId ?? '' })
  }

  const devicesChanged = () => {
    if (closed || state.kind === 'live' || state.kind === 'starting') return
    if (retry !== undefined) around.clearTimer(retry)
    retry = around.setTimer(() => {
      retry = undefined
      // Only where there is something to open: otherwise "unplugged" would flicker to "starting".
      void listCameras(around).then((found) => {
        if (found.length > 0 && state.kind !== 'live') start()
      })
    }, PLUGGED_IN_PAUSE_MS)
  }

  around.devices.addEventListener('devicechange', devicesChanged)

  return {
    start,
    choose: (deviceId) => {
      void namedCameras(around).then((cameras) => {
        const chosen = cameras.find(({ id }) => id === deviceId)
        if (chosen) around.memory.keep(purpose, chosen.name)
        // Chosen anew, it gets another chance at the largest size.
        size = 0
        start()
      })
    },
    choices: () => listCameras(around),
    frameArrived: () => {
      if (silence !== undefined) around.clearTimer(silence)
      silence = undefined
      if (state.kind !== 'live') return
      const { deviceId } = state
      void namedCameras(around).then((cameras) => {
        const shown = cameras.find(({ id }) => id === deviceId)?.name
        // What worked is what is opened the next time. A stand-in for a camera that is gone does not take its place.
        if (!shown || (around.memory.find(purpose) ?? shown) !== shown) return
        around.memory.keep(purpose, shown)
        // Used again, a smaller size keeps its age.
        if (size !== rememberedSize(around, purpose) || size === 0)
          around.memory.keep(sizeKey(purpose), size === 0 ? '0' : `${size} ${around.now()}`)
      })
    },
    close: () => {
      closed = true
      around.devices.removeEventListener('devicechange', devicesChanged)
      letGo()
    },
  }
}

type Size = (typeof PAGE_SIZES)[number]

/**
 * As `openStream`, but never a program unless that is allowed: the other cameras are then tried one after another. Each is
 * judged by what was opened, not by what was asked for.
 * @returns undefined where there are only programs
 * @throws why the last real camera could not be opened
 */
async function openRealStream(
  around: CameraSurroundings,
  remembered: string | undefined,
  size: Size,
): Promise<MediaStream | undefined> {
  const isAllowed = (opened: MediaStream) =>
    around.virtualAllowed || !isVirtualCamera(opened.getVideoTracks()[0]?.label ?? '')
  const first = await openStream(around, remembered, size)
  if (isAllowed(first)) return first
  stopAll(first)
  let failure: unknown
  for (const { id } of await listCameras(around)) {
    try {
      const other = await openExactly(around, id, size)
      if (isAllowed(other)) return other
      stopAll(other)
    } catch (error) {
      failure = error
    }
  }
  if (failure !== undefined) throw failure
  return undefined
}

async function openStream(
  around: CameraSurroundings,
  remembered: string | undefined,
  size: Size,
): Promise<MediaStream> {
  const find = async () => (await namedCameras(around)).find(({ name }) => name === remembered)
  const openAny = () => around.devices.getUserMedia({ video: ideally(size), audio: false })
  if (!remembered) return openAny()
  const known = await find()
  if (known) {
    try {
      return await openExactly(around, known.id, size)
    } catch (error) {
      // The remembered camera is gone; any other one is better than none.
      if (failureOf(error) !== 'none') throw error
    }
  }
  const other = await openAny()
  // A browser tells the names of its cameras only once one of them was opened.
  const late = known ? undefined : await find()
  if (!late || late.id === other.getVideoTracks()[0]?.getSettings().deviceId) return other
  stopAll(other)
  return openExactly(around, late.id, size)
}

const openExactly = (around: CameraSurroundings, id: string, size: Size): Promise<MediaStream> =>
  around.devices.getUserMedia({ video: { ...ideally(size), deviceId: { exact: id } }, audio: false })

const ideally = ({ width, height }: Size) => ({ width: { ideal: width }, height: { ideal: height } })

async function listCameras(around: CameraSurroundings): Promise<readonly CameraChoice[]> {
  const all = await namedCameras(around)
  return all
    .filter(({ label }) => around.virtualAllowed || !isVirtualCamera(label))
    .map(({ id, label }) => ({ id, label }))
}

/** A camera and what it is remembered by: a browser gives it a new id at every start. */
type NamedCamera = CameraChoice & { readonly name: string }

/** Every camera; of several with the same label the second is "label #2". */
async function namedCameras({ devices }: CameraSurroundings): Promise<readonly NamedCamera[]> {
  const all = await devices.enumerateDevices().catch(() => [])
  const counts = new Map<string, number>()
  return all
    .filter((device) => device.kind === 'videoinput')
    .map(({ deviceId, label }) => {
      const count = (counts.get(label) ?? 0) + 1
      counts.set(label, count)
      return { id: deviceId, label, name: count === 1 ? label : `${label} #${count}` }
    })
}

const stopAll = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}

/** Names of getUserMedia's exceptions (W3C Media Capture and Streams, 10.2.1). */
function failureOf(error: unknown): 'none' | 'busy' | 'denied' {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none'
  return 'busy'
}

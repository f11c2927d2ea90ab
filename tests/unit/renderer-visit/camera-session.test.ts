import { describe, expect, it } from 'vitest'
import {
  type CameraPurpose,
  type CameraState,
  openCameraSession,
  SILENT_AFTER_MS,
} from '../../../src/renderer/features/capture/camera-session.ts'

const MORNING = Date.UTC(2026, 10, 23, 1)
const HOUR = 3_600_000

/** A stand-in for the browser's devices: Node has none. Timers run by hand. */
function bench(
  options: {
    readonly purpose?: CameraPurpose
    readonly memory?: Map<string, string>
    readonly virtualAllowed?: boolean
    readonly now?: number
    readonly plugged?: string[]
    /** A browser gives every camera a new id at every start. */
    readonly salt?: string
  } = {},
) {
  const listeners = new Set<() => void>()
  const timers = new Map<number, { run: () => void; ms: number }>()
  const memory = options.memory ?? new Map<string, string>()
  const asked: unknown[] = []
  const stopped: string[] = []
  let answer: (wanted: string | undefined) => Promise<MediaStream> = () => Promise.reject(new Error('unset'))
  let plugged = options.plugged ?? ['desk']
  const salt = options.salt ?? ''
  let lastTimer = 0

  /** @param id as the browser gives it */
  const stream = (id: string) => {
    const ended = new Set<() => void>()
    const track = {
      label: id.slice(salt.length).replace(/ #.*/, ''),
      stop: () => stopped.push(id),
      getSettings: () => ({ deviceId: id }),
      addEventListener: (_: string, run: () => void) => ended.add(run),
    }
    const opened = { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream
    return { opened, unplug: () => ended.forEach((run) => void run()) }
  }
  const devices = {
    getUserMedia: (constraints: MediaStreamConstraints) => {
      asked.push(constraints)
      const video = constraints.video as MediaTrackConstraints
      return answer((video.deviceId as { exact?: string } | undefined)?.exact)
    },
    enumerateDevices: () =>
      Promise.resolve(
        plugged.map(
          (id) =>
            ({ kind: 'videoinput', deviceId: salt + id, label: id.replace(/ #.*/, '') }) as MediaDeviceInfo,
        ),
      ),
    addEventListener: (_: string, run: unknown) => void listeners.add(run as () => void),
    removeEventListener: (_: string, run: unknown) => void listeners.delete(run as () => void),
  }
  const states: CameraState['kind'][] = []
  const session = openCameraSession(
    options.purpose ?? 'ktp',
    {
      devices: devices as unknown as MediaDevices,
      memory: {
        find: (key) => memory.get(key),
        keep: (key, value) => void memory.set(key, value),
      },
      virtualAllowed: options.virtualAllowed ?? false,
      now: () => options.now ?? MORNING,
      setTimer: (run, ms) => {
        lastTimer += 1
        timers.set(lastTimer, { run, ms })
        return lastTimer
      },
      clearTimer: (timer) => void timers.delete(timer),
    },
    (state) => states.push(state.kind),
  )
  return {
    session,
    states,
    asked,
    stopped,
    memory,
    timers,
    listeners,
    stream,
    answerWith: (next: typeof answer) => {
      answer = next
    },
    plug: (ids: string[]) => {
      plugged = ids
      for (const run of listeners) run()
    },
    pass: (ms: number) => {
      for (const [id, timer] of [...timers]) {
        if (timer.ms > ms) continue
        timers.delete(id)
        timer.run()
      }
    },
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  }
}

const refusal = (name: string) => Object.assign(new Error(name), { name })

/** The camera that is remembered cannot be opened any more; another one stands there. */
function benchWhoseCameraIsGone() {
  const b = bench({ memory: new Map([['ktp', 'gone']]), plugged: ['gone'] })
  b.answerWith((wanted) =>
    wanted === 'gone'
      ? Promise.reject(refusal('OverconstrainedError'))
      : Promise.resolve(b.stream('desk').opened),
  )
  return b
}

describe('a camera session', () => {
  it('goes live at 1920 × 1080 wanted, and lets go when closed', async () => {
    const b = bench()
    b.answerWith(() => Promise.resolve(b.stream('desk').opened))
    b.session.start()
    await b.settle()
    expect(b.states).toEqual(['starting', 'live'])
    expect(b.asked[0]).toMatchObject({
      video: { width: { ideal: 1920 }, height: { ideal: 1080 } },
      audio: false,
    })
    b.session.close()
    expect(b.stopped).toEqual(['desk'])
    expect(b.listeners.size).toBe(0)
    expect(b.timers.size).toBe(0)
  })

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ] as const)('%s is told as %s', async (name, kind) => {
    const b = bench()
    b.answerWith(() => Promise.reject(refusal(name)))
    b.session.start()
    await b.settle()
    expect(b.states.at(-1)).toBe(kind)
  })

  it('counts as silent after ten seconds, and a late stream is stopped, not shown', async () => {
    const b = bench()
    let late: (stream: MediaStream) => void = () => undefined
    b.answerWith(
      () =>
        new Promise((resolve) => {
          late = resolve
        }),
    )
    b.session.start()
    b.pass(SILENT_AFTER_MS)
    expect(b.states.at(-1)).toBe('silent')
    late(b.stream('late').opened)
    await b.settle()
    expect(b.states.at(-1)).toBe('silent')
    expect(b.stopped).toEqual(['late'])
  })

  it('also counts as silent when the stream opens but no frame arrives', async () => {
    const b = bench()
    b.answerWith(() => Promise.resolve(b.stream('desk').opened))
    b.session.start()
    await b.settle()
    b.pass(SILENT_AFTER_MS)
    expect(b.states.at(-1)).toBe('silent')
    b.session.start()
    await b.settle()
    b.session.frameArrived()
    await b.settle()
    b.pass(SILENT_AFTER_MS)
    expect(b.states.at(-1)).toBe('live')
  })

  it('says ended when unplugged and comes back by itself when plugged in', async () => {
    const b = bench()
    const first = b.stream('desk')
    b.answerWith(() => Promise.resolve(first.opened))
    b.session.start()
    await b.settle()
    b.session.frameArrived()
    await b.settle()
    b.plug([])
    first.unplug()
    expect(b.states.at(-1)).toBe('ended')
    b.pass(1_000)
    await b.settle()
    expect(b.states.at(-1)).toBe('ended')
    b.answerWith(() => Promise.resolve(b.stream('desk').opened))
    b.plug(['desk'])
    b.pass(1_000)
    await b.settle()
    await b.settle()
    expect(b.states.slice(-2)).toEqual(['starting', 'live'])
  })

  it('remembers the chosen camera, and falls back when it is gone', async () => {
    const b = benchWhoseCameraIsGone()
    b.session.start()
    await b.settle()
    expect(b.states.at(-1)).toBe('live')
    expect(b.asked).toHaveLength(2)
    b.plug(['desk', 'other'])
    b.session.choose('other')
    await b.settle()
    expect(b.memory.get('ktp')).toBe('other')
    expect(b.stopped).toEqual(['desk'])
  })
})

describe('what is remembered for a purpose', () => {
  const widthOf = (asked: unknown) =>
    ((asked as MediaStreamConstraints).video as { width: { ideal: number } }).width.ideal

  it('is the camera and the highest size at which it gave a picture', async () => {
    const b = bench()
    b.answerWith(() => Promise.resolve(b.stream('desk').opened))
    // It opens and shows nothing, twice; at the smallest size it does.
    for (const width of [1920, 1280]) {
      b.session.start()
      await b.settle()
      expect(widthOf(b.asked.at(-1))).toBe(width)
      b.pass(SILENT_AFTER_MS)
      expect(b.states.at(-1)).toBe('silent')
    }
    expect(b.memory.size).toBe(0)
    b.session.start()
    await b.settle()
    b.session.frameArrived()
    await b.settle()
    expect(b.memory.get('ktp')).toBe('desk')
    b.session.close()

    const next = bench({ memory: b.memory })
    next.answerWith((wanted) => Promise.resolve(next.stream(wanted ?? 'other').opened))
    next.session.start()
    await next.settle()
    expect(next.asked).toMatchObject([{ video: { deviceId: { exact: 'desk' }, width: { ideal: 640 } } }])
    // Chosen anew, it gets another chance.
    next.session.choose('desk')
    await next.settle()
    expect(widthOf(next.asked.at(-1))).toBe(1920)
  })

  it('is the same camera after a restart, when every camera has a new id, and the second of two alike', async () => {
    const plugged = ['C920', 'C920 #b', 'scanner']
    const first = bench({ plugged, salt: 'one-' })
    first.answerWith((wanted) => Promise.resolve(first.stream(wanted ?? 'one-C920').opened))
    first.session.choose('one-C920 #b')
    await first.settle()
    first.session.frameArrived()
    await first.settle()
    first.session.close()
    expect(first.memory.get('ktp')).toBe('C920 #2')

    const next = bench({ plugged, salt: 'two-', memory: first.memory })
    next.answerWith((wanted) => Promise.resolve(next.stream(wanted ?? 'two-C920').opened))
    next.session.start()
    await next.settle()
    expect(next.asked).toMatchObject([{ video: { deviceId: { exact: 'two-C920 #b' } } }])
  })

  it('is found once a camera was opened, where the browser tells no names before', async () => {
    const b = bench({ memory: new Map([['ktp', 'scanner']]), plugged: [] })
    b.answerWith((wanted) => {
      b.plug(['desk', 'scanner'])
      return Promise.resolve(b.stream(wanted ?? 'desk').opened)
    })
    b.session.start()
    await b.settle()
    expect(b.asked.at(-1)).toMatchObject({ video: { deviceId: { exact: 'scanner' } } })
    expect(b.stopped).toEqual(['desk'])
    expect(b.states.at(-1)).toBe('live')
  })

  /** What a desk remembers whose camera once gave no picture at the largest size. */
  const slowOnce = async () => {
    const b = bench()
    b.answerWith(() => Promise.resolve(b.stream('desk').opened))
    b.session.start()
    await b.settle()
    b.pass(SILENT_AFTER_MS)
    b.session.start()
    await b.settle()
    b.session.frameArrived()
    await b.settle()
    b.session.close()
    return b.memory
  }
  const widthAt = async (memory: Map<string, string>, now: number) => {
    const b = bench({ memory, now })
    b.answerWith(() => Promise.resolve(b.stream('desk').opened))
    b.session.start()
    await b.settle()
    b.session.frameArrived()
    await b.settle()
    b.session.close()
    return widthOf(b.asked[0])
  }

  it('is a smaller size for a day only, however often the camera is opened meanwhile', async () => {
    const memory = await slowOnce()
    expect(await widthAt(memory, MORNING + HOUR)).toBe(1280)
    expect(await widthAt(memory, MORNING + 23 * HOUR)).toBe(1280)
    expect(await widthAt(memory, MORNING + 25 * HOUR)).toBe(1920)
    // It gave a picture: the smaller size is forgotten.
    expect(await widthAt(memory, MORNING + 26 * HOUR)).toBe(1920)
  })

  it('is no smaller size of a day to come, or of one that nobody wrote down', async () => {
    expect(await widthAt(await slowOnce(), MORNING - HOUR)).toBe(1920)
    expect(await widthAt(new Map([['ktp.size', '1']]), MORNING)).toBe(1920)
  })

  it('is not the camera that stands in for one that is gone', async () => {
    const b = benchWhoseCameraIsGone()
    b.session.start()
    await b.settle()
    b.session.frameArrived()
    await b.settle()
    expect(b.states.at(-1)).toBe('live')
    expect(b.memory.get('ktp')).toBe('gone')
  })

  it('is the camera above the desk for a page too, at a larger size, until another one is chosen for pages', async () => {
    const memory = new Map([['ktp', 'desk']])
    const b = bench({ purpose: 'dokumen', memory, plugged: ['face', 'desk', 'scanner'] })
    b.answerWith((wanted) => Promise.resolve(b.stream(wanted ?? 'face').opened))
    // It opens and shows nothing at 3840 × 2160; at 1920 × 1080 it does.
    for (const width of [3840, 1920]) {
      b.session.start()
      await b.settle()
      expect(b.asked.at(-1)).toMatchObject({ video: { deviceId: { exact: 'desk' } } })
      expect(widthOf(b.asked.at(-1))).toBe(width)
      if (width === 3840) b.pass(SILENT_AFTER_MS)
    }
    b.session.choose('scanner')
    await b.settle()
    expect(widthOf(b.asked.at(-1))).toBe(3840)
    expect(memory.get('dokumen')).toBe('scanner')
    expect(memory.get('ktp')).toBe('desk')
  })

  it('is kept apart from the other purpose', async () => {
    const b = bench({ purpose: 'swafoto', memory: new Map([['ktp', 'desk']]), plugged: ['desk', 'face'] })
    b.answerWith((wanted) => Promise.resolve(b.stream(wanted ?? 'face').opened))
    b.session.start()
    await b.settle()
    b.session.frameArrived()
    await b.settle()
    expect([...b.memory]).toEqual([
      ['ktp', 'desk'],
      ['swafoto', 'face'],
      ['swafoto.size', '0'],
    ])
  })
})

describe('cameras that are programs', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

  it('are passed over for a real one', async () => {
    const desk = bench()
    desk.plug(['OBS Virtual Camera', 'HD Webcam (046d:0825)'])
    desk.answerWith(async (wanted) => desk.stream(wanted ?? 'OBS Virtual Camera').opened)
    desk.session.start()
    await settle()
    expect(desk.states.at(-1)).toBe('live')
    expect(desk.stopped).toEqual(['OBS Virtual Camera'])
    expect((await desk.session.choices()).map(({ label }) => label)).toEqual(['HD Webcam (046d:0825)'])
  })

  it('are refused where there is nothing else', async () => {
    const desk = bench()
    desk.plug(['ManyCam Video Source'])
    desk.answerWith(async () => desk.stream('ManyCam Video Source').opened)
    desk.session.start()
    await settle()
    expect(desk.states.at(-1)).toBe('virtual')
    expect(desk.stopped).toEqual(['ManyCam Video Source'])
  })

  it('are not opened in place of a real one that has gone in the meantime', async () => {
    const desk = bench()
    desk.plug(['OBS Virtual Camera', 'HD Webcam (046d:0825)', 'USB Document Camera'])
    desk.answerWith((wanted) =>
      wanted === 'HD Webcam (046d:0825)'
        ? Promise.reject(refusal('OverconstrainedError'))
        : Promise.resolve(desk.stream(wanted ?? 'OBS Virtual Camera').opened),
    )
    desk.session.start()
    await settle()
    expect(desk.states.at(-1)).toBe('live')
    desk.session.close()
    expect(desk.stopped).toEqual(['OBS Virtual Camera', 'USB Document Camera'])
  })

  it('are looked at again when opened under the name of a real one', async () => {
    const desk = bench()
    desk.plug(['OBS Virtual Camera', 'HD Webcam (046d:0825)'])
    desk.answerWith(async () => desk.stream('OBS Virtual Camera').opened)
    desk.session.start()
    await settle()
    expect(desk.states.at(-1)).toBe('virtual')
    expect(desk.stopped).toEqual(['OBS Virtual Camera', 'OBS Virtual Camera'])
  })

  it('are refused with the word for the real one, where that one cannot be opened', async () => {
    const desk = bench()
    desk.plug(['OBS Virtual Camera', 'HD Webcam (046d:0825)'])
    desk.answerWith((wanted) =>
      wanted
        ? Promise.reject(refusal('NotReadableError'))
        : Promise.resolve(desk.stream('OBS Virtual Camera').opened),
    )
    desk.session.start()
    await settle()
    expect(desk.states.at(-1)).toBe('busy')
  })

  it('are used where an admin allows them', async () => {
    const desk = bench({ virtualAllowed: true })
    desk.plug(['OBS Virtual Camera'])
    desk.answerWith(async () => desk.stream('OBS Virtual Camera').opened)
    desk.session.start()
    await settle()
    expect(desk.states.at(-1)).toBe('live')
  })
})

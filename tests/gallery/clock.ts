/** Shorter waits are part of drawing a screen; longer ones are what a picture cannot wait for. */
const LONG_MS = 1_000

type Waiting = { readonly run: () => void; dueIn: number }

/**
 * Lets time pass at once: what somebody would have to wait a minute for can be pictured. Must be installed before the
 * page is mounted; answers the function that lets seconds pass.
 */
export function installClock(): (seconds: number) => void {
  const timeouts = new Map<number, Waiting>()
  const intervals = new Map<number, { readonly run: () => void; readonly ms: number }>()
  const real = {
    setTimeout: window.setTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    clearInterval: window.clearInterval.bind(window),
    now: performance.now.bind(performance),
  }
  let skipped = 0
  performance.now = () => real.now() + skipped

  const timeout = (run: TimerHandler, ms = 0, ...args: unknown[]): number => {
    if (typeof run !== 'function' || ms < LONG_MS) return real.setTimeout(run, ms, ...args)
    const wrapped = () => {
      timeouts.delete(id)
      run(...args)
    }
    const id = real.setTimeout(wrapped, ms)
    timeouts.set(id, { run: wrapped, dueIn: ms })
    return id
  }
  const interval = (run: TimerHandler, ms = 0, ...args: unknown[]): number => {
    const id = real.setInterval(run, ms, ...args)
    if (typeof run === 'function' && ms >= LONG_MS) intervals.set(id, { run: () => run(...args), ms })
    return id
  }
  const clear = (id: number | undefined): void => {
    if (id === undefined) return
    timeouts.delete(id)
    intervals.delete(id)
    real.clearTimeout(id)
    real.clearInterval(id)
  }
  Object.assign(window, {
    setTimeout: timeout,
    setInterval: interval,
    clearTimeout: clear,
    clearInterval: clear,
  })

  return (seconds) => {
    skipped += seconds * 1000
    for (const [id, waiting] of [...timeouts]) {
      waiting.dueIn -= seconds * 1000
      if (waiting.dueIn > 0) continue
      real.clearTimeout(id)
      waiting.run()
    }
    for (const [id, { run, ms }] of [...intervals])
      for (let passed = ms; passed <= seconds * 1000 && intervals.has(id); passed += ms) run()
  }
}

import type { Browser, Page } from '@playwright/test'
import { atMost, plain, round, type Verdict } from '../queue/figures.ts'
import { walk } from './visit-steps.ts'

/** A press that waits longer than this feels stuck (RAIL, web.dev). */
const LONG_TASK_MS = 50

/** A task as Chromium's tracing writes it: microseconds by the clock, and of the processor. */
type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } }
}

/** Tasks of a page's own thread, longest first, in ms: by the clock, and what they cost the processor. */
export type Tasks = { readonly clock: readonly number[]; readonly processor: readonly number[] }

/** Tasks of the threads called `CrRendererMain`. */
function mainThreadTasks(events: readonly TraceEvent[]): Tasks {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  )
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && mains.has(`${pid}:${tid}`),
  )
  const sorted = (pick: (event: TraceEvent) => number | undefined) =>
    tasks.map((task) => (pick(task) ?? 0) / 1000).sort((a, b) => b - a)
  return { clock: sorted((task) => task.dur), processor: sorted((task) => task.tdur) }
}

/** The tasks of the page's own thread while something is done. */
export async function traceTasks(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<Tasks> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] })
  await work()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const tasks = mainThreadTasks(trace.traceEvents)
  if (tasks.clock.length === 0) throw new Error('the trace names no task of the main thread')
  return tasks
}

/**
 * One visit, after a first one has loaded every part: how long the main thread is held. Processor time is what the page
 * costs; by the clock other programs of the machine count too.
 */
export async function measureTasks(browser: Browser, address: string): Promise<Verdict[]> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await page.goto(address)
  await walk(page, address, 1)
  const { clock, processor } = await traceTasks(browser, page, () => walk(page, address, 1))
  await page.close()
  const over = (tasks: readonly number[]) => tasks.filter((ms) => ms > LONG_TASK_MS).length
  return [
    atMost('longest task, processor time, ms', processor[0] ?? 0, LONG_TASK_MS),
    atMost('tasks over 50 ms, processor time', over(processor), 0),
    plain('  baseline: the same tasks by the clock, longest, ms', round(clock[0] ?? 0)),
    plain('  baseline: the same tasks by the clock, over 50 ms', over(clock)),
    plain('tasks altogether', clock.length),
  ]
}

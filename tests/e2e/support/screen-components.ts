import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const RENDERER = fileURLToPath(new URL('../../../src/renderer', import.meta.url))
/** What makes a component a screen or an overlay: it draws one of these. */
const FRAMES = /<(Screen|StepScreen|Dialog|PinDialog|OverrideDialog|ModalOverlay)[\s/>]/

/** Components of the program that are a screen or an overlay: `Name (its file)` by name. */
export function screenComponents(): ReadonlyMap<string, string> {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  const found = new Map<string, string>()
  for (const file of files) {
    const source = readFileSync(join(RENDERER, file), 'utf8')
    for (const part of source.split(/^(?=(?:export )?(?:default )?function )/m)) {
      const name = /^(?:export )?(?:default )?function ([A-Z]\w*)/.exec(part)?.[1]
      if (name && FRAMES.test(part)) found.set(name, `${name} (${file})`)
    }
  }
  return found
}

/** Notes which functions of the page have run (V8's precise coverage); the gallery is built with their names kept. */
export async function watchFunctions(page: Page): Promise<{ look(): Promise<ReadonlySet<string>> }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Profiler.enable')
  await devtools.send('Profiler.startPreciseCoverage', { callCount: false, detailed: false })
  const seen = new Set<string>()
  return {
    async look() {
      const { result } = await devtools.send('Profiler.takePreciseCoverage')
      // Names that two files use carry a number in the bundle.
      for (const { functions } of result)
        for (const { functionName, ranges } of functions)
          if ((ranges[0]?.count ?? 0) > 0) seen.add(functionName.replace(/\$\d+$/, ''))
      return seen
    },
  }
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import type { Passed } from '../../../integration/catalogue/sop.ts'

/** A folder of this run. A file, because after a failure the next journey runs in another process. */
const folder = (): string => join(test.info().project.outputDir, 'passed')

/** Notes the steps that a journey was really left through. */
export function notePassed(journey: string, passed: Passed): void {
  mkdirSync(folder(), { recursive: true })
  writeFileSync(join(folder(), `${journey}.json`), JSON.stringify(passed))
}

/** What the journeys of this run passed through, by their names. */
export function readPassed(): ReadonlyMap<string, Passed> {
  mkdirSync(folder(), { recursive: true })
  return new Map(
    readdirSync(folder()).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder(), file), 'utf8')) as Passed,
    ]),
  )
}

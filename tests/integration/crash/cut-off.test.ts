import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../../bench/ktp/random.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { CUTS, createCutter } from './cut-off.ts'
import { makeTemplates } from './templates.ts'

/** Of each kind of work; with the other kills (kill.test.ts) CI makes 25. `npm run crash-matrix` makes hundreds. */
const KILLS = 3
const SEED = Number(process.env.KILL_SEED ?? 20_261_125)

let root = ''
let central: TestCentral
let cut: ReturnType<typeof createCutter>
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kiosk-cut-'))
  central = await startTestCentral({ demo: false })
  const templates = await makeTemplates(root, central)
  const random = createRandom(SEED)
  cut = createCutter({ root, templates, centralDir: central.dataDir, random01: () => random.range(0, 1) })
}, 120_000)
afterAll(async () => {
  await central?.stop()
  rmSync(root, { recursive: true, force: true })
})

it.each(CUTS)(
  `%s: cut off ${KILLS} times, nothing is lost, doubled or unreadable`,
  { timeout: 120_000 },
  async (kind) => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const { lost, doubled, unreadable } = await cut(kind)
      expect({ kill, lost, doubled, unreadable }).toEqual({ kill, lost: 0, doubled: 0, unreadable: 0 })
    }
  },
)

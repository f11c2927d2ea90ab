import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
// @ts-expect-error plain JavaScript: it runs before anything is installed
import { SOURCES } from '../../../scripts/steps/build.mjs'

// Whole builds, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

const ROOT = join(import.meta.dirname, '..', '..', '..')
const TEXTS = 'src/renderer/i18n/messages/trouble.ts'
const SCREEN = 'src/renderer/app/scale.ts'

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'build-'))
  for (const name of [...SOURCES, 'scripts']) cpSync(join(ROOT, name), join(dir, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))
beforeEach(() => {
  for (const name of [TEXTS, SCREEN]) cpSync(join(ROOT, name), join(dir, name))
})

const change = (name: string, from: string | RegExp, to: string) => {
  const text = readFileSync(join(dir, name), 'utf8')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  writeFileSync(join(dir, name), changed)
}

/** `npm run build`; a broken build must end by itself. */
const build = () => {
  const { status, stderr } = spawnSync(process.execPath, [join(dir, 'scripts', 'run.mjs'), 'build'], {
    cwd: dir,
    encoding: 'utf8',
    timeout: 120_000,
  })
  return { status, stderr }
}

it.each([
  [
    'lacks a language',
    /'error\.forbidden': \{\n(.*)\n.*\n/,
    "'error.forbidden': {\n$1\n",
    'has no English text (en)',
  ],
  ['has a third language', /'error\.forbidden': \{/, "'error.forbidden': {\n    fr: 'Non.',", '"fr"'],
  [
    'fills in something else in English',
    "en: 'Only the office admin",
    "en: 'Only {who} and the admin",
    '{who}',
  ],
])('a text that %s fails the build, and it says which', (_, from, to, words) => {
  change(TEXTS, from, to)
  const { status, stderr } = build()
  expect(status).toBe(1)
  expect(stderr).toContain(`${TEXTS}: "error.forbidden"`)
  expect(stderr).toContain(words)
  expect(existsSync(join(dir, 'out'))).toBe(false)
})

it('a key without a text fails the build, and it says which', () => {
  writeFileSync(
    join(dir, SCREEN),
    `import { translate } from '../i18n/text.ts'\nexport const lost = translate('id', 'no.such.text')\n${readFileSync(join(dir, SCREEN), 'utf8')}`,
  )
  const { status, stderr } = build()
  expect(status).toBe(1)
  expect(stderr).toContain('"no.such.text"')
})

it('a bundle that is gone, or was cut, is built again; a whole one is left alone', () => {
  expect(build().status).toBe(0)
  const remembered = () => JSON.parse(readFileSync(join(dir, '.cache', 'build.json'), 'utf8')) as object
  const whole = remembered()
  const start = () => {
    const { stderr } = spawnSync(process.execPath, [join(dir, 'scripts', 'run.mjs'), 'recover', '--help'], {
      cwd: dir,
      encoding: 'utf8',
    })
    return stderr.includes('Building')
  }
  expect(start()).toBe(false)
  rmSync(join(dir, 'out', 'main', 'recover.js'))
  writeFileSync(join(dir, 'out', 'main', 'ocr-worker.js'), '')
  expect(start()).toBe(true)
  expect(readFileSync(join(dir, 'out', 'main', 'recover.js'), 'utf8')).not.toBe('')
  expect(readFileSync(join(dir, 'out', 'main', 'ocr-worker.js'), 'utf8')).not.toBe('')
  expect(Object.keys(remembered())).toEqual(Object.keys(whole))
  expect(start()).toBe(false)
})

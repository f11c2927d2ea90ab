import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
// @ts-expect-error plain JavaScript: it runs before anything is installed
import { findBreaches } from '../../../scripts/fences/find-breaches.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fences-'))
  writeFileSync(
    join(root, 'package.json'),
    JSON.stringify({ imports: { '#shared/*': './src/shared/*', '#central/*': './src/central/*' } }),
  )
})
afterEach(() => rmSync(root, { recursive: true }))

function breachesOf(file: string, text: string): string[] {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
  return findBreaches(root).map((breach: { rule: string }) => breach.rule)
}

it.each([
  ['electron in the core', 'src/main/services/queue/x.ts', "import { app } from 'electron'", 'electron'],
  [
    'electron in node-host, as a dynamic import',
    'src/main/node-host.ts',
    "const e = await import('electron')",
    'electron',
  ],
  [
    'electron by a created require',
    'src/main/chromium/x.ts',
    "createRequire(import.meta.url)('x'); require('electron')",
    'electron',
  ],
  ['a type of electron', 'src/renderer/app/x.ts', "import type { App } from 'electron'", 'electron'],
  [
    'SQLite outside the store',
    'src/main/services/queue/x.ts',
    "import Database from 'better-sqlite3'",
    'npm better-sqlite3',
  ],
  ['axios in the renderer', 'src/renderer/client/x.ts', "import axios from 'axios'", 'npm axios'],
  [
    'tus in the queue',
    'src/main/services/queue/x.ts',
    "import { Upload } from 'tus-js-client'",
    'npm tus-js-client',
  ],
  [
    'tesseract in a handler',
    'src/main/handlers/x.ts',
    "import { createWorker } from 'tesseract.js'",
    'npm tesseract.js',
  ],
  [
    'the PDF library in a visit',
    'src/main/services/visit/x.ts',
    "const pdf = await import('@cantoo/pdf-lib')",
    'npm @cantoo/pdf-lib',
  ],
  [
    'the face model in a screen',
    'src/renderer/features/face/x.ts',
    "import { Human } from '@vladmandic/human'",
    'npm @vladmandic/human',
  ],
  [
    'the loaded face model outside its worker',
    'src/renderer/features/capture/x.ts',
    "import { loadFaceModel } from './face-model/index.ts'",
    'face model',
  ],
  ['node-webcam in the app', 'src/main/app/x.ts', "import NodeWebcam from 'node-webcam'", 'npm node-webcam'],
  ['Node by its old name', 'src/renderer/app/x.ts', "import { join } from 'path'", 'renderer'],
  ['a fence in plain JavaScript', 'src/main/app/x.cjs', "require('axios')", 'npm axios'],
  ['Node in shared', 'src/shared/domain/x.ts', "import { join } from 'node:path'", 'shared is pure'],
  [
    'the contract in the domain',
    'src/shared/domain/x.ts',
    "import { contract } from '#shared/contract/contract.ts'",
    'domain knows no contract',
  ],
  [
    'main in the renderer',
    'src/renderer/app/x.ts',
    "import type { App } from '../../main/app/app.ts'",
    'renderer',
  ],
  ['zod in the preload', 'src/preload/x.ts', "import { z } from 'zod'", 'preload'],
  [
    'anything in the channels',
    'src/shared/contract/channels.ts',
    "import { z } from 'zod'",
    'channels are names only',
  ],
  [
    'the kiosk in the central',
    'src/central/x.ts',
    "import { createApp } from '../main/app/create-app.ts'",
    'central stands alone',
  ],
  [
    'the central in a service',
    'src/main/services/sync/x.ts',
    "import { startCentral } from '#central/index.ts'",
    'kiosk knows no central code',
  ],
  [
    'the app in a service',
    'src/main/services/sync/x.ts',
    "import { createApp } from '../../app/create-app.ts'",
    'services look down',
  ],
  [
    'a host in the app',
    'src/main/app/x.ts',
    "export { serveApp } from '../transport/loopback-http/index.ts'",
    'the core knows no host',
  ],
  [
    'the inside of a service',
    'src/main/handlers/x.ts',
    "import { open } from '../services/store/open-database.ts'",
    'one door',
  ],
  [
    'the inside of another service',
    'src/main/services/queue/x.ts',
    "import { open } from '../store/open-database.ts'",
    'one door',
  ],
  [
    'the inside of a feature',
    'src/renderer/app/x.ts',
    "export * from '../features/visit/step.ts'",
    'one door',
  ],
])('finds %s', (_name, file, text, rule) => {
  expect(breachesOf(file, text)).toContain(rule)
})

it.each([
  ['electron in its host', 'src/main/electron/x.ts', "import { app } from 'electron'"],
  ['SQLite in the store', 'src/main/services/store/x.ts', "import Database from 'better-sqlite3'"],
  ["a service's door", 'src/main/handlers/x.ts', "import { createStore } from '../services/store/index.ts'"],
  ["a service's own inside", 'src/main/services/store/x.ts', "import { open } from './repositories/open.ts'"],
  [
    'a type of the app in a service',
    'src/main/services/sync/x.ts',
    "import type { Clock } from '../../app/app.ts'",
  ],
  ['the central in a host', 'src/main/hosts/x.ts', "await import('#central/index.ts')"],
  ['the domain in the renderer', 'src/renderer/app/x.ts', "import { err } from '#shared/domain/result.ts'"],
  [
    'an inside in its test',
    'tests/unit/store/x.test.ts',
    "import { open } from '../../../src/main/services/store/open-database.ts'",
  ],
])('lets %s pass', (_name, file, text) => {
  expect(breachesOf(file, text)).toEqual([])
})

/**
 * Fails when a text of the kiosk lacks a language. A program of its own, run by Node 24, which reads
 * TypeScript: the set-up itself may still run under Node 20.
 */
import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { findMessageFaults } from '../lib/message-faults.mjs'
import { fromRoot } from '../lib/paths.mjs'

const FOLDER = 'src/renderer/i18n/messages'

const files = await Promise.all(
  readdirSync(fromRoot(FOLDER)).map(async (name) => ({
    file: `${FOLDER}/${name}`,
    // Each file exports one table of texts; messages.ts has types only.
    messages: Object.assign({}, ...Object.values(await import(pathToFileURL(fromRoot(FOLDER, name)).href))),
  })),
)
const faults = findMessageFaults(files)
for (const fault of faults) process.stdout.write(`${fault}\n`)
process.exitCode = faults.length === 0 ? 0 : 1

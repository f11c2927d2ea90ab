import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { configFileCandidates } from './directories.ts'
import { settingsInvalid, settingsUnreadable } from './start-errors.ts'

/**
 * How a desk is configured (resources/config.schema.json is this schema for editors). Everything is
 * optional; what the command line says goes first.
 */
export const DeskConfig = z.strictObject({
  $schema: z.string().optional(),
  mode: z
    .enum(['demo', 'desk'])
    .optional()
    .describe('demo: synthetic trial with its own data and central. desk: real registrations.'),
  centralUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Base address of the central API.'),
  dataDir: z.string().min(1).optional().describe('Absolute path for database, packets and pictures.'),
  keyFile: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Absolute path of the key file, outside dataDir. Node host only. Without it the passphrase is asked for at start.',
    ),
  port: z.int().min(0).max(65535).optional().describe('Loopback port of the node host; 0 picks a free one.'),
  chromium: z.string().min(1).optional().describe('Path of the Chromium browser that the node host opens.'),
  printer: z
    .strictObject({
      name: z
        .string()
        .min(1)
        .optional()
        .describe(
          'Electron only: the name of the printer as the system knows it; otherwise its default printer.',
        ),
      paper: z.enum(['a4', '80mm']).optional().describe('a4 (default), or a roll of 80 mm.'),
      silent: z
        .boolean()
        .optional()
        .describe('true (default): prints without a dialog. false: the dialog of the system.'),
    })
    .optional()
    .describe('The printer of the desk. Without it every print opens the dialog of the system, on A4.'),
  window: z
    .boolean()
    .optional()
    .describe('false: the node host opens no window and only serves its loopback address.'),
})
export type DeskConfig = z.infer<typeof DeskConfig>

/**
 * Reads the desk's settings: the file named, or the first of the usual places that is there.
 * @throws {StartError} when a named file is missing or a file is not valid
 */
export function readDeskConfig(named: string | undefined): DeskConfig {
  const path = named ?? configFileCandidates().find((candidate) => existsSync(candidate))
  if (path === undefined) return {}
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw settingsUnreadable(path)
  }
  const result = DeskConfig.safeParse(parsed)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw settingsInvalid(path, issue?.path.join('.') ?? '', issue?.message ?? '')
}

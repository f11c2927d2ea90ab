import { readFileSync } from 'node:fs'
import { runToEnd } from '../lib/child.mjs'
import { findProgram } from '../lib/find-program.mjs'
import { fromRoot } from '../lib/paths.mjs'
import { SetupError, sayWhileRunning } from '../lib/say.mjs'
import { aptCommand, canInstallWithApt, installWithApt } from './apt.mjs'

/** The path of an installed Chromium-family browser, or undefined. `KIOSK_CHROMIUM` goes first. */
export function findChromium(env = process.env, platform = process.platform) {
  if (env.KIOSK_CHROMIUM) {
    const named = findProgram(env.KIOSK_CHROMIUM, env)
    if (named) return named
    throw new SetupError(
      {
        id: `KIOSK_CHROMIUM menunjuk ${env.KIOSK_CHROMIUM}, yang tidak ada.`,
        en: `KIOSK_CHROMIUM names ${env.KIOSK_CHROMIUM}, which is not there.`,
      },
      'unset KIOSK_CHROMIUM',
    )
  }
  const candidates = JSON.parse(readFileSync(fromRoot('resources', 'chromium.json'), 'utf8'))[platform] ?? []
  for (const candidate of candidates) {
    const path = findProgram(expandVariables(candidate, env), env)
    if (path) return path
  }
  return undefined
}

/**
 * Finds a Chromium or installs one: Debian's package where that is possible, else Playwright's download.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium({ node, env }) {
  const found = findChromium(env) ?? (await findPlaywrightChromium(node, env))
  if (found) return found
  if (canInstallWithApt() && (await installWithApt(['chromium']))) {
    const installed = findChromium(env)
    if (installed) return installed
  }
  const download = [fromRoot('node_modules', 'playwright', 'cli.js'), 'install', 'chromium']
  const { code } = await sayWhileRunning(DOWNLOADING, () =>
    runToEnd(node, download, { env, capture: true, echo: false }),
  )
  const downloaded = code === 0 ? await findPlaywrightChromium(node, env) : undefined
  if (downloaded) return downloaded
  throw new SetupError(
    {
      id: 'Browser Chromium tidak ditemukan dan tidak dapat dipasang.',
      en: 'No Chromium browser was found and none could be installed.',
    },
    process.platform === 'linux'
      ? aptCommand(['chromium'])
      : {
          id: 'pasang Google Chrome atau Microsoft Edge, atau isi KIOSK_CHROMIUM dengan letaknya',
          en: 'install Google Chrome or Microsoft Edge, or set KIOSK_CHROMIUM to its path',
        },
  )
}

const DOWNLOADING = { id: 'Mengunduh Chromium dari Playwright', en: "Downloading Playwright's Chromium" }

/** Playwright's own browser, when it was downloaded before. */
async function findPlaywrightChromium(node, env) {
  const ask = "process.stdout.write(require('playwright').chromium.executablePath())"
  const { code, stdout } = await runToEnd(node, ['-e', ask], { env, capture: true, echo: false })
  return code === 0 ? findProgram(stdout.trim(), env) : undefined
}

const expandVariables = (path, env) => path.replace(/%([^%]+)%/g, (_, name) => env[name] ?? '')

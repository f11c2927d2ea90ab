import { runToEnd } from '../lib/child.mjs'
import { fromRoot, isWindows } from '../lib/paths.mjs'
import { SetupError, say, sayFailure } from '../lib/say.mjs'
import { buildWhenChanged } from '../steps/build.mjs'
import { ensureChromium } from '../steps/chromium.mjs'
import { tryToFetchElectron } from '../steps/electron-binary.mjs'

/** Starts the kiosk on the host that this machine can carry, and says which one and why. */
export async function start(args, runtime) {
  await buildWhenChanged(runtime)
  const electron = await tryToFetchElectron(runtime)
  const choice = chooseHost({
    args,
    electron,
    display: hasDisplay(process.env),
    isRoot: process.getuid?.() === 0,
  })
  say(choice.why)
  if (choice.host === 'electron')
    return (await runToEnd(electron, [fromRoot('.'), ...choice.args], { env: runtime.env })).code
  const env = choice.window
    ? { ...runtime.env, KIOSK_CHROMIUM: await chromiumOrUndefined(runtime) }
    : runtime.env
  for (;;) {
    const { code } = await runToEnd(runtime.node, [fromRoot('out/main/node-host.js'), ...choice.args], {
      env,
    })
    if (code !== START_AGAIN) return code
  }
}

/** Somebody pressed "Coba lagi" on the page that says why the kiosk does not start (src/main/hosts/run-host.ts). */
const START_AGAIN = 75

/** True where a window can be shown. */
export const hasDisplay = (env, platform = process.platform) =>
  platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/**
 * Which host carries the kiosk. `--host electron|node` decides; `--no-window` means the node host.
 * @returns {{host: 'electron' | 'node', window: boolean, why: {id: string, en: string}, args: string[]}} `args`: what is left for the host
 */
export function chooseHost({ args, electron, display, isRoot }) {
  const asked = /** @type {string | undefined} */ (
    args.find((arg) => arg.startsWith('--host='))?.slice('--host='.length)
  )
  const rest = args.filter((arg) => !arg.startsWith('--host='))
  const noWindow = rest.includes('--no-window')
  const node = (because) => ({
    host: 'node',
    window: display && !noWindow,
    args: rest,
    why: {
      id: `Dijalankan oleh: node-host (Node dengan ${display && !noWindow ? 'jendela Chromium' : 'alamat di komputer ini'}), karena ${because.id}.`,
      en: `Host: node-host (plain Node with ${display && !noWindow ? 'a Chromium window' : 'a loopback address'}), because ${because.en}.`,
    },
  })
  if (asked === 'node') return node({ id: 'itu yang diminta', en: 'it was asked for' })
  if (noWindow) return node({ id: 'jendela tidak diminta', en: 'no window was asked for' })
  if (!electron)
    return node({
      id: 'program Electron belum terpasang dan tidak dapat diambil dari situsnya',
      en: "Electron's program is not installed and could not be fetched from its release site",
    })
  if (!display) return node({ id: 'tidak ada layar', en: 'there is no display' })
  if (isRoot && !isWindows && asked !== 'electron')
    return node({
      id: 'kotak pasir Electron tidak berjalan untuk root',
      en: "Electron's sandbox does not work for root",
    })
  return {
    host: 'electron',
    window: true,
    args: rest,
    why: {
      id: `Dijalankan oleh: Electron, karena programnya ada (${electron}).`,
      en: `Host: Electron, because its program is there (${electron}).`,
    },
  }
}

async function chromiumOrUndefined(runtime) {
  try {
    return await ensureChromium(runtime)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    sayFailure(error)
    say({ id: 'Kios berjalan tanpa jendela.', en: 'The kiosk is served without a window.' })
    return ''
  }
}

import { homedir } from 'node:os'
import { join } from 'node:path'

/** A demo's data never lies beside real data. */
export type Mode = 'demo' | 'desk'

type Place = { readonly env: NodeJS.ProcessEnv; readonly platform: NodeJS.Platform; readonly home: string }

const here = (): Place => ({ env: process.env, platform: process.platform, home: homedir() })

/**
 * Where database, packets and pictures lie unless `--data-dir` says otherwise.
 * Linux: XDG Base Directory Specification; Windows: the user's local application data.
 */
export function defaultDataDir(mode: Mode, { env, platform, home } = here()): string {
  const base =
    platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'))
      : env.XDG_DATA_HOME || join(home, '.local', 'share')
  return join(base, 'lpse-kiosk', mode === 'demo' ? 'demo' : 'kiosk')
}

/** Where settings and key files lie: on purpose another tree than the data. */
export function configDir({ env, platform, home } = here()): string {
  const base =
    platform === 'win32'
      ? (env.APPDATA ?? join(home, 'AppData', 'Roaming'))
      : env.XDG_CONFIG_HOME || join(home, '.config')
  return join(base, 'lpse-kiosk')
}

/** The key file of a mode unless `--key-file` names another. */
export const defaultKeyFile = (mode: Mode, place = here()): string =>
  join(configDir(place), mode === 'demo' ? 'demo.key' : 'kiosk.key')

/** The desk's settings files, first found first: the user's own, then the machine's. */
export function configFileCandidates(place = here()): string[] {
  const machine =
    place.platform === 'win32'
      ? join(place.env.ProgramData ?? 'C:\\ProgramData', 'lpse-kiosk')
      : join('/etc', 'lpse-kiosk')
  return [configDir(place), machine].map((dir) => join(dir, 'config.json'))
}

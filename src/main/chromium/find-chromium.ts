import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import candidates from '../../../resources/chromium.json' with { type: 'json' }

/**
 * The path of a Chromium-family browser, or undefined: the one named, else the first of
 * resources/chromium.json that is there.
 */
export function findChromium(
  named: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (named !== undefined) return findProgram(named, env)
  for (const candidate of candidatesFor(platform)) {
    const path = findProgram(
      candidate.replace(/%([^%]+)%/g, (_, name: string) => env[name] ?? ''),
      env,
    )
    if (path !== undefined) return path
  }
  return undefined
}

function candidatesFor(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'win32' || platform === 'darwin') return candidates[platform]
  return candidates.linux
}

function findProgram(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const paths = isAbsolute(name) ? [name] : (env.PATH ?? '').split(delimiter).map((dir) => join(dir, name))
  return paths.find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

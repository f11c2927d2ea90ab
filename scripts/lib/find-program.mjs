import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { isWindows } from './paths.mjs'

/** The full path of a program in PATH, or undefined. An absolute path is only checked. */
export function findProgram(name, env = process.env) {
  if (isAbsolute(name)) return isExecutable(name) ? name : undefined
  const endings = isWindows ? ['.exe', '.cmd', ''] : ['']
  for (const dir of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    if (dir === '') continue
    for (const ending of endings) {
      const path = join(dir, name + ending)
      if (isExecutable(path)) return path
    }
  }
  return undefined
}

function isExecutable(path) {
  try {
    accessSync(path, isWindows ? constants.F_OK : constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

import { existsSync } from 'node:fs'
import { runToEnd } from '../lib/child.mjs'
import { findProgram } from '../lib/find-program.mjs'
import { sayWhileRunning } from '../lib/say.mjs'

let listsAreFresh = false

/** True where this process may install Debian packages without asking anybody. */
export const canInstallWithApt = () => process.getuid?.() === 0 && findProgram('apt-get') !== undefined

/** The command a person types to install these packages by hand. */
export const aptCommand = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`

/** Installs Debian packages as root. @returns {Promise<boolean>} false when apt failed */
export async function installWithApt(packages) {
  return sayWhileRunning(
    {
      id: `Memasang ${packages.join(', ')} dengan apt`,
      en: `Installing ${packages.join(', ')} with apt`,
    },
    () => aptInstall(packages),
  )
}

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (args) => runToEnd('apt-get', ['-q', ...args], { env, capture: true, echo: false })
  if (!listsAreFresh) {
    // On a fresh machine the package lists are empty; a failed refresh of one source is no reason to stop.
    await apt(['update'])
    listsAreFresh = existsSync('/var/lib/apt/lists')
  }
  const { code, stdout } = await apt(['install', '-y', '--no-install-recommends', ...packages])
  if (code !== 0) process.stderr.write(stdout.split('\n').slice(-15).join('\n'))
  return code === 0
}

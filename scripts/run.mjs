#!/usr/bin/env node
/**
 * What every npm script calls: `node scripts/run.mjs COMMAND [arguments]`.
 *
 * Started by whatever Node the machine has (20.19 or newer), with nothing installed yet: only Node's own
 * modules may be imported here and in the files below scripts/ (docs/decisions/0010-start-on-a-fresh-machine.md).
 */
import { commands } from './commands.mjs'
import { SetupError, sayFailure } from './lib/say.mjs'
import { installDependencies } from './steps/dependencies.mjs'
import { checkNodeVersion, useNode24 } from './steps/node24.mjs'

const [name = '', ...args] = process.argv.slice(2)

try {
  checkNodeVersion()
  const command = commands[name]
  if (command === undefined)
    throw new SetupError(
      { id: `Tidak ada perintah "${name}".`, en: `There is no command "${name}".` },
      `npm run ${Object.keys(commands).join(' | ')}`,
    )
  await installDependencies()
  process.exitCode = await command(args, useNode24())
} catch (error) {
  sayFailure(error)
  process.exitCode = 1
}

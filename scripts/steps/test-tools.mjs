import { spawnSync } from 'node:child_process'
import { findProgram } from '../lib/find-program.mjs'
import { SetupError, say } from '../lib/say.mjs'
import { aptCommand, canInstallWithApt, installWithApt } from './apt.mjs'

/** Programs that the tests drive for real. Each is a Debian package of the same or the given name. */
const TOOLS = [
  {
    name: 'fswebcam',
    packages: ['fswebcam'],
    why: "node-webcam's Linux driver",
    present: () => findProgram('fswebcam'),
  },
  {
    name: 'age',
    packages: ['age'],
    why: 'an independent reader of sealed packets',
    present: () => findProgram('age'),
  },
  {
    name: 'strace',
    packages: ['strace'],
    why: 'the order in which a submit reaches the disk',
    present: () => findProgram('strace'),
  },
  {
    name: 'fonts',
    packages: ['fontconfig', 'fonts-dejavu-core', 'fonts-liberation'],
    why: 'the lettering of synthetic cards',
    present: hasFonts,
  },
]

/** Makes sure that the programs the tests need are there; on other systems than Linux their tests are skipped. */
export async function ensureTestTools() {
  if (process.platform !== 'linux') {
    say(
      `Not on ${process.platform}: ${TOOLS.map((tool) => tool.name).join(', ')}. The tests that need them are skipped.`,
    )
    return
  }
  const missing = TOOLS.filter((tool) => !tool.present())
  if (missing.length === 0) return
  const packages = missing.flatMap((tool) => tool.packages)
  if (canInstallWithApt()) await installWithApt(packages)
  const still = missing.filter((tool) => !tool.present())
  if (still.length > 0) {
    throw new SetupError(
      {
        id: `Pengujian perlu ${still.map((tool) => tool.name).join(', ')}.`,
        en: `The tests need ${still.map((tool) => `${tool.name} (${tool.why})`).join(' and ')}.`,
      },
      aptCommand(still.flatMap((tool) => tool.packages)),
    )
  }
}

function hasFonts() {
  const list = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' })
  return list.status === 0 && /DejaVu/.test(list.stdout) && /Liberation/.test(list.stdout)
}

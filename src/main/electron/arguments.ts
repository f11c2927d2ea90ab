import { HOST_OPTION_NAMES } from '../hosts/host-options.ts'

/**
 * Our own options of an Electron command line. Chromium's switches (`--no-sandbox`,
 * `--use-file-for-fake-video-capture=…`) stand on the same line and are left out.
 *
 * @param isPackaged in development the second word is the project's folder
 */
export function ownArguments(argv: readonly string[], isPackaged: boolean): string[] {
  return argv.slice(isPackaged ? 1 : 2).filter((word) => {
    const name = /^--([^=]+)/.exec(word)?.[1]
    return name === undefined || HOST_OPTION_NAMES.includes(name)
  })
}

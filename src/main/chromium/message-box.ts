import { type SpawnOptions, spawn } from 'node:child_process'

/** Programs that show a text in a window, tried in this order. None of them goes through a shell. */
const BOXES: Readonly<Record<'linux' | 'win32', readonly (readonly [string, (text: string) => string[]])[]>> =
  {
    linux: [
      ['zenity', (text) => ['--error', '--no-markup', '--title=Kios LPSE', `--text=${text}`]],
      ['kdialog', (text) => ['--title', 'Kios LPSE', '--error', text]],
      ['xmessage', (text) => ['-center', '-title', 'Kios LPSE', text]],
    ],
    // The text goes in by the environment: nothing in it can become a command.
    win32: [['powershell.exe', () => ['-NoProfile', '-NonInteractive', '-Command', POWERSHELL]]],
  }

const POWERSHELL =
  "Add-Type -AssemblyName System.Windows.Forms; [System.Windows.Forms.MessageBox]::Show($env:KIOSK_BOX_TEXT, 'Kios LPSE') | Out-Null"

/**
 * Shows a text where no browser can be opened, and waits until it is closed.
 * @returns false when the system has no program for it
 */
export async function showMessageBox(text: string, platform = process.platform): Promise<boolean> {
  const boxes = platform === 'win32' ? BOXES.win32 : BOXES.linux
  for (const [program, args] of boxes) {
    if (await ran(program, args(text), { stdio: 'ignore', env: { ...process.env, KIOSK_BOX_TEXT: text } }))
      return true
  }
  return false
}

/** False when the program is not there. */
const ran = (program: string, args: string[], options: SpawnOptions): Promise<boolean> =>
  new Promise((resolve) => {
    spawn(program, args, options)
      .once('error', () => resolve(false))
      .once('close', () => resolve(true))
  })

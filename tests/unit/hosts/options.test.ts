import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import schema from '../../../resources/config.schema.json' with { type: 'json' }
import { ownArguments } from '../../../src/main/electron/arguments.ts'
import { isOurAddress } from '../../../src/main/electron/page-address.ts'
import { createCrashLimit } from '../../../src/main/hosts/crash-limit.ts'
import { DeskConfig } from '../../../src/main/hosts/desk-config.ts'
import { configFileCandidates, defaultDataDir, defaultKeyFile } from '../../../src/main/hosts/directories.ts'

describe('places', () => {
  const linux = { env: {}, platform: 'linux', home: '/home/petugas' } as const
  const windows = {
    env: { LOCALAPPDATA: 'L', APPDATA: 'R', ProgramData: 'P' },
    platform: 'win32',
    home: 'H',
  } as const
  it('keep demo and desk, data and keys apart', () => {
    expect(defaultDataDir('demo', linux)).toBe('/home/petugas/.local/share/lpse-kiosk/demo')
    expect(defaultDataDir('desk', linux)).toBe('/home/petugas/.local/share/lpse-kiosk/kiosk')
    expect(defaultKeyFile('desk', linux)).toBe('/home/petugas/.config/lpse-kiosk/kiosk.key')
    expect(defaultDataDir('desk', { ...linux, env: { XDG_DATA_HOME: '/srv' } })).toBe('/srv/lpse-kiosk/kiosk')
  })
  it('follow the system', () => {
    expect(defaultDataDir('desk', windows)).toMatch(/^L.lpse-kiosk.kiosk$/)
    expect(defaultKeyFile('demo', windows)).toMatch(/^R.lpse-kiosk.demo\.key$/)
    expect(configFileCandidates(windows).at(-1)).toMatch(/^P.lpse-kiosk.config\.json$/)
    expect(configFileCandidates(linux)).toEqual([
      '/home/petugas/.config/lpse-kiosk/config.json',
      '/etc/lpse-kiosk/config.json',
    ])
  })
})

it('describes the settings file to editors exactly as it is read', () => {
  const { $schema, $id, title, ...rules } = schema as Record<string, unknown>
  const { $schema: _dialect, ...made } = z.toJSONSchema(DeskConfig, { io: 'input' })
  expect(rules).toEqual(made)
  expect($schema && $id && title).toBeTruthy()
})

describe("Electron's command line", () => {
  it('keeps our options and drops switches of Chromium', () => {
    const line = [
      'electron',
      '.',
      '--demo',
      '--no-sandbox',
      '--data-dir',
      '/d',
      '--use-fake-ui-for-media-stream',
      '--port=0',
      '--ozone-platform=x11',
    ]
    expect(ownArguments(line, false)).toEqual(['--demo', '--data-dir', '/d', '--port=0'])
    expect(ownArguments(['kiosk.exe', '--no-demo'], true)).toEqual(['--no-demo'])
  })
})

it.each([
  ['app://kiosk/index.html', true],
  ['app://kiosk/', true],
  ['app://kiosk/#x', true],
  ['app://kiosk.example.com/', false],
  ['app://kiosk:1/', false],
  ['app://user@kiosk/', false],
  ['https://kiosk/', false],
  ['app:kiosk', false],
  ['', false],
])('%s is our page: %s', (address, ours) => {
  expect(isOurAddress(address)).toBe(ours)
})

it('loads a crashed page again three times in five minutes', () => {
  let now = 0
  const may = createCrashLimit(() => now)
  expect([may(), may(), may(), may()]).toEqual([true, true, true, false])
  now = 4 * 60_000
  expect(may()).toBe(false)
  now = 10 * 60_000
  expect(may()).toBe(true)
})

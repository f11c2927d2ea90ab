import { describe, expect, it } from 'vitest'
// @ts-expect-error plain JavaScript: it runs before anything is installed
import { chooseHost, hasDisplay } from '../../../scripts/commands/start.mjs'

const able = { args: [] as string[], electron: '/x/electron', display: true, isRoot: false }

describe('which host carries the kiosk', () => {
  it('is Electron where its program and a display are there', () => {
    expect(chooseHost(able)).toMatchObject({ host: 'electron', args: [] })
  })
  it.each([
    ['its program is missing', { electron: undefined }, "Electron's program is not installed", true],
    ['there is no display', { display: false }, 'no display', false],
    ['the user is root', { isRoot: true }, 'root', true],
    ['no window is wanted', { args: ['--no-window'] }, 'no window was asked for', false],
    ['it was asked for', { args: ['--host=node'] }, 'asked for', true],
  ])('is node-host because %s, and says so', (_name, change, why, window) => {
    const choice = chooseHost({ ...able, ...change })
    expect(choice).toMatchObject({ host: 'node', window })
    expect(choice.why.en).toContain(why)
    expect(choice.why.id).toContain('Dijalankan oleh: node-host')
  })
  it('hands on everything but its own option', () => {
    expect(chooseHost({ ...able, args: ['--host=node', '--no-demo', '--port', '0'] }).args).toEqual([
      '--no-demo',
      '--port',
      '0',
    ])
  })
  it('knows where a window can be shown', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})

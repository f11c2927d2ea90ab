import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStillCameras } from '../../../src/main/services/camera/index.ts'
import { readHeader } from '../../../src/main/services/pictures/index.ts'
import { meanOf, pixelsOf, plainPixels, webcamJpeg } from '../../helpers/pictures.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-still-test-'))
const picture = join(folder, 'card.jpg')
const trap = join(folder, 'trap')

beforeAll(async () => {
  if (spawnSync('fswebcam', ['--version']).error)
    throw new Error('fswebcam is missing: apt-get install -y fswebcam')
  writeFileSync(picture, await webcamJpeg(plainPixels(1920, 1080, '#c01020')))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const stillFolders = () =>
  existsSync('/dev/shm') ? readdirSync('/dev/shm').filter((name) => name.startsWith('kiosk-still-')) : []

/** Running programs that were started with this word among their arguments. */
const programsWith = (word: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word)
      } catch {
        // It ended between the two looks.
        return false
      }
    })

describe('stills through node-webcam and fswebcam', () => {
  test('takes a picture from a file source and leaves nothing on disk', async () => {
    const cameras = createStillCameras(() => [{ id: `FILE:${picture}`, label: 'File' }])
    const still = await cameras.take(`FILE:${picture}`)
    if (!still.ok) throw new Error(JSON.stringify(still.error))
    const [red, green] = meanOf(await pixelsOf(still.value))
    expect(red).toBeGreaterThan(150)
    expect(green).toBeLessThan(60)
    expect(stillFolders()).toEqual([])
  })

  test('takes the test pattern', async () => {
    const still = await createStillCameras(() => [{ id: 'TEST', label: 'Test' }]).take('TEST')
    if (!still.ok) throw new Error(JSON.stringify(still.error))
    expect(readHeader(still.value)?.format).toBe('jpeg')
  })

  test('says so when the device is gone', async () => {
    const gone = await createStillCameras(() => [{ id: '/dev/video97', label: 'gone' }]).take('/dev/video97')
    expect(gone).toMatchObject({ ok: false, error: { code: 'camera' } })
  })

  test.each(['with spaces', `it's "quoted"`, '$(touch trap)', 'a;b&c'])(
    'takes a picture where the temporary folder is called %j',
    async (name) => {
      const place = join(folder, name)
      mkdirSync(place)
      const cameras = createStillCameras(() => [{ id: `FILE:${picture}`, label: 'File' }], {
        places: [place],
      })
      const still = await cameras.take(`FILE:${picture}`)
      expect(still.ok).toBe(true)
      expect(readdirSync(place)).toEqual([])
      expect(existsSync('trap')).toBe(false)
    },
  )

  test('ends the program of a camera that never answers, so that it lets the camera go', async () => {
    const silent = join(folder, 'silent-camera')
    execFileSync('mkfifo', [silent])
    const id = `FILE:${silent}`
    const cameras = createStillCameras(() => [{ id, label: 'Silent' }], { timeoutMs: 1_500 })
    const taking = cameras.take(id)
    await waitUntil('the camera program runs', () => programsWith(silent).length > 0)
    expect(await taking).toEqual({ ok: false, error: { code: 'camera', reason: 'silent' } })
    await waitUntil('the camera program has ended', () => programsWith(silent).length === 0)
    expect(stillFolders()).toEqual([])
  })

  test('says so when the camera program is not installed', async () => {
    const path = process.env.PATH
    process.env.PATH = join(folder, 'nowhere')
    try {
      const still = await createStillCameras(() => [{ id: 'TEST', label: 'Test' }]).take('TEST')
      expect(still).toEqual({ ok: false, error: { code: 'camera', reason: 'not-installed' } })
    } finally {
      process.env.PATH = path
    }
  })

  test.each([
    `TEST; touch ${trap}`,
    `TEST" ; touch ${trap} ; "`,
    `TEST' ; touch ${trap} ; '`,
    `$(touch ${trap})`,
    `\`touch ${trap}\``,
    `TEST\ntouch ${trap}`,
    `TEST && touch ${trap}`,
    `TEST | tee ${trap}`,
  ])('runs nothing for the device name %j', async (id) => {
    const chosen = await createStillCameras(() => [{ id: 'TEST', label: 'Test' }]).take(id)
    expect(chosen).toEqual({ ok: false, error: { code: 'camera', reason: 'none' } })
    // Even a list that holds such a name (a device file somebody named so) runs nothing.
    await createStillCameras(() => [{ id, label: 'trap' }]).take(id)
    expect(existsSync(trap)).toBe(false)
  })
})

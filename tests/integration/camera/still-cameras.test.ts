import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStillCameras } from '../../../src/main/services/camera/index.ts'
import { readHeader } from '../../../src/main/services/pictures/index.ts'
import { meanOf, pixelsOf, plainPixels, webcamJpeg } from '../../helpers/pictures.ts'

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

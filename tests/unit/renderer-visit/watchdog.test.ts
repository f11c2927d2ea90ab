import { describe, expect, it } from 'vitest'
import { isVirtualCamera } from '../../../src/renderer/features/capture/virtual-cameras.ts'
import { createWatchdog } from '../../../src/renderer/features/capture/watchdog.ts'

describe('watching the picture', () => {
  it('lets a moving picture alone', () => {
    const stands = createWatchdog()
    for (let second = 0; second < 60; second += 1) expect(stands(second * 1000, second)).toBe(false)
  })

  it('opens the camera anew when the picture has stood still for six seconds, and gives it time again', () => {
    const stands = createWatchdog()
    const answers = Array.from({ length: 12 }, (_, second) => stands(second * 1000, 7))
    expect(answers.indexOf(true)).toBe(6)
    expect(answers.slice(7).includes(true)).toBe(false)
  })

  it('opens the camera anew when the machine has slept', () => {
    const stands = createWatchdog()
    expect(stands(0, 1)).toBe(false)
    expect(stands(1_000, 2)).toBe(false)
    expect(stands(600_000, 3)).toBe(true)
    expect(stands(601_000, 4)).toBe(false)
  })
})

describe('names of cameras', () => {
  it.each(['OBS Virtual Camera', 'ManyCam Video Source', 'DroidCam Source 3', 'Dummy video device (0x0000)'])(
    '%s is a program',
    (label) => expect(isVirtualCamera(label)).toBe(true),
  )
  it.each(['HD Pro Webcam C920 (046d:0892)', 'Integrated Camera', 'USB Document Camera', 'Logi Combo C270'])(
    '%s is a camera',
    (label) => expect(isVirtualCamera(label)).toBe(false),
  )
})

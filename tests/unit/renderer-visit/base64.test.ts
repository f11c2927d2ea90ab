import { describe, expect, it } from 'vitest'
import { toBase64 } from '../../../src/renderer/features/capture/base64.ts'

describe('base64 of a picture', () => {
  it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])(
    'of %i bytes is what Node makes of them',
    async (size) => {
      const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7919) >> 3)
      expect(await toBase64(bytes).text()).toBe(Buffer.from(bytes).toString('base64'))
    },
  )
})

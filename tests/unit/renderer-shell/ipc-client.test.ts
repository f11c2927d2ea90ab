import { describe, expect, it } from 'vitest'
import { createIpcClient } from '../../../src/renderer/client/ipc-client.ts'

describe('the IPC client', () => {
  it('hands over plain texts: a Blob does not pass the bridge', async () => {
    const seen: unknown[] = []
    const client = createIpcClient({
      invoke: async (channel, input) => {
        seen.push(channel, input)
        return { ok: true, value: null }
      },
      on: () => () => undefined,
    })
    const form = { step: 'nik', values: { nikBenar: true }, advance: true } as const
    await client.call('visit.saveStep', form)
    await client.call('visit.readKtp', { further: [new Blob(['QQ==']), 'Qg=='] })
    expect(seen).toEqual(['visit.saveStep', form, 'visit.readKtp', { further: ['QQ==', 'Qg=='] }])
  })

  it('answers with a reference when the bridge breaks', async () => {
    const broken = createIpcClient({
      invoke: () => Promise.reject(new Error('gone')),
      on: () => () => undefined,
    })
    const unexpected = { ok: false, error: { code: 'unexpected', ref: 'K-IPC' } }
    expect(await broken.call('visit.current', {})).toEqual(unexpected)
  })
})

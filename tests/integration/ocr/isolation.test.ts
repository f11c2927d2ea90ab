import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createKtpReader, type KtpReader } from '../../../src/main/services/ocr/index.ts'
import { findWorkerScript } from '../../../src/main/services/worker-script/index.ts'

const NOT_A_PICTURE = Buffer.from('bukan gambar')
const ANSWER = { kind: 'bad-picture', reason: 'undecodable' }

describe('the reader’s thread', () => {
  let reader: KtpReader | undefined
  afterEach(() => reader?.close())

  it('that dies costs one retry', async () => {
    reader = createKtpReader({ workers: 1, faultsForTest: ['crash'] })
    expect(await reader.read(NOT_A_PICTURE)).toEqual(ANSWER)
  })
  it('that dies twice is said to have failed, and the next picture gets a fresh one', async () => {
    reader = createKtpReader({ workers: 1, faultsForTest: ['crash', 'crash'] })
    expect(await reader.read(NOT_A_PICTURE)).toEqual({ kind: 'failed', reason: 'crash' })
    expect(await reader.read(NOT_A_PICTURE)).toEqual(ANSWER)
  })
  it('that spins for ever is ended in time and costs one retry', async () => {
    // Time enough for a fresh thread on a busy machine.
    reader = createKtpReader({ workers: 1, timeoutMs: 24_000, faultsForTest: ['hang'] })
    expect(await reader.read(NOT_A_PICTURE)).toEqual(ANSWER)
  }, 60_000)
  it('that spins twice is said to have run out of time', async () => {
    reader = createKtpReader({ workers: 1, timeoutMs: 1_000, faultsForTest: ['hang', 'hang'] })
    expect(await reader.read(NOT_A_PICTURE)).toEqual({ kind: 'failed', reason: 'timeout' })
  })
  it('whose script is missing is a failure, not an exception', async () => {
    reader = createKtpReader({ workerUrl: new URL('file:///nowhere/ocr-worker.js') })
    expect(await reader.read(NOT_A_PICTURE)).toEqual({ kind: 'failed', reason: 'crash' })
  })
  it('serves pictures in the order they came', async () => {
    const host = createKtpReader({ workers: 1 })
    reader = host
    const order: number[] = []
    await Promise.all([0, 1, 2].map((n) => host.read(NOT_A_PICTURE).then(() => order.push(n))))
    expect(order).toEqual([0, 1, 2])
  })
  it('answers “failed” once it is closed', async () => {
    reader = createKtpReader({ workers: 1 })
    await reader.close()
    expect(await reader.read(NOT_A_PICTURE)).toEqual({ kind: 'failed', reason: 'crash' })
  })
})

describe('the worker’s script', () => {
  it('is found beside the source, beside a bundle and one folder above a chunk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ocr-worker-'))
    try {
      await mkdir(join(folder, 'chunks'))
      await writeFile(join(folder, 'ocr-worker.js'), '')
      const worker = pathToFileURL(join(folder, 'ocr-worker.js')).href
      expect(findWorkerScript(pathToFileURL(join(folder, 'index.js')).href, 'ocr-worker').href).toBe(worker)
      expect(
        findWorkerScript(pathToFileURL(join(folder, 'chunks/ocr-AbC1.js')).href, 'ocr-worker').href,
      ).toBe(worker)
    } finally {
      await rm(folder, { recursive: true })
    }
    expect(findWorkerScript('file:///src/reader-host.ts', 'ocr-worker').pathname).toBe('/src/ocr-worker.ts')
  })
})

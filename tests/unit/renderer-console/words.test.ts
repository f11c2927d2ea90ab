import { beforeAll, describe, expect, it } from 'vitest'
import type { CourierImportView } from '#shared/contract/views.ts'
import type { CentralError } from '../../../src/main/services/central-api/index.ts'
import {
  choiceProblems,
  choicesOf,
  connectionInput,
  FIRST_CHOICES,
} from '../../../src/renderer/features/connection/connection-choices.ts'
import { TEST_FAILURES, testWords } from '../../../src/renderer/features/connection/test-words.ts'
import { exportWords, importWords } from '../../../src/renderer/features/courier/courier-words.ts'
import type { MessageKey, Translate } from '../../../src/renderer/i18n/index.ts'
import { loadLaterTexts, translate } from '../../../src/renderer/i18n/text.ts'

const t: Translate = (key, params) => translate('id', key, params)

beforeAll(loadLaterTexts)

describe('the courier in words', () => {
  const done = { kind: 'done', packets: 12, copied: 3, bytes: 4_650_000, unfit: 0, withdrawals: 0 } as const

  it('says what lies on the stick and that it keeps waiting', () => {
    const [word, ...more] = exportWords(t, 'id', done)
    expect(more).toEqual([])
    expect(word?.kind).toBe('ok')
    for (const part of ['12 pendaftaran', '4,7 MB', '3 baru', 'tetap antre'])
      expect(word?.text).toContain(part)
  })

  it('never lets damaged packets pass in silence', () => {
    const words = exportWords(t, 'id', { ...done, unfit: 2 })
    expect(words.map((word) => word.kind)).toEqual(['ok', 'error'])
    expect(words[1]?.text).toContain('2 pendaftaran')
  })

  it('says that what was called off travels too', () => {
    const words = exportWords(t, 'id', { ...done, withdrawals: 2 })
    expect(words.map((word) => word.kind)).toEqual(['ok', 'info'])
    expect(words[1]?.text).toContain('2 pembatalan')
  })

  it('says what to do with a stick that was pulled out, and calls nothing waiting no fault', () => {
    expect(exportWords(t, 'id', { kind: 'refused', reason: 'stick-lost' })[0]).toMatchObject({
      kind: 'error',
      text: expect.stringContaining('salin lagi'),
    })
    expect(exportWords(t, 'id', { kind: 'refused', reason: 'nothing-waiting' })[0]?.kind).toBe('info')
  })

  it('tells receipts that are believed from those that are not', () => {
    const back: CourierImportView = {
      kind: 'done',
      settled: 5,
      calledOff: 4,
      known: 1,
      invalid: 2,
      notTaken: 3,
    }
    const words = importWords(t, 'id', back)
    expect(words.map((word) => word.kind)).toEqual(['ok', 'ok', 'unsure', 'error'])
    expect(words[0]?.text).toContain('5 pendaftaran')
    expect(words[1]?.text).toContain('4 pendaftaran sekarang Dibatalkan')
    expect(words[2]?.text).toContain('3 belum diterima')
    expect(words[3]?.text).toContain('2 bukti')
    const none = importWords(t, 'id', { ...back, settled: 0, calledOff: 0, invalid: 0, notTaken: 0 })
    expect(none.map((word) => word.kind)).toEqual(['info'])
  })
})

describe('the test of the connection in words', () => {
  it('has words for every failure that the central client knows', () => {
    const keys: Record<CentralError['kind'] | 'wrong-mode', MessageKey> = TEST_FAILURES
    expect(new Set(Object.values(keys)).size).toBe(Object.keys(keys).length)
  })

  it('names the proxy that wants a password, and keeps the technical half apart', () => {
    const proxy = testWords(t, 'id', { kind: 'failed', reason: 'offline', detail: 'proxy-authentication' })
    expect(proxy.text).toContain('sandi')
    const dead = testWords(t, 'id', { kind: 'failed', reason: 'offline', detail: 'ECONNREFUSED' })
    expect(dead.text.split('\n')[1]).toBe('Untuk bagian TI: ECONNREFUSED')
    expect(testWords(t, 'id', { kind: 'failed', reason: 'toString', detail: '' }).text).toBe(
      t('connection.other'),
    )
  })

  it('says so when the clocks differ, in either direction', () => {
    expect(testWords(t, 'id', { kind: 'reached', skewSeconds: 30 }).kind).toBe('ok')
    expect(testWords(t, 'id', { kind: 'reached', skewSeconds: -7200 })).toMatchObject({
      kind: 'unsure',
      text: expect.stringContaining('2 jam'),
    })
  })
})

describe('the choices of the connection', () => {
  it('begin as it is set, and keep the certificate', () => {
    const set = { proxy: { mode: 'manual', url: 'http://meja@p:3128/' }, ca: 'CN=Kantor' } as const
    expect(connectionInput(choicesOf(set))).toEqual({ proxy: set.proxy })
    expect(choicesOf({ proxy: { mode: 'system' }, ca: null })).toEqual(FIRST_CHOICES)
  })

  it('keeps the certificate unless told otherwise', () => {
    expect(connectionInput(FIRST_CHOICES)).toEqual({ proxy: { mode: 'system' } })
    expect(connectionInput({ ...FIRST_CHOICES, ca: 'none' })).toEqual({
      proxy: { mode: 'system' },
      caFile: null,
    })
  })

  it('asks for what a choice needs, and only for that', () => {
    const manual = { ...FIRST_CHOICES, proxy: 'manual', ca: 'file' } as const
    expect(choiceProblems(manual)).toEqual({ proxyUrl: true, caFile: true })
    expect(choiceProblems({ ...manual, proxyUrl: 'http://p:3128', caFile: '/k.pem' })).toEqual({
      proxyUrl: false,
      caFile: false,
    })
    expect(choiceProblems({ ...FIRST_CHOICES, proxyUrl: 'nonsense' }).proxyUrl).toBe(false)
  })
})

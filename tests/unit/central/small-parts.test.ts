import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { maskContact } from '#central/pages/code-page.ts'
import { inboxPage } from '#central/pages/inbox-page.ts'
import { parseInput } from '#central/parse-input.ts'
import { Problem } from '#central/problem.ts'
import { isEmailRegistered, isUsernameFree, verdictOn } from '#central/rules/verdict.ts'
import { codeMac, randomDigits, randomEnrolmentCode, sameDigest } from '#central/secrets.ts'
import { openDatabase } from '#central/store/database.ts'
import { makePayload } from '../../helpers/packet.ts'

/** Every byte value in turn. */
function counting() {
  let next = 0
  return (bytes: number) => Uint8Array.from({ length: bytes }, () => next++ % 256)
}

describe('codes', () => {
  test('use every digit equally: bytes beyond the last whole ten are drawn again', () => {
    const digits = randomDigits(counting(), 2_500)
    const counts = [...'0123456789'].map((digit) => digits.split(digit).length - 1)
    expect(new Set(counts)).toEqual(new Set([250]))
  })

  test('of enrolment hold no letters that are mistaken for digits', () => {
    expect(randomEnrolmentCode(counting())).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  })

  test('are stored as digests bound to what they were sent for', () => {
    const secret = Buffer.alloc(32, 1).toString('base64')
    const mac = codeMac(secret, 'a', '123456')
    expect(sameDigest(mac, codeMac(secret, 'a', '123456'))).toBe(true)
    for (const other of [
      codeMac(secret, 'b', '123456'),
      codeMac(secret, 'a', '123457'),
      codeMac(Buffer.alloc(32, 2).toString('base64'), 'a', '123456'),
      '',
    ]) {
      expect(sameDigest(mac, other)).toBe(false)
    }
  })
})

describe('faults of input', () => {
  const schema = z.strictObject({ 'a/b': z.object({ 'c~d': z.int() }), list: z.array(z.string()) })

  test('are pointed at as RFC 6901 says, and never repeat the value', () => {
    try {
      parseInput(schema, { 'a/b': { 'c~d': 'rahasia' }, list: ['x', 7] })
      expect.unreachable()
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause
      expect(cause.body()).toMatchObject({ status: 422, type: 'urn:lpse-central:problem:invalid-input' })
      expect(cause.body().errors?.map((fault) => fault.pointer)).toEqual(['#/a~1b/c~0d', '#/list/1'])
      expect(JSON.stringify(cause.body())).not.toContain('rahasia')
    }
  })
})

describe('demo rules (docs/demo.md)', () => {
  const verdict = (nik: string, change = {}) => verdictOn(makePayload({ values: { nik }, ...change }))

  test.each([
    ['6271014107900001', 'terverifikasi'],
    ['6271014107909999', 'ditolak'],
    ['6271014107909998', 'ditolak'],
    ['6271014107909997', 'ditolak'],
    ['9999014107900001', 'terverifikasi'],
  ])('NIK %s → %s', (nik, state) => {
    expect(verdict(nik).state).toBe(state)
  })

  test('without a NIK nothing is refused for it', () => {
    expect(verdictOn(makePayload({ values: {} })).state).toBe('terverifikasi')
  })

  test('accounts and usernames', () => {
    expect(
      ['sudah.ada@x.id', ' Sudah.Ada@gmail.com', 'belum.ada@x.id', 'x@sudah.ada'].map(isEmailRegistered),
    ).toEqual([true, true, false, false])
    expect(['admin', ' LPSE ', 'admin2', 'budi'].map(isUsernameFree)).toEqual([false, false, true, true])
  })
})

describe('pages', () => {
  test.each([
    ['+6281234567890', '0812-****-7890'],
    ['budi@gmail.com', 'b***@gmail.com'],
  ])('%s is shown as %s', (contact, masked) => {
    expect(maskContact(contact)).toBe(masked)
  })

  test('whatever a message holds, it stays text', () => {
    const text = { id: '<script>alert(1)</script>', en: '" onload="x' }
    const html = inboxPage([
      { at: '2026-11-23T02:15:00.000Z', channel: 'email', to: '<b>@x', text, link: '"><i>' },
    ])
    expect(html).not.toMatch(/<script|<b>|<i>|onload="x/)
    expect(html).toContain('09.15')
  })
})

test('a database of a newer program is left alone', () => {
  const db = openDatabase(':memory:')
  expect(db.pragma('user_version', { simple: true })).toBeGreaterThan(0)
  const strict = db.prepare(
    'SELECT count(*) AS loose FROM pragma_table_list WHERE schema = ? AND type = ? AND strict = 0 AND name NOT LIKE ?',
  )
  expect(strict.get('main', 'table', 'sqlite_%')).toEqual({ loose: 0 })
  db.close()
})

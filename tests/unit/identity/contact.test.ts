import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typingDistance } from '#shared/domain/identity/email-domains.ts'
import {
  emailWarnings,
  formatPhone,
  maskEmail,
  maskPhone,
  parseEmail,
  parsePhone,
  parseUsername,
  proposeUsername,
} from '#shared/domain/identity/index.ts'

describe('parsePhone', () => {
  it.each([
    '081234567890',
    '0812-3456-7890',
    '0812 3456 7890',
    '0812.3456.7890',
    '+6281234567890',
    '+62 812-3456-7890',
    '6281234567890',
    '0062 812 3456 7890',
    '+62 (0)812 3456 7890',
    '(0812) 3456 7890',
    '０８１２３４５６７８９０',
    '\u202a+62 812‑3456‑7890\u202c',
  ])('reads %s', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: '+6281234567890' })
  })

  it.each([
    ['the shortest', '0812345678', true],
    ['one digit less', '081234567', false],
    ['the longest', '08123456789012', true],
    ['one digit more', '081234567890123', false],
  ])('%s number: %s', (_name, text, taken) => {
    expect(parsePhone(text).ok).toBe(taken)
  })

  it.each([
    '',
    '0215551234',
    '+60123456789',
    '+1 812 345 6789',
    '81234567890',
    '0812345678九0',
    '0812-3456-789O',
    '+62+81234567890',
    '00081234567890',
    '🙂081234567890',
    '\u202e081234567890',
    '٠٨١٢٣٤٥٦٧٨٩٠',
  ])('refuses %s', (text) => {
    expect(parsePhone(text)).toEqual({ ok: false, error: { code: 'phone.format' } })
  })

  it('comes back from every notation', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^8[0-9]{8,12}$/),
        fc.constantFrom('0', '62', '+62', '0062', '+62 (0)'),
        (rest, prefix) => {
          const parsed = parsePhone(`${prefix}${rest}`)
          expect(parsed).toEqual({ ok: true, value: `+62${rest}` })
          expect(parsePhone(formatPhone(`+62${rest}`))).toEqual(parsed)
        },
      ),
    )
  })

  it('formats and masks; at least four digits stay hidden', () => {
    expect(formatPhone('+6281234567890')).toBe('0812-3456-7890')
    expect(maskPhone('+6281234567890')).toBe('0812-****-7890')
    expect(maskPhone('+62812345678')).toBe('0812-****-78')
    expect(maskPhone('not a number')).toBe('****')
    expect(formatPhone('112')).toBe('112')
  })
})

describe('parseEmail', () => {
  it.each([
    ['Nama.Contoh@Gmail.com', 'nama.contoh@gmail.com'],
    ['  nama@yahoo.co.id\n', 'nama@yahoo.co.id'],
    ['ｎａｍａ＠ｇｍａｉｌ．ｃｏｍ', 'nama@gmail.com'],
    ['nama\u200b@gmail.com', 'nama@gmail.com'],
    ['na\ufeffma@gmail.com', 'nama@gmail.com'],
    ["o'neil+lpse@mail.kalteng.go.id", "o'neil+lpse@mail.kalteng.go.id"],
  ])('reads %s', (text, value) => {
    expect(parseEmail(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'email.format'],
    ['nama', 'email.format'],
    ['@gmail.com', 'email.format'],
    ['nama@', 'email.format'],
    ['nama@gmail', 'email.format'],
    ['nama@gmail.', 'email.format'],
    ['nama@gmail..com', 'email.format'],
    ['nama@.com', 'email.format'],
    ['nama@-gmail.com', 'email.format'],
    ['nama@gmail.c', 'email.format'],
    ['nama@192.168.1.1', 'email.format'],
    ['.nama@gmail.com', 'email.format'],
    ['na..ma@gmail.com', 'email.format'],
    ['nama.@gmail.com', 'email.format'],
    ['na@ma@gmail.com', 'email.format'],
    ['nama,contoh@gmail.com', 'email.format'],
    ['<nama@gmail.com>', 'email.format'],
    ['nama😀@gmail.com', 'email.format'],
    ['nаma@gmail.com', 'email.format'],
    ['nama@gmail\u202e.com', 'email.format'],
    ['nama contoh@gmail.com', 'email.space'],
    ['nama@ gmail.com', 'email.space'],
  ])('refuses %s', (text, code) => {
    expect(parseEmail(text)).toEqual({ ok: false, error: { code } })
  })

  it('refuses what is longer than RFC 5321 allows', () => {
    const refused = { ok: false, error: { code: 'email.format' } }
    const domain = `${'a.'.repeat(92)}com`
    expect(parseEmail(`${'n'.repeat(64)}@gmail.com`).ok).toBe(true)
    expect(parseEmail(`${'n'.repeat(65)}@gmail.com`)).toEqual(refused)
    expect(parseEmail(`${'n'.repeat(64)}@a${domain}`).ok).toBe(true)
    expect(parseEmail(`${'n'.repeat(64)}@aaaa${domain}`)).toEqual(refused)
  })

  it('takes ordinary addresses and is stable', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9]{1,20}([._-][A-Za-z0-9]{1,20})?$/),
        fc.domain(),
        (local, domain) => {
          const parsed = parseEmail(`${local}@${domain}`)
          expect(parsed).toEqual({ ok: true, value: `${local}@${domain}`.toLowerCase() })
          if (parsed.ok) expect(parseEmail(parsed.value)).toEqual(parsed)
        },
      ),
    )
  })
})

describe('emailWarnings', () => {
  it.each([
    'gmail.com',
    'yahoo.com',
    'yahoo.co.id',
    'ymail.com',
    'outlook.com',
    'icloud.com',
    'proton.me',
    'live.com',
  ])('says nothing about %s', (domain) => {
    expect(emailWarnings(`nama@${domain}`)).toEqual([])
  })

  it.each([
    'kalteng.go.id',
    'lkpp.go.id',
    'gmail.go.id',
    'yahoo.go.id',
    'mail.go.id',
    'tni.mil.id',
    'tniad.mil.id',
    'polri.go.id',
    'sukamaju.desa.id',
    'ugm.ac.id',
    'ptmaju.co.id',
    'company.com',
  ])('takes %s for an office', (domain) => {
    expect(emailWarnings(`nama@${domain}`)).toEqual([{ code: 'email.office', params: { domain } }])
  })

  it.each([
    ['gmial.com', 'gmail.com'],
    ['mail.com', 'gmail.com'],
    ['email.com', 'gmail.com'],
    ['gmai.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.cm', 'gmail.com'],
    ['gmail.id', 'gmail.com'],
    ['gmail.co.id', 'gmail.com'],
    ['gmail.com.id', 'gmail.com'],
    ['gmial.co.id', 'gmail.com'],
    ['yaho.com', 'yahoo.com'],
    ['yahooo.co.id', 'yahoo.co.id'],
    ['yahoo.coid.id', 'yahoo.co.id'],
    ['yhoo.com', 'yahoo.com'],
    ['hotmial.com', 'hotmail.com'],
    ['outlok.com', 'outlook.com'],
    ['iclod.com', 'icloud.com'],
  ])('asks whether %s was meant as %s', (typed, domain) => {
    expect(emailWarnings(`nama@${typed}`)).toEqual([
      { code: 'email.typo', params: { domain, suggestion: `nama@${domain}` } },
    ])
  })

  it('catches any single wrong, missing, doubled or swapped character in the name of gmail.com', () => {
    for (let at = 0; at < 'gmail'.length; at += 1) {
      const name = 'gmail'
      const wrong = [
        name.slice(0, at) + name.slice(at + 1),
        name.slice(0, at) + name[at] + name.slice(at),
        `${name.slice(0, at)}q${name.slice(at + 1)}`,
        name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2),
      ].filter((typed) => typed !== name)
      for (const typed of wrong) {
        expect(emailWarnings(`a@${typed}.com`)[0], typed).toMatchObject({ params: { domain: 'gmail.com' } })
      }
    }
  })

  it('counts each slip once', () => {
    expect(typingDistance('gmail', 'gmail')).toBe(0)
    expect(typingDistance('gmial', 'gmail')).toBe(1)
    expect(typingDistance('', 'abc')).toBe(3)
    expect(typingDistance('abc', '')).toBe(3)
    expect(typingDistance('kitten', 'sitting')).toBe(3)
  })

  it('masks', () => {
    expect(maskEmail('budi@gmail.com')).toBe('b***@gmail.com')
    expect(maskEmail('budi')).toBe('***')
  })
})

describe('parseUsername', () => {
  it.each([
    ['budi', 'budi'],
    ['Budi.Santoso_1', 'budi.santoso_1'],
    ['a'.repeat(30), 'a'.repeat(30)],
  ])('reads %s', (text, value) => {
    expect(parseUsername(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['bud', { code: 'username.length', params: { n: 3 } }],
    ['a'.repeat(31), { code: 'username.length', params: { n: 31 } }],
    ['', { code: 'username.format' }],
    ['1budi', { code: 'username.format' }],
    ['.budi', { code: 'username.format' }],
    ['budi santoso', { code: 'username.format' }],
    ['budi-santoso', { code: 'username.format' }],
    ['búdi', { code: 'username.format' }],
    ['budi😀', { code: 'username.format' }],
  ])('refuses %s', (text, error) => {
    expect(parseUsername(text)).toEqual({ ok: false, error })
  })
})

describe('proposeUsername', () => {
  it.each([
    ['BUDI SANTOSO', 'budi.santoso'],
    ['Drs. H. BUDI SANTOSO, M.Si.', 'budi.santoso'],
    ["NUR'AINI", 'nuraini'],
    ['Hj. SUMIATI', 'sumiati'],
    ['SRI', 'sri01'],
    ['Y', 'y001'],
    ['José Núñez', 'jose.nunez'],
    ['MUHAMMAD ABDURRAHMAN WICAKSONO PUTRA', 'muhammad.abdurrahman.wicaksono'],
    ['H.', 'h001'],
    ['', 'pengguna'],
    ['王小明', 'pengguna'],
  ])('%s → %s', (name, username) => {
    expect(proposeUsername(name)).toBe(username)
  })

  it('always proposes one that is taken as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.stringMatching(/^[A-Za-z .,'/-]{0,120}$/)),
        (name) => {
          const username = proposeUsername(name)
          expect(parseUsername(username)).toEqual({ ok: true, value: username })
        },
      ),
      { numRuns: 500 },
    )
  })
})

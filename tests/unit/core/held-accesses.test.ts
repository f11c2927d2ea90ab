import { describe, expect, it } from 'vitest'
import { HeldAccess, isChoosable, namedAccess, valuesOfAccess } from '#shared/domain/services/index.ts'

const ACCESS = {
  id: 'a1',
  perwakilan: 'pemda',
  peran: 'bendahara',
  jenisBendahara: 'up',
  instansi: { code: '62.08', name: 'Pemerintah Kabupaten Sukamara' },
  satuanKerja: { code: '62.08-03', name: 'Inspektorat Kabupaten Sukamara' },
  akhirBerlaku: '2026-12-31',
  state: 'aktif',
}
const held = HeldAccess.parse(ACCESS)

describe('an access that the central tells', () => {
  it.each<[string, object]>([
    ['a treasurer without a kind', { jenisBendahara: undefined }],
    ['a kind that its office does not have', { jenisBendahara: 'pengeluaran' }],
    ['a kind of treasurer for somebody else', { peran: 'ppk' }],
    ['a role that the form does not know', { peran: 'root' }],
    ['a code that the form cannot keep', { instansi: { code: '62] x', name: 'X' } }],
    ['a name without an end', { satuanKerja: { code: '1', name: 'x'.repeat(151) } }],
    ['an empty name', { satuanKerja: { code: '1', name: '' } }],
    ['a position of spaces', { jabatan: '   ' }],
    ['a day that there is not', { akhirBerlaku: '2026-02-30' }],
    ['another state', { state: 'mungkin' }],
  ])('is not taken with %s', (_name, change) => {
    expect(HeldAccess.safeParse({ ...ACCESS, ...change }).success).toBe(false)
  })

  it('is named by its code, or by a typed name in whatever letters', () => {
    const values = valuesOfAccess(held)
    const named = (change: object) => namedAccess('reaktivasi-akses', [held], { ...values, ...change })?.id
    expect(named({})).toBe('a1')
    expect(named({ instansi: '[62.08] Kabupaten Sukamara, ditulis lain' })).toBe('a1')
    expect(named({ satuanKerja: ' inspektorat kabupaten SUKAMARA ' })).toBe('a1')
    for (const other of [
      { perwakilan: 'klpd' },
      { peran: 'ppk' },
      { jenisBendahara: 'ls' },
      { instansi: '[62.07] Pemerintah Kabupaten Sukamara' },
      { satuanKerja: 'Inspektorat' },
      { satuanKerja: undefined },
    ])
      expect(named(other), JSON.stringify(other)).toBeUndefined()
  })

  it('can be ended while it lives, and taken up again at any time', () => {
    const ended = { ...held, state: 'berakhir' } as const
    expect(isChoosable('nonaktif-akses', held)).toBe(true)
    expect(isChoosable('nonaktif-akses', ended)).toBe(false)
    expect(isChoosable('reaktivasi-akses', ended)).toBe(true)
    expect(namedAccess('nonaktif-akses', [ended], valuesOfAccess(ended))).toBeUndefined()
  })
})

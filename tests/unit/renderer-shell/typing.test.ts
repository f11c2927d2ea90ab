import { describe, expect, it } from 'vitest'
import { groupDigits, placeAfter } from '../../../src/renderer/ui/grouped-digits.ts'
import { LAYOUTS, layoutFor } from '../../../src/renderer/ui/keyboard/layouts.ts'
import { deleteBack, insert } from '../../../src/renderer/ui/keyboard/typing.ts'

const at = (value: string, from = value.length, to = from) => ({ value, from, to })

describe('insert', () => {
  it('types where the caret stands and over a selection', () => {
    expect(insert(at('ac', 1), 'b')).toEqual(at('abc', 2))
    expect(insert(at('abc', 0, 3), 'x')).toEqual(at('x'))
  })

  it('refuses what would be too long', () => {
    expect(insert(at('17'), '9', 2)).toEqual(at('17'))
  })

  it('puts a whole domain in the place of another', () => {
    expect(insert(at('siti@yaho'), '@gmail.com').value).toBe('siti@gmail.com')
    expect(insert(at('siti'), '@gmail.com').value).toBe('siti@gmail.com')
  })
})

describe('deleteBack', () => {
  it('takes the character before the caret, the selection, or nothing', () => {
    expect(deleteBack(at('abc', 2))).toEqual(at('ac', 1))
    expect(deleteBack(at('abc', 1, 3))).toEqual(at('a', 1))
    expect(deleteBack(at('abc', 0))).toEqual(at('abc', 0))
  })
})

describe('groupDigits (interface specification §4)', () => {
  const NIK = [4, 4, 4, 4]
  it.each([
    ['', ''],
    ['6271', '6271'],
    ['62710', '6271 0'],
    ['6271015708900001', '6271 0157 0890 0001'],
    ['6271 015708900001', '6271 0157 0890 0001'],
    ['62710157089000012', '6271 0157 0890 00012'],
    ['6271O157', '6271O157'],
    ['6271-0157', '6271-0157'],
  ])('%s is shown as %s', (typed, shown) => {
    expect(groupDigits(typed, NIK)).toBe(shown)
  })

  it('knows the groups of a NIP', () => {
    expect(groupDigits('196708171990031001', [8, 6, 1, 3])).toBe('19670817 199003 1 001')
  })

  it('keeps the caret behind the digit that was typed', () => {
    expect(placeAfter('6271 0157', 0)).toBe(0)
    expect(placeAfter('6271 0157', 4)).toBe(4)
    expect(placeAfter('6271 0157', 5)).toBe(6)
    expect(placeAfter('6271', 9)).toBe(4)
  })
})

describe('layouts', () => {
  it('fits what a field takes', () => {
    expect(['numeric', 'tel', 'email', 'text', undefined].map(layoutFor)).toEqual([
      'digits',
      'phone',
      'email',
      'letters',
      'letters',
    ])
  })

  it('has every letter and digit once, and 1-2-3 on top', () => {
    for (const name of ['letters', 'email'] as const) {
      const texts = LAYOUTS[name].flat().map((key) => ('text' in key ? key.text : ''))
      for (const each of 'abcdefghijklmnopqrstuvwxyz0123456789')
        expect(texts.filter((text) => text === each)).toEqual([each])
    }
    expect(LAYOUTS.digits[0]).toEqual([{ text: '1' }, { text: '2' }, { text: '3' }])
  })
})

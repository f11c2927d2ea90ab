import { describe, expect, it } from 'vitest'
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

import { describe, expect, it } from 'vitest'
import { editDistance, findClosest, similarity } from '#shared/domain/ktp/closest.ts'

describe('edit distance', () => {
  it.each([
    ['', '', 0],
    ['KAWIN', 'KAWIN', 0],
    ['KAWIN', 'KAWN', 1],
    ['ISLAM', '1SLAM', 1],
    ['BELUM KAWIN', 'KAWIN', 6],
    ['', 'WNI', 3],
  ])('%s → %s: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })

  it('measures likeness against the longer text', () => {
    expect(similarity('NAMA', 'NAMA')).toBe(1)
    expect(similarity('NAMA', 'NXXA')).toBe(0.5)
    expect(similarity('', '')).toBe(1)
  })
})

describe('closest entry', () => {
  const list = ['KAWIN', 'BELUM KAWIN', 'CERAI HIDUP', 'CERAI MATI']

  it('finds the entry, its distance and how far the next one is', () => {
    expect(findClosest('CERAI M4TI', list)).toEqual({
      value: 'CERAI MATI',
      distance: 1,
      margin: 4,
      second: 'CERAI HIDUP',
    })
  })

  it('says when two entries are equally near', () => {
    expect(findClosest('A', ['B', 'O'])?.margin).toBe(0)
  })

  it('has no answer for an empty list', () => {
    expect(findClosest('KAWIN', [])).toBeUndefined()
  })
})

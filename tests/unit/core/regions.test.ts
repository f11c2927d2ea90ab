import { expect, it } from 'vitest'
import { createRegionLookup } from '../../../src/main/services/regions/index.ts'

it('knows the districts of today and no others', () => {
  const known = createRegionLookup()
  // Pahandut, Palangka Raya; Gambir, Jakarta Pusat.
  expect(['627101', '317101'].map(known)).toEqual([true, true])
  expect(['000000', '999999', '62710', '6271011', '', 'abcdef'].map(known)).toEqual(Array(6).fill(false))
})

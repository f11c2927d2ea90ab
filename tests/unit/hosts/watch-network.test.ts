import { expect, it } from 'vitest'
import { watchNetwork } from '../../../src/main/hosts/watch-network.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

it('tells a new address, and neither one that stays nor one that goes', async () => {
  let addresses = ['192.0.2.7']
  let looks = 0
  let told = 0
  const list = () => {
    looks += 1
    return addresses
  }
  const looked = async () => {
    const before = looks
    await waitUntil('two looks', async () => looks >= before + 2)
  }
  const stop = watchNetwork(() => (told += 1), list, 5)
  await looked()
  addresses = []
  await looked()
  expect(told).toBe(0)
  addresses = ['192.0.2.7', '2001:db8::7']
  await looked()
  expect(told).toBe(1)
  stop()
  addresses = ['198.51.100.1']
  const after = looks
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect([looks, told]).toEqual([after, 1])
})

import { expect, test } from 'vitest'
import { environmentProxy } from '../../../src/main/services/central-api/index.ts'

const FAR = 'https://central.example.go.id/v1'

test.each([
  [FAR, {}, undefined],
  [FAR, { HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128'],
  [FAR, { https_proxy: 'http://small:1', HTTPS_PROXY: 'http://large:1' }, 'http://small:1'],
  [FAR, { HTTP_PROXY: 'http://proxy:3128' }, undefined],
  [FAR, { ALL_PROXY: 'proxy:3128' }, 'http://proxy:3128'],
  [FAR, { HTTPS_PROXY: 'socks5://proxy:1080' }, undefined],
  [FAR, { HTTPS_PROXY: 'http://p:1', NO_PROXY: '.go.id' }, undefined],
  [FAR, { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'o.id, other.id' }, 'http://p:1'],
  [FAR, { HTTPS_PROXY: 'http://p:1', no_proxy: '*' }, undefined],
  [FAR, { HTTPS_PROXY: '' }, undefined],
  ['http://127.0.0.1:8080', { HTTP_PROXY: 'http://p:1' }, undefined],
  ['https://localhost:8080', { ALL_PROXY: 'http://p:1' }, undefined],
  ['no address', { ALL_PROXY: 'http://p:1' }, undefined],
])('%s with %j: %s', (address, env, expected) => {
  expect(environmentProxy(address, env)).toBe(expected)
})

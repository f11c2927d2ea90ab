import { describe, expect, it } from 'vitest'
import { proxyOfAnswer } from '../../../src/main/electron/proxy-answer.ts'

describe('what Electron says of the computer’s proxy', () => {
  it.each([
    ['DIRECT', undefined],
    ['PROXY proksi.kantor.go.id:3128', 'http://proksi.kantor.go.id:3128'],
    ['PROXY a:1; PROXY b:2; DIRECT', 'http://a:1'],
    ['HTTPS aman:443', 'https://aman:443'],
    ['proxy a:1', 'http://a:1'],
    // A SOCKS proxy cannot be used: the next one is, or none.
    ['SOCKS5 kaus:1080; PROXY a:1', 'http://a:1'],
    ['SOCKS kaus:1080', undefined],
    ['DIRECT; PROXY a:1', undefined],
    ['', undefined],
    ['PROXY', undefined],
    ['PROXY ::::', undefined],
  ])('%s', (answer, proxy) => {
    expect(proxyOfAnswer(answer)).toBe(proxy)
  })
})

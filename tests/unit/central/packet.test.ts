import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPacket, UnreadablePacket } from '#central/packet/open-packet.ts'
import { fakeJpeg, makeArchive, makePacket, makePayload, seal } from '../../helpers/packet.ts'

const directory = mkdtempSync(join(tmpdir(), 'kiosk-open-'))
const file = join(directory, 'packet.age')
let identity: string
let recipient: string

beforeAll(async () => {
  identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
})
afterAll(() => rmSync(directory, { recursive: true }))

const payload = makePayload()
const jpeg = fakeJpeg(500)
const photo = {
  purpose: 'swafoto' as const,
  file: 'swafoto.jpg',
  sha256: createHash('sha256').update(jpeg).digest('hex'),
  bytes: 500,
  width: 10,
  height: 10,
  takenAt: '2026-11-23T02:10:00Z',
}
const json = (change: object = {}) => ({
  name: 'submission.json',
  data: JSON.stringify({ ...payload, ...change }),
})
const picture = (data: Uint8Array = jpeg, name = 'swafoto.jpg') => ({ name, data })

async function open(archive: Uint8Array) {
  writeFileSync(file, await seal(archive, [recipient]))
  return openPacket(file, [identity], payload.id)
}

test('a good packet gives its payload and its pictures, byte for byte', async () => {
  const opened = await open(await makeArchive([json({ photos: [photo] }), picture()]))
  expect(opened.payload).toEqual({ ...payload, photos: [photo] })
  expect([...opened.photos.keys()]).toEqual(['swafoto.jpg'])
  expect(Buffer.from(opened.photos.get('swafoto.jpg') ?? []).equals(jpeg)).toBe(true)
})

test('a packet for several recipients can be opened by each', async () => {
  const other = await identityToRecipient(await generateX25519Identity())
  const packet = await makePacket([other, recipient], payload)
  expect((await openPacket(packet.path, [identity], payload.id)).photos.size).toBe(2)
})

describe('is not opened:', () => {
  test.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ['nothing inside', async () => new Uint8Array(0), /no submission.json/],
    ['noise inside', async () => new Uint8Array(1_024).fill(65), /damaged/],
    ['half an archive', async () => (await makeArchive([json(), picture()])).slice(0, 700), /damaged/],
    ['no payload', () => makeArchive([picture()]), /no submission.json/],
    ['a payload that is not JSON', () => makeArchive([{ name: 'submission.json', data: '{' }]), /not JSON/],
    [
      'bytes that are no text',
      () => makeArchive([{ name: 'submission.json', data: new Uint8Array([0xff]) }]),
      /not JSON/,
    ],
    [
      'another submission’s payload',
      () => makeArchive([json({ id: makePayload().id })]),
      /another submission/,
    ],
    ['a payload of another schema', () => makeArchive([json({ schema: 2 })]), /schema/],
    ['a listed picture missing', () => makeArchive([json({ photos: [photo] })]), /missing/],
    ['a picture that is not listed', () => makeArchive([json(), picture()]), /does not list/],
    [
      'another picture in its place',
      () => makeArchive([json({ photos: [photo] }), picture(fakeJpeg(500, 9))]),
      /not the one/,
    ],
    [
      'a picture that is no JPEG',
      async () => {
        const data = new Uint8Array(500)
        const sha256 = createHash('sha256').update(data).digest('hex')
        return makeArchive([json({ photos: [{ ...photo, sha256 }] }), picture(data)])
      },
      /no JPEG/,
    ],
    [
      'a name that leaves the directory',
      () => makeArchive([json(), picture(jpeg, '../swafoto.jpg')]),
      /unexpected name/,
    ],
    ['an absolute name', () => makeArchive([json(), picture(jpeg, '/tmp/swafoto.jpg')]), /unexpected name/],
    ['the same name twice', () => makeArchive([json(), json()]), /too many/],
    [
      'too many files',
      () => makeArchive([json(), ...Array.from({ length: 30 }, (_, n) => picture(jpeg, `p-${n}.jpg`))]),
      /too many/,
    ],
    ['a payload that is too large', () => makeArchive([json({ service: 'x'.repeat(300_000) })]), /too large/],
    [
      'a symbolic link',
      async () => {
        const archive = pack()
        archive.entry({ name: 'swafoto.jpg', type: 'symlink', linkname: '/etc/passwd' })
        archive.finalize()
        return new Uint8Array(await buffer(archive))
      },
      /not a file/,
    ],
  ])('%s', async (_name, make, message) => {
    const failure = await open(await make()).catch((cause: unknown) => cause)
    expect(failure).toBeInstanceOf(UnreadablePacket)
    expect(String(failure)).toMatch(message)
  })

  test('a packet sealed to somebody else, or changed by one bit', async () => {
    const stranger = await identityToRecipient(await generateX25519Identity())
    writeFileSync(file, await seal(await makeArchive([json()]), [stranger]))
    await expect(openPacket(file, [identity], payload.id)).rejects.toThrow(UnreadablePacket)
    const sealed = await seal(await makeArchive([json()]), [recipient])
    sealed[sealed.length - 20] = (sealed.at(-20) ?? 0) ^ 1
    writeFileSync(file, sealed)
    await expect(openPacket(file, [identity], payload.id)).rejects.toThrow(UnreadablePacket)
  })

  test('what is said about it names no person', async () => {
    const failure = await open(await makeArchive([json({ reference: 'CONTOH SATU' })])).catch(String)
    expect(failure).toContain('reference')
    expect(failure).not.toContain('CONTOH')
  })
})

test('a fault of the disk is not blamed on the packet', async () => {
  await expect(openPacket(join(directory, 'none'), [identity], payload.id)).rejects.toThrow(/ENOENT/)
})

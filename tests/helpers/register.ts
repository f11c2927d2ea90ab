import { readFileSync } from 'node:fs'
import type { CallInput, CallOutput } from '#shared/contract/contract.ts'
import type { Call } from './kiosk.ts'
import { noisePixels, plainPixels, webcamJpeg } from './pictures.ts'

/** A synthetic person; district 62.71.01 exists, the number does not. */
export type TestPerson = {
  readonly nik: string
  readonly nama: string
  readonly email: string
  readonly hp: string
}

/** The n-th synthetic person, born 17 August 1990. */
export const testPerson = (n: number): TestPerson => ({
  nik: `627101170890${String(n).padStart(4, '0')}`,
  nama: `CONTOH NAMA ${String.fromCharCode(65 + (n % 26))}`,
  email: `contoh.nama${n}@gmail.com`,
  hp: `0812-3456-${String(1000 + n)}`,
})

const PORTRAIT = new URL('../fixtures/faces/stock-emotions-a-3.jpg', import.meta.url)

/** A small picture that is no card: these visits type their data. */
export const plainPicture = async (): Promise<string> =>
  Buffer.from(await webcamJpeg(plainPixels(640, 480, '#8899aa'))).toString('base64')

/** A picture whose bytes are like those of no other. */
export const noisyPicture = async (): Promise<string> =>
  Buffer.from(await webcamJpeg(noisePixels(160, 120))).toString('base64')

/** The test portrait as the camera would give it. */
export const portrait = (): string => readFileSync(PORTRAIT).toString('base64')

type Values = CallInput<'visit.saveStep'>['values']
const save = (call: Call, step: string, values: Values) =>
  call('visit.saveStep', { step, values, advance: true })

/**
 * What a test does otherwise.
 * @property frame the KTP photo, JPEG in base64
 * @property atContact what is done at the contact first
 * @property atCodes what is done at the codes instead
 */
type More = { frame?: string; atContact?: () => Promise<unknown>; atCodes?: () => Promise<unknown> }

/** Takes a visit from the start screen to the face photo, data typed by hand, codes deferred. */
export async function fillUntilFace(call: Call, person: TestPerson, more: More = {}): Promise<void> {
  await call('visit.start', { service: 'profil', language: 'id' })
  await save(call, 'siapa', { pemohon: 'asn' })
  await save(call, 'syarat', { dibawa: ['ktp', 'hp', 'email', 'nip-nrp', 'npwp'] })
  await save(call, 'persetujuan', { setujuData: true, setujuTandaTangan: true, caraSetuju: 'sendiri' })
  await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: more.frame ?? (await plainPicture()) })
  await save(call, 'foto-ktp', { ketikSendiri: true })
  await save(call, 'cocokkan', {
    nik: person.nik,
    nama: person.nama,
    tanggalLahir: '1990-08-17',
    jenisKelamin: 'LAKI-LAKI',
  })
  await save(call, 'nik', { nikBenar: true })
  await save(call, 'kepegawaian', { nip: '199008172015011001' })
  await more.atContact?.()
  await save(call, 'kontak', { email: person.email, hp: person.hp })
  if (more.atCodes) await more.atCodes()
  else await call('visit.deferCodes', {})
  await save(call, 'kode', {})
}

/** The same to the review. */
export async function fillVisit(call: Call, person: TestPerson, more: More = {}): Promise<void> {
  await fillUntilFace(call, person, more)
  await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
  await save(call, 'swafoto', { tanpaKacamataMasker: true })
  await save(call, 'tinjau', { sudahDitinjau: true })
}

/** A whole visit, submitted. */
export async function registerPerson(call: Call, person: TestPerson): Promise<CallOutput<'visit.submit'>> {
  await fillVisit(call, person)
  return call('visit.submit', {})
}

import { describe, expect, it } from 'vitest'
import {
  consentSummary,
  consentTexts,
  getForm,
  kindOfField,
  NO_DATUM,
} from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'

const KEEP = { verified: 1, rejected: 14, sent: 90 }
const SERVICES = [
  'akun',
  'profil',
  'akses-penyedia',
  'akses-non-penyedia',
  'nonaktif-akses',
  'reaktivasi-akses',
  'admin-wna',
  'admin-cabang',
]
const visit = (service: string, values: FormValues = {}) => ({
  service,
  formVersion: 1,
  values,
  keepDays: KEEP,
})
const dataOf = (service: string, values: FormValues = {}) => consentSummary(visit(service, values)).data.id

describe('the sentence of the consent', () => {
  it.each(SERVICES)('knows what every field of %s tells about a person', (service) => {
    const unknown = getForm(service).steps.flatMap((step) =>
      step.fields
        .filter((field) => !NO_DATUM.includes(field.id) && kindOfField(step, field) === undefined)
        .map((field) => field.id),
    )
    expect(unknown).toEqual([])
  })

  it('names a card and a face only where they are photographed', () => {
    expect(dataOf('akun')).toBe('nama dan tanggal lahir, e-mail, nomor HP, nama pengguna')
    expect(dataOf('akses-penyedia', { profil: 'sudah' })).toContain('foto KTP, isi KTP')
    expect(dataOf('akses-penyedia', { profil: 'sudah' })).not.toContain('foto wajah')
    expect(dataOf('akses-penyedia', { profil: 'belum' })).toContain('foto wajah')
    expect(dataOf('nonaktif-akses')).toContain('foto wajah')
  })

  it('names the number that this registrant has, and no other', () => {
    expect(dataOf('profil', { pemohon: 'asn' })).toBe(
      'status pemohon, foto KTP, isi KTP, NIP, NPWP bila ada, e-mail, nomor HP, nama pengguna, foto wajah',
    )
    expect(dataOf('profil', { pemohon: 'tni' })).toMatch(/NRP/)
    expect(dataOf('profil', { pemohon: 'tni' })).not.toMatch(/NIP/)
    expect(dataOf('profil', { pemohon: 'penyedia' })).not.toMatch(/NIP|NRP|NPWP/)
  })

  it('does not change with what is answered after it was agreed to', () => {
    const before = consentTexts(visit('akses-penyedia', { profil: 'sudah' }))
    const after = consentTexts(
      visit('akses-penyedia', { profil: 'sudah', statusPerusahaan: 'terdaftar', nama: 'BUDI', pkp: 'pkp' }),
    )
    expect(after).toEqual(before)
  })

  it('has a version of its own for every text that differs', () => {
    const ways = [
      ...SERVICES.map((service) => visit(service)),
      ...['asn', 'tni', 'polri', 'penyedia'].map((pemohon) => visit('profil', { pemohon })),
      ...['sudah', 'belum'].map((profil) => visit('akses-penyedia', { profil })),
      ...['sudah', 'belum'].map((profil) => visit('akses-non-penyedia', { profil, pemohon: 'asn' })),
    ]
    const texts = new Map(
      ways.flatMap(consentTexts).map((text) => [text.version, JSON.stringify(text)] as const),
    )
    for (const text of ways.flatMap(consentTexts)) expect(texts.get(text.version)).toBe(JSON.stringify(text))
  })

  it('names Privy and Dukcapil only with a new profile, OSS and the VAI only where they look', () => {
    const to = (service: string, values: FormValues = {}) => consentSummary(visit(service, values)).to.id
    expect(to('akun')).toBe('LKPP')
    expect(to('profil')).toBe('LKPP, Privy, Dukcapil')
    expect(to('akses-penyedia', { profil: 'sudah' })).toBe('LKPP, OSS (Cek NIB)')
    expect(to('akses-non-penyedia', { profil: 'belum' })).toMatch(/^LKPP, Privy, Dukcapil, verifikator/)
    expect(to('nonaktif-akses')).toBe('LKPP')
    expect(to('reaktivasi-akses')).toMatch(/VAI.*Telkom/)
  })

  it('promises no erased photos where none are taken', () => {
    expect(consentSummary(visit('akun')).kept.id).toMatch(/^salinan data dihapus 1 hari/)
    expect(consentSummary(visit('profil')).kept.en).toMatch(/^the copy of data and photos is erased 1 day /)
  })

  it('asks for the terms of INAPROC only where an account is made', () => {
    const tick = (service: string, values: FormValues = {}) =>
      consentTexts(visit(service, values))[0]?.tick.id
    expect(tick('akun')).toMatch(/Syarat & Ketentuan/)
    expect(tick('akses-penyedia', { profil: 'belum' })).toMatch(/Syarat & Ketentuan/)
    expect(tick('akses-penyedia', { profil: 'sudah' })).not.toMatch(/Syarat/)
    expect(tick('nonaktif-akses')).not.toMatch(/Syarat/)
  })

  it('tells who applies that the appointed person has to know', () => {
    const full = (service: string) => JSON.stringify(consentTexts(visit(service))[0]?.full)
    expect(full('admin-cabang')).toContain('Orang yang ditunjuk tahu')
    expect(full('admin-wna')).not.toContain('Orang yang ditunjuk')
  })
})

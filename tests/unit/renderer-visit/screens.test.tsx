import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { AppStatus, VisitSnapshot } from '#shared/contract/views.ts'
import { visibleSteps } from '#shared/domain/forms/index.ts'
import { getForm } from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import { createKiosk, KioskProvider } from '../../../src/renderer/app/state/index.ts'
import Visit from '../../../src/renderer/features/visit/index.ts'
import { LanguageProvider } from '../../../src/renderer/i18n/index.ts'
import { freshVisit, openShift, scriptedCore } from '../renderer-shell/fixtures.ts'

const form = getForm('profil')
const person = {
  pemohon: 'asn',
  nik: '1219104805770038',
  nama: 'SITI CONTOH',
  tanggalLahir: '1977-05-08',
  email: 'siti.contoh@gmail.com',
  hp: '+6281234567890',
  username: 'siti.contoh',
}

/** The page of one step, as text with its markup. */
function page(step: string, visit: Partial<VisitSnapshot> = {}, status: Partial<AppStatus> = {}): string {
  const values = visit.values ?? person
  const snapshot: VisitSnapshot = {
    ...freshVisit,
    step,
    furthest: step,
    steps: visibleSteps(visit.service ? getForm(visit.service) : form, values).map((each) => each.id),
    ...visit,
    values,
  }
  const kiosk = createKiosk(scriptedCore(), {
    status: { ...openShift, visit: 'open', ...status },
    visit: snapshot,
  })
  return renderToString(
    <KioskProvider kiosk={kiosk}>
      <LanguageProvider language={snapshot.language}>
        <Visit />
      </LanguageProvider>
    </KioskProvider>,
  )
}

const offline = { network: { ...openShift.network, online: false } }

describe('every step of the visit has its screen, in both languages', () => {
  it.each([
    ['siapa', 'Giliran Anda', 'Anda mendaftar sebagai apa?', 'Who are you registering as?'],
    ['syarat', 'Giliran petugas', 'Sudah dibawa semua?', 'Did you bring everything?'],
    ['persetujuan', 'Giliran Anda', 'Setuju data Anda dipakai?', 'May we use your data?'],
    ['foto-ktp', 'Giliran petugas', 'Letakkan KTP di bawah kamera', 'Put the KTP under the camera'],
    ['cocokkan', 'Giliran petugas', 'Cocokkan dengan KTP', 'Check against your KTP'],
    ['nik', 'Giliran Anda', 'Ini NIK Anda?', 'Is this your NIK?'],
    ['kepegawaian', 'Giliran petugas', 'Berapa NIP Anda?', 'What is your NIP?'],
    ['kontak', 'Giliran Anda', 'Ke mana hasilnya dikirim?', 'Where should we send the result?'],
    ['kode', 'Giliran Anda', 'Sudah benar?', 'Are these right?'],
    ['swafoto', 'Giliran Anda', 'Foto wajah (swafoto)', 'Face photo'],
    ['tinjau', 'Giliran Anda', 'Periksa sekali lagi', 'Check once more'],
  ])('%s', (step, turn, indonesian, english) => {
    const html = page(step)
    expect(html).toContain(indonesian)
    expect(html).toContain(turn)
    expect(html).toContain('Berhenti')
    expect(page(step, { language: 'en' })).toContain(english)
  })

  it('covers every step of the form', () => {
    for (const step of visibleSteps(form, person)) expect(() => page(step.id)).not.toThrow()
  })
})

describe('what a screen asks depends on the registrant', () => {
  it('asks TNI and POLRI for the NRP, and nobody of a Penyedia', () => {
    expect(page('kepegawaian', { values: { ...person, pemohon: 'tni' } })).toContain('Berapa NRP Anda?')
    expect(page('syarat', { values: { pemohon: 'penyedia' } })).not.toContain('NIP atau NRP')
    expect(page('syarat')).toContain('NIP atau NRP')
  })

  it('shows the two consents apart and unticked', () => {
    const html = page('persetujuan')
    expect(html.match(/type="checkbox"/g)).toHaveLength(3)
    expect(html).not.toContain('checked=""')
    expect(html).toContain('CONTOH')
  })
})

describe('S6', () => {
  const field = { confidence: 0.6, read: 'SITI CONTOH', alternatives: ['SITI C0NTOH'], box: null }
  const reading = { kind: 'read', fields: { nama: field } } as const

  it('marks what is unsure, offers the alternative and Benar, and folds the rest', () => {
    const html = page('cocokkan', { reading, unsure: ['nama'] })
    expect(html).toContain('1 data bertanda ?')
    expect(html).toContain('Periksa: kurang jelas')
    expect(html).toContain('SITI C0NTOH')
    expect(html).toContain('Nama: Benar')
    expect(html).not.toContain('Golongan darah')
  })

  it('shows a confirmed field as such', () => {
    const html = page('cocokkan', { reading, values: { ...person, sudahDicek: ['nama'] } })
    expect(html).not.toContain('Nama: Benar')
  })

  it('asks for typing when nothing was read', () => {
    expect(page('cocokkan', { values: { pemohon: 'asn' } })).toContain('Ketik sama seperti di KTP.')
  })
})

describe('contact and codes', () => {
  it('offers the meant domain as a button', () => {
    const html = page('kontak', { values: { ...person, email: 'siti@gmial.com' } })
    expect(html).toContain('Maksudnya gmail.com?')
    expect(html).toContain('Ya, gmail.com')
  })

  it('lets the petugas keep an office address', () => {
    expect(page('kontak', { values: { ...person, email: 'siti@dinkes.go.id' } })).toContain(
      'Petugas: tetap pakai',
    )
  })

  it('reads both contacts back whole before the code', () => {
    // An address may break before its @: that place is no part of what is read.
    const html = page('kode').replaceAll('<wbr/>', '')
    expect(html).toContain('0812-3456-7890')
    expect(html).toContain('siti.contoh@gmail.com')
    expect(html).toContain('Minta kode')
  })

  it('goes on without internet and says how', () => {
    const html = page('kode', {}, offline)
    expect(html).toContain('Lanjut, kode menyusul')
    expect(html).toContain('Tidak ada internet.')
    expect(html).not.toContain('Minta kode')
  })

  it('masks an accepted contact', () => {
    const html = page('kode', { checks: { 'phone-code': 'passed', 'email-code': 'passed' } })
    expect(html).toContain('0812-****-7890')
    expect(html).not.toContain('siti.contoh@gmail.com')
    expect(html).toContain('Kode diterima')
  })
})

describe('the review', () => {
  it('never shows the whole NIK, locks a verified contact, and names the way it is sent', () => {
    const html = page('tinjau', { checks: { 'email-code': 'passed' } })
    expect(html).not.toContain('1219104805770038')
    expect(html).toContain('1219 **** **** 0038')
    expect(html).toContain('Ubah lewat Pusat Bantuan')
    expect(html).toContain('Kirim pendaftaran')
    expect(html).toContain('Belum ada')
    expect(page('tinjau', {}, offline)).toContain('Simpan, kirim nanti')
  })

  it('sends a registration only where an account or a profile is made, a request otherwise', () => {
    const send = (service: string, values: FormValues = {}) =>
      /Kirim (pendaftaran|permohonan)/.exec(page('tinjau', { service, values }))?.[1]
    expect(send('akun')).toBe('pendaftaran')
    expect(send('akses-penyedia', { profil: 'belum' })).toBe('pendaftaran')
    expect(send('akses-penyedia', { profil: 'sudah' })).toBe('permohonan')
    for (const service of ['nonaktif-akses', 'reaktivasi-akses', 'admin-cabang'])
      expect(send(service), service).toBe('permohonan')
  })
})

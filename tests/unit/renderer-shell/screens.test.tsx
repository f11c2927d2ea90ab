import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { AppStatus } from '#shared/contract/views.ts'
import { STORE_PROBLEMS } from '#shared/domain/errors.ts'
import { FrameHost } from '../../../src/renderer/app/FrameHost.tsx'
import { chooseScreen } from '../../../src/renderer/app/Route.tsx'
import { createKiosk, KioskProvider, type ViewState } from '../../../src/renderer/app/state/index.ts'
import { ReceiptCard } from '../../../src/renderer/features/receipt/index.ts'
import { SignIn } from '../../../src/renderer/features/staff/index.ts'
import { Start } from '../../../src/renderer/features/start/index.ts'
import { TroubleScreen } from '../../../src/renderer/features/trouble/index.ts'
import { LanguageProvider } from '../../../src/renderer/i18n/index.ts'
import { translate } from '../../../src/renderer/i18n/text.ts'
import { Rail } from '../../../src/renderer/ui/index.ts'
import { freshVisit, openShift, savedReceipt, scriptedCore } from './fixtures.ts'

function show(screen: React.ReactNode, status: AppStatus, view: Partial<ViewState> = {}): string {
  const kiosk = createKiosk(scriptedCore(), { status, ...view })
  return renderToString(
    <KioskProvider kiosk={kiosk}>
      <LanguageProvider language={view.language ?? 'id'}>
        <FrameHost>{screen}</FrameHost>
      </LanguageProvider>
    </KioskProvider>,
  )
}

/** A text as React writes it into a page. */
const inHtml = (text: string): string => text.replaceAll("'", '&#x27;')

describe('S1', () => {
  it('offers both languages and the status check', () => {
    const html = show(<Start />, openShift)
    for (const words of [
      'Daftar akun INAPROC',
      'Mulai - Bahasa Indonesia',
      'Start - English',
      'Cek status',
      'Giliran Anda',
    ]) {
      expect(html).toContain(words)
    }
    expect(html).not.toContain('MODE DEMO')
  })

  it('says that it works without internet, only when there is none', () => {
    const offline = { ...openShift, network: { ...openShift.network, online: false } }
    expect(show(<Start />, offline)).toContain('Tanpa internet pun bisa mendaftar.')
    expect(show(<Start />, openShift)).not.toContain('Tanpa internet')
  })

  it('stops new visits with the reason and what to do', () => {
    const html = show(<Start />, { ...openShift, intake: { open: false, reason: 'disk-full' } })
    expect(html).toContain('Pendaftaran dihentikan sementara')
    expect(html).toContain('kosongkan ruang disk')
    expect(html).not.toContain('Start - English')
  })

  it('marks the demo and names its inbox', () => {
    const demo = { pin: '121212', inboxUrl: 'http://127.0.0.1:5000/demo' }
    const html = show(<Start />, { ...openShift, demo })
    expect(html).toContain('MODE DEMO')
    expect(html).toContain('http://127.0.0.1:5000/demo')
  })
})

describe('other screens', () => {
  it('shows the demo PIN at sign-in, and none outside the demo', () => {
    const demo = { pin: '121212', inboxUrl: 'http://127.0.0.1:5000/demo' }
    expect(show(<SignIn />, { ...openShift, staff: null, demo })).toContain('121212')
    expect(show(<SignIn />, { ...openShift, staff: null })).not.toContain('121212')
  })

  it('says what is wrong with the store and what the admin does', () => {
    const html = show(<TroubleScreen />, { ...openShift, problem: 'key-missing' })
    expect(html).toContain('Kunci kios tidak ditemukan.')
    expect(html).toContain('Jangan hapus folder data.')
    expect(html).toContain('English')
  })

  it.each(STORE_PROBLEMS)('says the problem %s, what to do and where, in both languages', (problem) => {
    const status = { ...openShift, problem, problemAt: '/var/lib/kios' }
    for (const language of ['id', 'en'] as const) {
      const html = show(<TroubleScreen />, status, { language })
      expect(html).toContain(inHtml(translate(language, `trouble.${problem}`)))
      expect(html).toContain(inHtml(translate(language, `trouble.${problem}.do`)))
      expect(html).toContain('/var/lib/kios')
      expect(html).toContain(language === 'id' ? 'English' : 'Bahasa Indonesia')
    }
  })

  it('shows a wrong clock with what the computer thinks, and the other language to read it in', () => {
    const status: AppStatus = { ...openShift, intake: { open: false, reason: 'clock' } }
    expect(show(<Start />, status)).toMatch(/Jam komputer salah.*Komputer ini mengira sekarang .*English/s)
    expect(show(<Start />, status, { language: 'en' })).toMatch(
      /This computer thinks it is .*Bahasa Indonesia/s,
    )
  })

  it('shows a receipt in the language of its reader', () => {
    const html = show(<ReceiptCard receipt={savedReceipt} />, openShift, { language: 'en' })
    expect(html).toContain('KT-7F3K-92QD')
    expect(html).toContain('Waiting')
    expect(html).toContain('Phone code')
    expect(html).toContain('Not proof of an active account')
  })

  it('ticks finished stations in words as well', () => {
    const html = show(
      <Rail stations={['data', 'ktp', 'kontak', 'kirim']} current="kontak" done={['data', 'ktp']} />,
      openShift,
    )
    expect(html.match(/selesai/g)).toHaveLength(2)
    expect(html).toContain('aria-current="step"')
  })
})

describe('which screen is shown', () => {
  const base = createKiosk(scriptedCore(), { status: openShift }).store.getState()
  const screen = (change: Partial<ViewState>) => chooseScreen({ ...base, ...change })

  it('lets trouble hide everything else', () => {
    const status: AppStatus = { ...openShift, problem: 'damaged', setUp: false, staff: null }
    expect(screen({ status, visit: freshVisit, receipt: savedReceipt })).toBe(TroubleScreen)
  })

  it('asks for the PIN before anything of a registrant', () => {
    const closed = { ...openShift, staff: null }
    expect(screen({ status: closed, visit: freshVisit })).toBe(SignIn)
    expect(screen({ status: closed, page: 'console' })).toBe(SignIn)
  })

  it('never shows a visit while the core says locked', () => {
    const visit = screen({ status: { ...openShift, visit: 'open' }, visit: freshVisit })
    const locked = screen({ status: { ...openShift, visit: 'locked' }, visit: freshVisit })
    expect(locked).not.toBe(visit)
    expect(locked).not.toBe(Start)
  })

  it('shows the start when there is nothing else', () => {
    expect(screen({})).toBe(Start)
  })
})

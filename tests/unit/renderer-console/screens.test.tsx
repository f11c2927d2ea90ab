import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { AppStatus } from '#shared/contract/views.ts'
import { FrameHost } from '../../../src/renderer/app/FrameHost.tsx'
import { createKiosk, KioskProvider } from '../../../src/renderer/app/state/index.ts'
import { Console } from '../../../src/renderer/features/console/index.ts'
import OfficePage from '../../../src/renderer/features/office/index.ts'
import { LanguageProvider } from '../../../src/renderer/i18n/index.ts'
import { openShift, scriptedCore } from '../renderer-shell/fixtures.ts'

function show(screen: React.ReactNode, status: AppStatus): string {
  return renderToString(
    <KioskProvider kiosk={createKiosk(scriptedCore(), { status })}>
      <LanguageProvider language="id">
        <FrameHost>{screen}</FrameHost>
      </LanguageProvider>
    </KioskProvider>,
  )
}

describe('the console', () => {
  it('is calm when nothing happened', () => {
    const html = show(<Console />, openShift)
    expect(html).not.toContain('data-tone')
    for (const words of ['Sudah saya baca', 'Pendaftaran baru berhenti', 'Kunci pemulihan']) {
      expect(html).not.toContain(words)
    }
  })

  it('turns amber with what to do, and visits go on', () => {
    const html = show(<Console />, {
      ...openShift,
      queue: { ...openShift.queue, waiting: 70, warning: 'count' },
    })
    expect(html).toContain('data-tone="amber"')
    expect(html).not.toContain('data-tone="red"')
    expect(html).toContain('Banyak yang belum terkirim')
  })

  it('says since when the centre is out of reach, why, and what to do', () => {
    const html = show(<Console />, {
      ...openShift,
      network: { ...openShift.network, online: false, cause: 'captive-portal' },
    })
    for (const words of ['Terputus', 'Pusat belum terhubung sejak', 'Pendaftaran tetap bisa'])
      expect(html).toContain(words)
  })

  it('says so when results do not come in although the centre answers, and how many cannot be read', () => {
    const html = show(<Console />, {
      ...openShift,
      network: { ...openShift.network, reports: { cause: 'forbidden', unread: 3 } },
    })
    for (const words of [
      'Hasil dari pusat belum masuk: pusat belum mengizinkan kios ini',
      'Hasil 3 pendaftaran',
    ])
      expect(html).toContain(words)
    expect(show(<Console />, openShift)).not.toContain('Hasil')
  })

  it('shows the day against the SOP, the clock, and the disk before it is full', () => {
    const html = show(<Console />, {
      ...openShift,
      today: { done: 12, medianMinutes: 21 },
      clock: { state: 'ok', skewSeconds: 600 },
      disk: { freeBytes: 3_400_000_000, state: 'low' },
    })
    for (const words of ['Selesai hari ini', '12', '21', 'SOP 18', 'beda 10 menit', '3 GB', 'tinggal 3 GB'])
      expect(html).toContain(words)
    expect(html.match(/data-tone="amber"/g)).toHaveLength(3)
  })

  it("turns red at the office's limit, with what to do, and does not warn as well", () => {
    const html = show(<Console />, {
      ...openShift,
      intake: { open: false, reason: 'limit' },
      queue: { ...openShift.queue, waiting: 79, unsent: 80, needsAttention: 1, limit: 80, warning: 'count' },
    })
    expect(html.match(/data-tone="red"/g)).toHaveLength(1)
    expect(html).toContain('80/80')
    expect(html).toContain('Batas kantor tercapai')
    expect(html).not.toContain('Banyak yang belum terkirim')
  })

  it('tells what happened at the start until somebody has read it', () => {
    const notice = { kind: 'database-restored', at: '2026-11-23T01:00:00.000Z', packets: 3 } as const
    const restored = show(<Console />, {
      ...openShift,
      notice: { ...notice, backupAt: '2026-11-22T20:00:00.000Z' },
    })
    for (const words of ['cadangan', '3 pendaftaran', 'Sudah saya baca']) expect(restored).toContain(words)
    const noBackup = show(<Console />, { ...openShift, notice: { ...notice, packets: 0, backupAt: null } })
    expect(noBackup).toContain('diganti dengan cadangan.')
    expect(noBackup).not.toContain('diantrekan lagi')
  })

  it('offers the office only to its admin, and the courier to everybody', () => {
    expect(show(<Console />, openShift)).not.toContain('Pengaturan kantor')
    const admin = { ...openShift, staff: { id: 'a', name: 'Admin Contoh', role: 'admin' } } as const
    expect(show(<Console />, admin)).toContain('Pengaturan kantor')
    expect(show(<Console />, openShift)).toContain('Kurir')
  })
})

describe('office settings', () => {
  it('says what is set, and offers no recovery key to a demo', () => {
    const real = show(<OfficePage />, {
      ...openShift,
      recoveryKey: 'missing',
      queue: { ...openShift.queue, limit: 1250 },
    })
    expect(real).toContain('1.250')
    expect(real).toContain('Buka: Kunci pemulihan')
    expect(show(<OfficePage />, { ...openShift, recoveryKey: 'not-needed' })).not.toContain('Buka: Kunci')
  })
})

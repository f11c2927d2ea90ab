import { beforeAll, describe, expect, it } from 'vitest'
import { SUBMISSION_STATES } from '#shared/domain/submission/states.ts'
import { scaleFor, shownSize } from '../../../src/renderer/app/scale.ts'
import { headingOf, receiptKey, stagesOf } from '../../../src/renderer/features/receipt/stages.ts'
import { dictionary } from '../../../src/renderer/i18n/dictionary.ts'
import { formatAge, formatDate, formatNumber, formatTime } from '../../../src/renderer/i18n/format.ts'
import { loadLaterTexts } from '../../../src/renderer/i18n/text.ts'
import { joinDate, splitDate } from '../../../src/renderer/ui/date-parts.ts'

beforeAll(loadLaterTexts)

describe('formats (interface specification §4)', () => {
  it('writes a clock time with a point in Indonesian, a colon in English', () => {
    const at = new Date(2026, 7, 17, 14, 5)
    expect(formatTime(at, 'id')).toMatch(/^14\.05( WIB| WITA| WIT)?$/)
    expect(formatTime(at, 'en')).toMatch(/^14:05/)
  })

  it('keeps a plain day on its day', () => {
    expect(formatDate('1967-08-17', 'id')).toBe('17 Agustus 1967')
    expect(formatDate('1967-08-17', 'en')).toBe('17 August 1967')
  })

  it('groups thousands the Indonesian way', () => {
    expect(formatNumber(1250, 'id')).toBe('1.250')
    expect(formatNumber(1250, 'en')).toBe('1,250')
  })

  it('says an age in the coarsest useful unit, never negative', () => {
    const now = new Date('2026-11-23T10:00:00Z')
    expect(formatAge('2026-11-23T07:59:00Z', now, 'id')).toBe('2 jam')
    expect(formatAge('2026-11-23T10:05:00Z', now, 'id')).toBe('0 menit')
    expect(formatAge('2026-11-18T10:00:00Z', now, 'en')).toBe('5 days')
  })
})

describe('typed dates', () => {
  it('reads back what it splits', () => {
    expect(joinDate(splitDate('1967-08-17'))).toBe('1967-08-17')
    expect(joinDate({ day: '7', month: '8', year: '1967' })).toBe('1967-08-07')
  })

  it.each([
    { day: '31', month: '02', year: '1990' },
    { day: '29', month: '02', year: '1990' },
    { day: '', month: '02', year: '1990' },
    { day: '01', month: '13', year: '1990' },
    { day: '01', month: '01', year: '90' },
  ])('refuses $day-$month-$year', (typed) => {
    expect(joinDate(typed)).toBe('')
  })
})

describe('scaleFor (interface specification §3)', () => {
  it('is 1 on full HD, 0.83 on 1366x768, 1 on an upright full HD', () => {
    expect(scaleFor(1920, 1080)).toEqual({ px: 1, layout: 'wide' })
    expect(scaleFor(1366, 768).px).toBeCloseTo(0.83, 2)
    expect(scaleFor(1366, 768).layout).toBe('wide')
    expect(scaleFor(1080, 1920)).toEqual({ px: 1, layout: 'portrait' })
  })

  it('follows a measured screen: the same millimetres, as far as they fit', () => {
    // 21.5" full HD is the specification's own screen.
    const own = 102.5 / 25.4
    expect(scaleFor(1920, 1080, own).px).toBeCloseTo(1, 5)
    // 27" with the same pixels: larger pixels, so fewer of them.
    expect(scaleFor(1920, 1080, own * 0.8).px).toBeCloseTo(0.8, 5)
    // 13" with the same pixels: it would need 1.6, which does not fit.
    expect(scaleFor(1920, 1080, own * 1.6).px).toBe(1)
    expect(shownSize(1920, 1080, own * 1.6)).toBeCloseTo(0.625, 5)
    expect(shownSize(1920, 1080, own * 0.8)).toBeCloseTo(1, 5)
  })
})

describe('the receipt in honest words', () => {
  it.each(SUBMISSION_STATES)('%s has a heading and at most one point that is going on', (state) => {
    expect(headingOf(state)).toBeTruthy()
    for (const service of ['profil', 'akses-penyedia']) {
      const going = stagesOf(service, state).filter(
        (stage) => stage.state === 'now' || stage.state === 'stopped',
      )
      expect(going.length).toBeLessThanOrEqual(1)
    }
  })

  it('never shows an unsent registration as sent, nor a sent one as verified', () => {
    expect(headingOf('antre')).toBe('saved')
    expect(stagesOf('profil', 'antre').map((stage) => stage.state)).toEqual(['now', 'next', 'next', 'next'])
    expect(headingOf('terkirim')).toBe('sent')
    expect(stagesOf('profil', 'menunggu-verifikasi').map((stage) => stage.state)).toEqual([
      'done',
      'done',
      'now',
      'next',
    ])
    expect(stagesOf('profil', 'terverifikasi').every((stage) => stage.state === 'done')).toBe(true)
  })

  it('marks where a rejection happened', () => {
    expect(stagesOf('profil', 'ditolak')[2]?.state).toBe('stopped')
    const states = (at: 'profile' | 'access') =>
      stagesOf('akses-penyedia', 'ditolak', at).map((stage) => stage.state)
    expect(states('profile')).toEqual(['done', 'done', 'stopped', 'next', 'next'])
    expect(states('access')).toEqual(['done', 'done', 'done', 'stopped', 'next'])
  })

  it.each([
    ['akun', 'progress.verified', 'Data akun Anda terverifikasi'],
    ['profil', 'progress.verified', 'Profil Anda terverifikasi'],
    ['akses-penyedia', 'progress.active', 'Akses Anda aktif'],
    ['akses-non-penyedia', 'progress.active', 'Akses Anda aktif'],
    ['reaktivasi-akses', 'progress.active', 'Akses Anda aktif lagi'],
    ['nonaktif-akses', 'progress.granted', 'Permohonan menghentikan akses disetujui'],
    ['admin-wna', 'progress.granted', 'Pengajuan admin perusahaan disetujui'],
    ['admin-cabang', 'progress.granted', 'Pengajuan admin perusahaan disetujui'],
  ])('%s ends with its own words, never with those of a profile it does not make', (service, end, title) => {
    expect(stagesOf(service, 'terkirim').at(-1)?.key).toBe(end)
    expect(dictionary[receiptKey({ service, state: 'terverifikasi' }, 'title')].id).toBe(title)
    const profileWords = stagesOf(service, 'terkirim').some((stage) => stage.key === 'progress.profile')
    expect(profileWords).toBe(service === 'profil' || service.startsWith('akses-'))
  })

  it.each(SUBMISSION_STATES)('%s has words for every service in every part', (state) => {
    for (const service of [
      'akun',
      'profil',
      'akses-penyedia',
      'nonaktif-akses',
      'reaktivasi-akses',
      'admin-wna',
    ])
      for (const part of ['title', 'sub', 'next'] as const)
        expect(dictionary).toHaveProperty([receiptKey({ service, state }, part)])
  })
})

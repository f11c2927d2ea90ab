import type { HintSubject } from '../../src/renderer/features/capture/HintPicture.tsx'
import type { GalleryCamera } from './camera.ts'
import { CARD, ok } from './core.ts'
import type { Press } from './press.ts'
import { at, before, page, type Show } from './show.ts'
import { shift } from './visits.ts'

const takenAt = '2026-11-23T02:05:00.000Z'
const kept = { 'ktp-frame': { width: 1920, height: 1080, takenAt } }
/** A document camera that the browser cannot open. */
export const scanner = { id: '/dev/video2', label: 'USB Document Camera (video2)' }
/** The answer never comes: what is shown meanwhile. */
const never = () => new Promise<never>(() => undefined)

const card = (verdict: string): GalleryCamera => ({ shows: 'card', verdict })
const face = (verdict: string): GalleryCamera => ({ shows: 'face', verdict })
/** Waits until the live picture says something. */
const HINT: Press = { selector: 'main [role=status]' }
/** Waits until it says this: the first words of a live picture are that there is nothing in it. */
const hint = (subject: HintSubject): Press => ({ selector: `[data-hint]:has([data-hint="${subject}"])` })
const TROUBLE: Press = { selector: 'main [role=alert] p' }
/** The petugas has made sure. */
const ticked = { values: { tanpaKacamataMasker: true } }
const armed: readonly Press[] = ['btn.Mulai']
const refused: readonly Press[] = [
  ...armed,
  HINT,
  { skip: 11 },
  'btn.Ambil foto',
  HINT,
  { skip: 0 },
  { skip: 0 },
]
const again: readonly Press[] = ['btn.Ambil foto', HINT, { skip: 0 }]
/** On a busy machine a press may come before there is a frame. */
const threeTimes: readonly Press[] = [...refused, ...again, ...again, ...again, ...again]

/** S5 and S11 with every state of the camera and of what stands before it (interface specification §1). */
export const CAMERA_SCREENS: Readonly<Record<string, Show | undefined>> = {
  'foto-ktp': before({ shows: 'nothing', fails: 'NotFoundError' }, 'foto-ktp', [TROUBLE]),
  'foto-ktp-dipakai': before({ fails: 'NotReadableError' }, 'foto-ktp', [TROUBLE]),
  'foto-ktp-izin': before({ fails: 'NotAllowedError' }, 'foto-ktp', [TROUBLE]),
  'foto-ktp-diam': before({ fails: 'never answers' }, 'foto-ktp', [{ skip: 11 }, TROUBLE]),
  'foto-ktp-gelap': before({ shows: 'nothing' }, 'foto-ktp', [TROUBLE]),
  'foto-ktp-belum-ada': before(card('none'), 'foto-ktp', [HINT]),
  'foto-ktp-tidak-ditemukan': before(card('none'), 'foto-ktp', [
    HINT,
    { skip: 11 },
    { skip: 0 },
    { skip: 0 },
  ]),
  'foto-ktp-silau': before(card('glare'), 'foto-ktp', [hint('card.glare')]),
  'foto-ktp-terpotong': before(card('cut'), 'foto-ktp', [hint('card.cut')]),
  'foto-ktp-bagus': before(card('good'), 'foto-ktp', [hint('card.good')]),
  'foto-ktp-tanpa-pemeriksaan': before({ ...card('none'), checks: 'broken' }, 'foto-ktp', [HINT]),
  'foto-ktp-ganti-kamera': before(card('none'), 'foto-ktp', [HINT, 'btn.Ganti kamera']),
  'foto-ktp-membaca': before(
    card('blur'),
    'foto-ktp',
    [HINT, 'btn.Ambil foto'],
    {},
    { 'visit.keepPhoto': (visit) => ok(visit), 'visit.readKtp': never },
  ),
  'foto-ktp-belum-terbaca': at('foto-ktp', [], { visit: { photos: kept, reading: { kind: 'unreadable' } } }),
  'foto-ktp-tidak-terlihat': at('foto-ktp', [], { visit: { photos: kept, reading: { kind: 'no-card' } } }),
  'foto-ktp-sudah-ada': at('foto-ktp', [], {
    visit: { photos: kept, reading: { kind: 'read', fields: {} } },
  }),
  swafoto: at('swafoto', [], { values: { tanpaKacamataMasker: false } }),
  'swafoto-belum': at('swafoto', armed, { values: { tanpaKacamataMasker: false } }),
  'swafoto-tanpa-kamera': before({ fails: 'NotFoundError' }, 'swafoto', [...armed, TROUBLE], ticked),
  'swafoto-memuat': before({ ...face('none'), checks: 'loading' }, 'swafoto', [...armed, HINT], ticked),
  'swafoto-tanpa-pemeriksaan': before(
    { ...face('none'), checks: 'broken' },
    'swafoto',
    [...armed, HINT],
    ticked,
  ),
  'swafoto-belum-terlihat': before(face('none'), 'swafoto', [...armed, HINT], ticked),
  'swafoto-maju': before(face('far'), 'swafoto', [...armed, hint('face.far')], ticked),
  'swafoto-bagus': before(face('good'), 'swafoto', [...armed, hint('face.good')], ticked),
  // No picture of closed eyes could be made: here the words and their drawing alone.
  'swafoto-mata': before(face('eyes'), 'swafoto', [...armed, hint('face.eyes')], ticked),
  'swafoto-lama': before(face('back'), 'swafoto', [...armed, hint('face.back'), { skip: 11 }], ticked),
  'swafoto-ditolak': before(face('back'), 'swafoto', refused, ticked),
  'swafoto-alasan': before(face('back'), 'swafoto', [...threeTimes, 'face.override.button'], ticked),
  'swafoto-alasan-pin': before(
    face('back'),
    'swafoto',
    [...threeTimes, 'face.override.button', 'face.override.body'],
    ticked,
  ),
  'swafoto-periksa': at('swafoto', [], {
    ...ticked,
    visit: { photos: { swafoto: { width: 720, height: 960, takenAt } } },
  }),
  'uji-kamera': (language) => ({
    ...page({ page: 'camera-test' }, [{ skip: 1 }])(language),
    camera: card('none'),
  }),
  'uji-kamera-admin': (language) => ({
    ...page({
      page: 'camera-test',
      status: { ...shift(), staff: { id: 'p2', name: 'Budi Contoh', role: 'admin' } },
    })(language),
    camera: { fails: 'NotFoundError' },
  }),
  'uji-kamera-dokumen': page(
    { page: 'camera-test' },
    ['camTest.dokumen', 'btn.Ganti kamera', { selector: '[role=dialog] li button' }, { selector: 'dl dd' }],
    { 'camera.stillDevices': ok([scanner]), 'camera.takeStill': ok(CARD) },
  ),
  'uji-kamera-dokumen-sibuk': page(
    { page: 'camera-test' },
    [
      'camTest.dokumen',
      'btn.Ganti kamera',
      { selector: '[role=dialog] li button' },
      { selector: 'main [role=alert]' },
    ],
    {
      'camera.stillDevices': ok([scanner]),
      'camera.takeStill': { ok: false, error: { code: 'camera', reason: 'not-installed' } },
    },
  ),
}

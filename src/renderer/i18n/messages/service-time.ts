import type { Messages } from './messages.ts'

/** How long a visit took beside the SOP's standard time (LPSE standard 5); names of steps that the review does not have. */
export const serviceTimeMessages = {
  'time.title': { id: 'Waktu layanan', en: 'Time of the visit' },
  'time.minutes': { id: '{n} menit', en: '{n} min' },
  'time.sop': {
    id: '{all} menit. Langkah SOP: {timed} menit, waktu bakunya {standard} menit',
    en: '{all} min. Steps of the SOP: {timed} min, their standard time {standard} min',
  },
  'time.noSop': { id: '{all} menit; SOP tidak menyebut waktu baku', en: '{all} min; the SOP names no time' },
  'time.step': { id: 'Langkah', en: 'Step' },
  'time.taken': { id: 'Waktu', en: 'Time' },
  'time.standard': { id: 'Baku SOP', en: 'SOP' },
  'time.total': { id: 'Jumlah', en: 'Total' },
  'time.step.siapa': { id: 'Siapa', en: 'Who' },
  'time.step.syarat': { id: 'Syarat', en: 'Requirements' },
  'time.step.persetujuan': { id: 'Persetujuan', en: 'Consent' },
  'time.step.foto-ktp': { id: 'Foto KTP', en: 'KTP photo' },
  'time.step.cocokkan': { id: 'Cocokkan KTP', en: 'Check against the KTP' },
  'time.step.nik': { id: 'Konfirmasi NIK', en: 'NIK confirmed' },
  'time.step.kontak': { id: 'Kontak', en: 'Contact' },
  'time.step.kontak-akun': { id: 'Kontak akun', en: 'Contact of the account' },
  'time.step.kode': { id: 'Kode', en: 'Codes' },
  'time.step.swafoto': { id: 'Foto wajah', en: 'Face photo' },
  'time.step.tinjau': { id: 'Tinjau dan kirim', en: 'Review and send' },
} as const satisfies Messages

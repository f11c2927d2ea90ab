import type { Messages } from './messages.ts'

/** Words of the frame and of the design system's own parts. */
export const frameMessages = {
  'frame.tools': { id: 'Alat bantu layar', en: 'Screen tools' },
  'tool.textSize': { id: 'A+', en: 'A+' },
  'tool.textSize.description': { id: 'A+, ukuran huruf {percent}%', en: 'A+, text size {percent}%' },
  'tool.sound.on': { id: 'Suara hidup, tekan untuk mematikan', en: 'Voice is on, press to turn it off' },
  'tool.sound.off': { id: 'Suara mati, tekan untuk menghidupkan', en: 'Voice is off, press to turn it on' },
  'rail.label': { id: 'Tahap pendaftaran', en: 'Stages of the registration' },
  'rail.data': { id: 'Data', en: 'Details' },
  'rail.ktp': { id: 'KTP', en: 'KTP' },
  'rail.kontak': { id: 'Kontak', en: 'Contact' },
  'rail.wajah': { id: 'Foto wajah', en: 'Face photo' },
  'rail.kirim': { id: 'Kirim', en: 'Send' },
  'rail.done': { id: 'selesai', en: 'done' },
  'demo.sample': {
    id: 'Data contoh saja, tidak dikirim ke LKPP.',
    en: 'Sample data only, nothing goes to LKPP.',
  },
  'demo.inbox': { id: 'Kotak masuk demo: {url}', en: 'Demo inbox: {url}' },
  'field.state.unsure': { id: 'Periksa: kurang jelas', en: 'Check: not clear' },
  'field.state.empty': { id: 'Belum terbaca', en: 'Not read' },
  'field.state.edited': { id: 'Diubah', en: 'Changed' },
  'field.state.confirmed': { id: 'Benar', en: 'Correct' },
  'field.state.locked': { id: 'Terkunci', en: 'Locked' },
  'date.part.day': { id: 'Tgl', en: 'Day' },
  'date.part.month': { id: 'Bln', en: 'Month' },
  'date.part.year': { id: 'Thn', en: 'Year' },
  'pin.delete': { id: 'Hapus satu angka', en: 'Delete one digit' },
} as const satisfies Messages

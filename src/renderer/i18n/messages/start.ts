import type { Messages } from './messages.ts'

/** S1, help, hidden screen, idle question, lock and interrupted visits (interface specification §1, Overlays). */
export const startMessages = {
  'start.title': {
    id: 'Daftar akun INAPROC, dibantu petugas',
    en: "Register for INAPROC with an officer's help",
  },
  'start.other': { id: 'Layanan lain', en: 'Other services' },
  'start.sub': {
    id: 'Siapkan KTP asli dan HP. Kurang dari 20 menit.',
    en: 'Have your original KTP and phone ready. Under 20 minutes.',
  },
  'start.begin.id': { id: 'Mulai - Bahasa Indonesia', en: 'Mulai - Bahasa Indonesia' },
  'start.begin.en': { id: 'Start - English', en: 'Start - English' },
  // What the button begins, each in its own language: who reads no Indonesian finds the way in.
  'start.about.id': { id: 'Daftar akun, dibantu petugas', en: 'Daftar akun, dibantu petugas' },
  'start.about.en': { id: "Register with an officer's help", en: "Register with an officer's help" },
  'start.clock': { id: 'Komputer ini mengira sekarang {at}.', en: 'This computer thinks it is {at}.' },
  'start.console': { id: 'Menu petugas', en: 'Officer menu' },

  'help.title': { id: 'Bantuan', en: 'Help' },
  'help.ask': { id: 'Tanyakan saja kepada petugas di samping Anda.', en: 'Just ask the officer beside you.' },
  'help.call': { id: 'Telepon 144 (setiap hari, 24 jam)', en: 'Call 144 (every day, 24 hours)' },
  'help.whatsapp': {
    id: 'WhatsApp 08-111-5577-09 (hari kerja 09.00-18.00)',
    en: 'WhatsApp 08-111-5577-09 (working days 09.00-18.00)',
  },
  'help.web': { id: 'bantuan.inaproc.id', en: 'bantuan.inaproc.id' },
  'help.code': {
    id: 'Jangan sebutkan kode dari SMS atau WhatsApp kepada siapa pun, juga petugas.',
    en: 'Tell nobody the code from SMS or WhatsApp, not even the officer.',
  },
  'help.language': { id: 'Bahasa', en: 'Language' },
  'help.staff': { id: 'Untuk petugas', en: 'For the officer' },
  'help.lock': { id: 'Kunci layar', en: 'Lock the screen' },
  'help.pause': { id: 'Tunda sampai akhir hari', en: 'Put aside until the end of the day' },
  'help.stored': { id: 'Data saya di kios ini', en: 'My data on this kiosk' },
  'help.version': { id: 'Kios versi {version}', en: 'Kiosk version {version}' },
  'help.noVoice': {
    id: 'Kios ini belum punya suara untuk membacakan; hanya bunyi tanda giliran.',
    en: 'This kiosk has no voice to read aloud; only the tone for a new turn.',
  },
  'guide.title': { id: 'Panduan', en: 'Guidance' },
  'btn.Lihat': { id: 'Lihat', en: 'Show' },
  'btn.Tutup': { id: 'Tutup', en: 'Close' },

  'stored.title': { id: 'Data Anda di kios ini', en: 'Your data on this kiosk' },
  'stored.nothing': { id: 'Belum ada data Anda yang disimpan.', en: 'Nothing of yours is stored yet.' },
  'stored.consents': { id: 'Persetujuan Anda', en: 'Your consent' },
  'stored.consents.why': {
    id: 'Bukti bahwa Anda setuju (teks versi {versions}).',
    en: 'Proof that you agreed (text version {versions}).',
  },
  'stored.identity.why': { id: 'Untuk membuktikan identitas Anda.', en: 'To prove who you are.' },
  'stored.job.why': { id: 'Untuk memeriksa status Anda.', en: 'To check your status.' },
  'stored.contact.why': {
    id: 'Untuk mengirim kode dan hasil. Kodenya sendiri tidak disimpan.',
    en: 'To send codes and the result. The codes themselves are not kept.',
  },
  'stored.face.why': { id: 'Untuk dicocokkan dengan KTP.', en: 'To compare with the KTP.' },
  'stored.request.why': {
    id: 'Untuk memeriksa permohonan Anda.',
    en: 'To check your request.',
  },
  'stored.until': {
    id: 'Tersimpan terkunci di kios ini saja. Setelah dikirim: dihapus {verified} hari setelah terverifikasi, {rejected} hari setelah ditolak, paling lambat {sent} hari setelah terkirim. Bila Anda berhenti: dihapus sekarang juga.',
    en: 'Kept encrypted on this kiosk only. After sending: erased {verified} day after verified, {rejected} days after rejected, at the latest {sent} days after sending. If you stop: erased at once.',
  },
  'stored.withdraw': { id: 'Tarik persetujuan dan hapus', en: 'Withdraw and erase' },
  'hide.title': { id: 'Layar disembunyikan', en: 'The screen is hidden' },
  'hide.sub': { id: 'Data tidak hilang.', en: 'Nothing is lost.' },
  'hide.show': { id: 'Tampilkan lagi', en: 'Show again' },

  'idle.title': { id: 'Masih di sini?', en: 'Still here?' },
  'idle.sub': {
    id: 'Layar dikunci dalam {n} detik. Data tidak hilang.',
    en: 'Locks in {n} seconds. Nothing is lost.',
  },
  'stop.title': { id: 'Berhenti dan hapus data?', en: 'Stop and erase?' },
  'stop.sub': {
    id: 'Isian dan foto di kios ini dihapus.',
    en: 'What was typed and photographed here is erased.',
  },

  'lock.title': { id: 'Layar dikunci', en: 'The screen is locked' },
  'lock.sub': {
    id: 'Data masih tersimpan. Petugas membuka dengan PIN dalam 30 menit; sesudah itu data dihapus.',
    en: 'Your data is still saved. An officer opens it with a PIN within 30 minutes; after that it is erased.',
  },
  'lock.open': { id: 'Buka kunci', en: 'Unlock' },
  'lock.other': { id: 'Ganti petugas', en: 'Another officer' },
  'lock.pin': { id: 'PIN {name}', en: 'PIN of {name}' },

  'draft.title': { id: 'Ada pendaftaran terputus', en: 'A registration was interrupted' },
  'draft.sub': {
    id: 'Orangnya di sini? Pilih, lalu masukkan PIN.',
    en: 'Is the person here? Choose, then enter the PIN.',
  },
  'draft.row': { id: '{name}, {time}, sampai {station}', en: '{name}, {time}, up to {station}' },
  'draft.paused': { id: 'Ditunda petugas', en: 'Put aside by an officer' },
  'draft.locked': { id: 'Terkunci', en: 'Locked' },
  'draft.open': { id: 'Terputus', en: 'Interrupted' },
  'draft.wipeAt': { id: 'Dihapus otomatis {time}', en: 'Erased by itself {time}' },
  'draft.resume.for': { id: 'melanjutkan pendaftaran ini', en: 'continue this registration' },
  'draft.wipe.for': { id: 'menghapus data ini', en: 'erase this data' },
  'draft.none': { id: 'Tidak ada pendaftaran terputus.', en: 'No registration was interrupted.' },
  'draft.later': { id: 'Nanti saja', en: 'Later' },

  'net.down.staff': {
    id: 'Internet terputus sejak {time}, {n} antre. Periksa kabel; pendaftaran tetap bisa, data dikirim nanti.',
    en: 'Internet lost since {time}, {n} waiting. Check the cable; registering goes on, data is sent later.',
  },
  'net.upNone': { id: 'Internet kembali.', en: 'Internet is back.' },

  'status.title': { id: 'Cek status pendaftaran', en: 'Check a registration' },
  'status.sub': {
    id: 'Ketik nomor di tanda terima dan tanggal lahir Anda.',
    en: 'Type the number on your receipt and your birth date.',
  },
  'status.reference': { id: 'Nomor pendaftaran', en: 'Registration number' },
  'status.reference.hint': { id: 'Contoh KT-7F3K-92QD', en: 'For example KT-7F3K-92QD' },
  'status.reference.error': {
    id: 'Nomor diawali KT lalu 8 huruf atau angka, contoh KT-7F3K-92QD.',
    en: 'The number starts with KT, then 8 letters or digits, for example KT-7F3K-92QD.',
  },
  'status.birthDate': { id: 'Tanggal lahir', en: 'Birth date' },
  'status.birthDate.hint': { id: 'Contoh 17 / 08 / 1967', en: 'For example 17 / 08 / 1967' },
  'status.birthDate.error': {
    id: 'Tanggal belum sesuai. Ketik seperti 17 / 08 / 1967.',
    en: 'The date does not fit. Type it like 17 / 08 / 1967.',
  },
  'status.check': { id: 'Lihat status', en: 'Show status' },
  'status.notFound': {
    id: 'Belum ditemukan di kios ini. Periksa nomor dan tanggal lahir, atau hubungi 144.',
    en: 'Not found on this kiosk. Check the number and the birth date, or call 144.',
  },
} as const satisfies Messages

import type { Messages } from './messages.ts'
import { visitFieldMessages } from './visit-fields.ts'

/** Copy of the visit's screens S2–S12 (interface specification §1). */
const screens = {
  'visit.stop': { id: 'Berhenti', en: 'Stop' },
  'visit.fixFirst': { id: 'Perbaiki {n} hal ini:', en: 'Please fix these {n} things:' },

  // S2
  'choice.pemohon.title': { id: 'Anda mendaftar sebagai apa?', en: 'Who are you registering as?' },
  'choice.pemohon.sub': {
    id: 'Pilih status sesuai peran Anda di pengadaan.',
    en: 'Pick the status that fits your procurement role.',
  },
  'choice.pemohon.asn': { id: 'ASN', en: 'Civil servant (ASN)' },
  'choice.pemohon.asn.hint': { id: 'PNS atau PPPK', en: 'PNS or PPPK' },
  'choice.pemohon.tni': { id: 'TNI', en: 'Armed forces (TNI)' },
  'choice.pemohon.tni.hint': { id: 'Anggota TNI', en: 'Member of the TNI' },
  'choice.pemohon.polri': { id: 'POLRI', en: 'Police (POLRI)' },
  'choice.pemohon.polri.hint': { id: 'Anggota POLRI', en: 'Member of the POLRI' },
  'choice.pemohon.penyedia': { id: 'Penyedia', en: 'Supplier (Penyedia)' },
  'choice.pemohon.penyedia.hint': { id: 'Pemilik atau staf perusahaan', en: 'Company owner or staff' },

  // S3
  'req.title': { id: 'Sudah dibawa semua?', en: 'Did you bring everything?' },
  'req.sub': { id: 'Belum ada foto yang diambil.', en: 'No photo has been taken yet.' },
  'choice.dibawa.ktp': { id: 'KTP asli', en: 'Original KTP' },
  'choice.dibawa.hp': { id: 'HP dengan nomor pribadi', en: 'Phone with a number of your own' },
  'choice.dibawa.email': {
    id: 'E-mail pribadi yang bisa dibuka',
    en: 'A personal e-mail you can open',
  },
  'choice.dibawa.nip-nrp': { id: 'NIP atau NRP', en: 'NIP or NRP' },
  'choice.dibawa.nip-nrp.hint': { id: 'Ada di SK atau kartu pegawai', en: 'On the SK or staff card' },
  'choice.dibawa.npwp': { id: 'NPWP, bila punya', en: 'NPWP, if you have one' },
  'choice.dibawa.npwp.hint': { id: 'Tidak punya? Centang saja.', en: 'You have none? Just tick this.' },
  'req.offline': {
    id: 'Tanpa internet, kode menyusul: HP boleh tidak dibawa, centang saja.',
    en: 'Without internet the code follows later: the phone need not be here, just tick it.',
  },
  'req.print.title': { id: 'Cetak daftar, lalu selesai?', en: 'Print the list and finish?' },
  'req.print.sub': {
    id: 'Belum ada foto atau data pribadi yang disimpan. Silakan datang lagi bila sudah lengkap.',
    en: 'No photo and no personal data was stored. Please come back when you have everything.',
  },
  'req.print.button': { id: 'Cetak daftar', en: 'Print the list' },
  'req.paper.title': { id: 'Yang perlu dibawa ke LPSE', en: 'What to bring to the LPSE' },
  'req.paper.sub': {
    id: 'Untuk layanan di kios ini: {service}.',
    en: 'For this service of the kiosk: {service}.',
  },
  'req.paper.help': {
    id: 'Bantuan: 144 (24 jam), WA 08-111-5577-09 (hari kerja 09.00–18.00).',
    en: 'Help: 144 (24 hours), WhatsApp 08-111-5577-09 (working days 09.00–18.00).',
  },

  // S4
  'consent.title': { id: 'Setuju data Anda dipakai?', en: 'May we use your data?' },
  'consent.data': { id: 'Data', en: 'Data' },
  'consent.for': { id: 'Untuk', en: 'For' },
  'consent.to': { id: 'Penerima', en: 'To' },
  'consent.kept': { id: 'Di kios', en: 'Kept here' },
  'consent.rights': { id: 'Hak Anda', en: 'You may' },
  'consent.rights.text': {
    id: 'melihat, memperbaiki, menarik persetujuan',
    en: 'see, correct, withdraw',
  },
  'consent.sample': {
    id: 'CONTOH: teks resmi menunggu LKPP dan Privy',
    en: 'SAMPLE: the official text comes from LKPP and Privy',
  },
  'consent.readOut': { id: 'Dibacakan petugas', en: 'Read out by the officer' },
  'consent.full.title': { id: 'Persetujuan lengkap', en: 'The full consent' },
  'consent.full.data': { id: 'A. Pemrosesan data', en: 'A. Use of your data' },
  'consent.full.tanda-tangan': { id: 'B. Privy dan tanda tangan elektronik', en: 'B. Privy and e-signature' },
  'consent.version': { id: 'Versi {version}', en: 'Version {version}' },
  'consent.refuse.title': { id: 'Tidak setuju?', en: 'You do not agree?' },

  // S5
  'ktp.title': { id: 'Letakkan KTP di bawah kamera', en: 'Put the KTP under the camera' },
  'ktp.sub': {
    id: 'Seluruh kartu terlihat. Foto diambil otomatis.',
    en: 'Show the whole card. The photo is automatic.',
  },
  'ktp.reading.title': { id: 'Membaca KTP', en: 'Reading the KTP' },
  'ktp.reading.sub': {
    id: 'Paling lama 20 detik. KTP boleh diambil kembali.',
    en: 'At most 20 seconds. You may take the KTP back.',
  },
  'ktp.taken.title': { id: 'Foto KTP sudah ada', en: 'The KTP photo is there' },
  'ktp.taken.sub': { id: 'Pakai foto ini, atau foto ulang.', en: 'Use this photo, or take it again.' },
  'ktp.unread.title': { id: 'KTP belum terbaca', en: 'The KTP could not be read' },
  'ktp.unread.sub': {
    id: 'Ratakan KTP, jauhkan dari pantulan lampu, lalu foto ulang.',
    en: 'Lay the KTP flat, away from reflections, then take the photo again.',
  },
  'ktp.notFoundInPhoto': {
    id: 'KTP belum ditemukan di foto ini. Foto ulang atau Ketik sendiri.',
    en: 'No KTP was found in this photo. Retake it or type it in.',
  },
  'cam.starting': { id: 'Menyalakan kamera', en: 'Starting the camera' },
  'cam.pageTop': { id: 'Atas', en: 'Top' },
  'cam.ended': {
    id: 'Kamera terlepas. Pasang kabelnya; foto berlanjut sendiri.',
    en: 'The camera was unplugged. Plug it in; it carries on by itself.',
  },
  'cam.choose.title': { id: 'Pilih kamera', en: 'Choose a camera' },
  'cam.choose.none': { id: 'Tidak ada kamera lain.', en: 'There is no other camera.' },
  'cam.choose.now': { id: 'Sedang dipakai', en: 'In use' },
  'cam.choose.unnamed': { id: 'Kamera {n}', en: 'Camera {n}' },
  'cam.choose.still': {
    id: 'Kamera dokumen, langsung memotret',
    en: 'Document camera, takes the photo at once',
  },

  // S6
  'confirm.title': { id: 'Cocokkan dengan KTP', en: 'Check against your KTP' },
  'confirm.unsure': {
    id: '{n} data bertanda ? perlu diperiksa.',
    en: '{n} items marked ? need checking.',
  },
  'confirm.sure': {
    id: 'Bandingkan NIK, nama, dan tanggal lahir dengan kartu.',
    en: 'Compare NIK, name and date of birth with the card.',
  },
  'confirm.typed': { id: 'Ketik sama seperti di KTP.', en: 'Type it as it stands on the KTP.' },
  'confirm.others.read': { id: '{n} data lain terbaca', en: '{n} more items were read' },
  'confirm.others.typed': { id: '{n} data lain, boleh kosong', en: '{n} more items, may be empty' },
  'confirm.show': { id: 'Lihat', en: 'Show' },
  'confirm.hide': { id: 'Tutup', en: 'Hide' },
  'confirm.card': { id: 'Foto KTP', en: 'KTP photo' },
  'confirm.noCard': {
    id: 'Tidak ada foto KTP. Lihat kartunya.',
    en: 'No KTP photo. Look at the card itself.',
  },
  'confirm.crop': { id: '{field} di KTP', en: '{field} on the KTP' },
  'confirm.use': { id: 'Pakai {value}', en: 'Use {value}' },
  'confirm.didYouMean': { id: 'Mungkin:', en: 'Perhaps:' },
  'confirm.empty': { id: '(kosong)', en: '(empty)' },
  'select.none': { id: 'Pilih satu', en: 'Choose one' },

  // S7
  'nik.title': { id: 'Ini NIK Anda?', en: 'Is this your NIK?' },
  'nik.sub': { id: 'Cocokkan dengan KTP.', en: 'Compare it with your KTP.' },
  'nik.hidden': { id: 'Disembunyikan agar aman.', en: 'Hidden to keep it safe.' },
  'nik.show': { id: 'Lihat lagi', en: 'Show again' },
  'nik.duplicate.title': { id: 'NIK ini sudah didaftarkan', en: 'This NIK is registered already' },
  'nik.duplicate.ask': {
    id: 'Nomornya {ref}, di kios ini. Buka yang itu?',
    en: 'Its number is {ref}, on this kiosk. Open that one?',
  },
  'nik.duplicate.open': { id: 'Ya, buka yang itu', en: 'Yes, open that one' },
  'nik.duplicate.new': { id: 'Tidak, daftar baru', en: 'No, register anew' },

  // S8
  'fields.nip.title': { id: 'Berapa NIP Anda?', en: 'What is your NIP?' },
  'fields.nip.sub': {
    id: '18 angka, lihat SK atau kartu pegawai.',
    en: '18 digits, on your SK or staff card.',
  },
  'fields.nrp.title': { id: 'Berapa NRP Anda?', en: 'What is your NRP?' },
  'fields.nrp.sub': {
    id: 'Ketik angkanya saja; angka 0 di depan kami tambahkan.',
    en: 'Digits only; we add leading zeros.',
  },
  'fields.title': { id: 'Lengkapi data ini', en: 'Fill in these details' },
  'fields.storedAs': { id: 'Disimpan sebagai {value}', en: 'Stored as {value}' },

  // S9
  'contact.title': { id: 'Ke mana hasilnya dikirim?', en: 'Where should we send the result?' },
  'contact.sub': {
    id: 'Pakai e-mail dan nomor HP pribadi.',
    en: 'Use your own e-mail and phone.',
  },
  'contact.useDomain': { id: 'Ya, {domain}', en: 'Yes, {domain}' },
  'contact.override': { id: 'Petugas: tetap pakai', en: 'Officer: use it anyway' },
  'contact.override.title': {
    id: 'Petugas: pakai e-mail kantor ini?',
    en: 'Officer: use this office e-mail?',
  },
  'contact.override.purpose': { id: 'memakai e-mail ini', en: 'use this e-mail' },
  'contact.override.confirm': { id: 'Pakai e-mail ini', en: 'Use this e-mail' },
  'contact.override.done': {
    id: 'Diizinkan petugas: {reason}.',
    en: 'Allowed by the officer: {reason}.',
  },
  'contact.override.ask': {
    id: 'Hanya punya e-mail ini? Petugas dapat memakainya dengan alasan.',
    en: 'Is this the only e-mail? The officer can use it with a reason.',
  },
  'contact.checking': { id: 'Memeriksa e-mail', en: 'Checking the e-mail' },
  'contact.registered.title': { id: 'E-mail ini sudah punya akun', en: 'This e-mail already has an account' },
  'contact.registered.sub': {
    id: 'Lengkapi profil akun itu?',
    en: 'Complete the profile of that account?',
  },
  'contact.registered.other': { id: 'Pakai e-mail lain', en: 'Use another e-mail' },
  'noEmail.title': { id: 'Belum punya e-mail pribadi?', en: 'No personal e-mail yet?' },
  'noEmail.sub': {
    id: 'Kami cetak panduan membuat e-mail. Data Anda disimpan sampai akhir hari ini; kembali ke petugas bila sudah punya.',
    en: 'We print a guide for making one. Your data is kept until the end of today; come back to the officer when you have it.',
  },
  'noEmail.button': { id: 'Cetak panduan, simpan data', en: 'Print the guide, keep the data' },
  'noEmail.paper.title': { id: 'Membuat e-mail pribadi', en: 'Making a personal e-mail' },
  'noEmail.paper.1': {
    id: 'Di HP, buka gmail.com, tekan Buat akun.',
    en: 'On your phone open gmail.com, press Create account.',
  },
  'noEmail.paper.2': {
    id: 'Isi nama, tanggal lahir, dan nomor HP Anda.',
    en: 'Fill in your name, date of birth and phone number.',
  },
  'noEmail.paper.3': {
    id: 'Buat kata sandi. Simpan sendiri; jangan beri tahu siapa pun, juga petugas.',
    en: 'Make a password. Keep it to yourself; tell nobody, not even the officer.',
  },
  'noEmail.paper.4': {
    id: 'Kembali ke petugas LPSE hari ini. Data Anda masih ada.',
    en: 'Come back to the LPSE officer today. Your data is still there.',
  },

  // S10
  'codes.title': { id: 'Sudah benar?', en: 'Are these right?' },
  'codes.sub': {
    id: 'Setelah kode diterima, keduanya tidak bisa diubah di sini.',
    en: 'Once the code is accepted they cannot be changed here.',
  },
  'codes.unregistered': {
    id: 'Belum punya akun. Kami daftarkan sekaligus.',
    en: 'No account yet. We will register it at the same time.',
  },
  'codes.state.passed': { id: 'Kode diterima', en: 'Code accepted' },
  'codes.state.deferred': { id: 'Kode menyusul', en: 'Code to follow' },
  'codes.state.spent': { id: 'Pemeriksaan menyusul', en: 'Check to follow' },
  'codes.done.title': { id: 'Kontak sudah dicatat', en: 'Your contact details are noted' },
  'codes.done.sub': { id: 'Lanjutkan ke foto wajah.', en: 'Continue to the face photo.' },
  'codes.offline': {
    id: 'Tidak ada internet. Tautan kode dikirim setelah data terkirim.',
    en: 'No internet. A link for the code comes after your data is sent.',
  },
  'codes.type.title': { id: 'Ketik kode yang Anda terima', en: 'Type the code you received' },
  'codes.spent.title': { id: 'Kode diperiksa nanti', en: 'The code is checked later' },
  'codes.type.sub': {
    id: 'Dikirim ke {to}. Jangan sebutkan kode kepada siapa pun, juga petugas.',
    en: 'Sent to {to}. Tell nobody, not even the officer.',
  },
  'codes.phone': { id: 'Kode dari HP', en: 'Code from your phone' },
  'codes.email': { id: 'Kode dari e-mail', en: 'Code from your e-mail' },
  'codes.length': { id: '{n} angka', en: '{n} digits' },
  'codes.incomplete': {
    id: 'Kode terdiri dari {n} angka; baru {typed}.',
    en: 'The code has {n} digits; you typed {typed}.',
  },
  'codes.resendIn': { id: 'Kirim ulang ({n} detik)', en: 'Send again ({n} s)' },
  'codes.resent': { id: 'Kode baru dikirim.', en: 'A new code was sent.' },
  'codes.tooSoon': {
    id: 'Tunggu sebentar, lalu tekan Kirim ulang.',
    en: 'Wait a moment, then press Send again.',
  },
  'codes.changeEmail': { id: 'Ganti e-mail', en: 'Change e-mail' },

  // S11
  'face.title': { id: 'Foto wajah (swafoto)', en: 'Face photo' },
  'face.arm.sub': {
    id: 'Lepas kacamata dan masker. Hijab boleh. Lihat kamera; foto diambil otomatis.',
    en: 'Take off glasses and mask. Hijab is fine. Look at the camera; the photo is automatic.',
  },
  'face.arm': { id: 'Tanpa kacamata dan masker', en: 'No glasses and no mask' },
  'face.arm.hint': { id: 'Dicentang petugas', en: 'Ticked by the officer' },
  'face.arm.first': {
    id: 'Petugas mencentang Tanpa kacamata dan masker dulu.',
    en: 'The officer ticks No glasses and no mask first.',
  },
  'face.alt': { id: 'Foto wajah Anda', en: 'Your face photo' },

  // S12
  'review.title': { id: 'Periksa sekali lagi', en: 'Check once more' },
  'review.sub': { id: 'Ubah yang salah, lalu kirim.', en: 'Fix anything wrong, then send.' },
  'review.data': { id: 'Data', en: 'Details' },
  'review.step.kepegawaian': { id: 'Kepegawaian', en: 'Employment' },
  'review.ktp': { id: 'KTP', en: 'KTP' },
  'review.kontak': { id: 'Kontak', en: 'Contact' },
  'review.photo.ktp': { id: 'Foto KTP', en: 'KTP photo' },
  'review.photo.swafoto': { id: 'Foto wajah', en: 'Face photo' },
  'review.photo.none': { id: 'Belum ada', en: 'Missing' },
  'review.photo.noCard': {
    id: 'KTP tidak terlihat di foto ini. Tekan Ubah, lalu foto ulang.',
    en: 'The KTP is not visible in this photo. Press Change and take it again.',
  },
  'review.change': { id: 'Ubah {group}', en: 'Change {group}' },
  'review.statement': {
    id: 'Saya telah meninjau dan memastikan data saya benar',
    en: 'I have reviewed my data and it is correct',
  },
  'review.offline': {
    id: 'Tidak ada internet. Data disimpan aman di kios dan dikirim nanti.',
    en: 'No internet. Your data is kept safely on this kiosk and sent later.',
  },
  'review.incomplete': { id: 'Masih ada yang perlu dilengkapi:', en: 'Some things are still missing:' },
} as const satisfies Messages

export const visitMessages = { ...screens, ...visitFieldMessages } as const satisfies Messages

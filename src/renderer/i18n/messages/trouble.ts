import type { Messages } from './messages.ts'

/** What is wrong in plain words, and what to do: one text for every code of `AppError` and every store problem. */
export const troubleMessages = {
  'error.unknown-channel': {
    id: 'Layar dan program kios tidak cocok. Mulai ulang kios.',
    en: 'The screen and the kiosk program do not match. Restart the kiosk.',
  },
  'error.invalid-input': {
    id: 'Isian belum sesuai. Periksa lagi, lalu coba sekali lagi.',
    en: 'Something typed does not fit. Check it, then try once more.',
  },
  'error.too-large': {
    id: 'Foto terlalu besar. Ambil ulang foto.',
    en: 'The photo is too large. Take it again.',
  },
  'error.refused-caller': {
    id: 'Layar ini tidak dikenal kios. Tutup jendela ini dan buka kios lagi.',
    en: 'The kiosk does not know this screen. Close this window and open the kiosk again.',
  },
  'error.not-signed-in': {
    id: 'Kios belum dibuka. Petugas memasukkan PIN dulu.',
    en: 'The kiosk is not open yet. An officer enters the PIN first.',
  },
  'error.forbidden': {
    id: 'Hanya admin kantor yang bisa. Minta bantuan admin.',
    en: 'Only the office admin can do this. Ask the admin.',
  },
  'error.locked': {
    id: 'Layar terkunci. Petugas memasukkan PIN.',
    en: 'The screen is locked. An officer enters the PIN.',
  },
  'error.pin-locked': {
    id: 'Terkunci 15 menit, sampai {time}. Petugas lain boleh masuk.',
    en: 'Locked for 15 minutes, until {time}. Another officer may sign in.',
  },
  'error.not-found': {
    id: 'Belum ditemukan. Periksa nomor dan tanggalnya, atau hubungi 144.',
    en: 'Not found. Check the number and the date, or call 144.',
  },
  'error.wrong-state': {
    id: 'Langkah ini sudah lewat atau belum waktunya. Kembali ke awal, lalu coba lagi.',
    en: 'This step is over or not due yet. Go back to the start, then try again.',
  },
  'error.too-many-tries': {
    id: 'Sudah terlalu sering dicoba. Tunggu satu menit, atau tanya petugas.',
    en: 'Too many tries. Wait a minute, or ask the officer.',
  },
  'error.form': {
    id: 'Masih ada isian yang belum sesuai. Perbaiki yang bertanda merah.',
    en: 'Some entries do not fit yet. Correct the ones marked red.',
  },
  'error.central.offline': {
    id: 'Pusat belum bisa dihubungi. Lanjutkan saja; data dikirim nanti.',
    en: 'The centre cannot be reached. Carry on; we send later.',
  },
  'error.central.refused': {
    id: 'Pusat menolak permintaan kios ini. Hubungi admin; data tetap tersimpan.',
    en: "The centre refused this kiosk's request. Contact the admin; the data stays saved.",
  },
  'error.central.other': {
    id: 'Pusat belum bisa menjawab. Coba lagi sebentar; data tetap tersimpan.',
    en: 'The centre cannot answer yet. Try again shortly; the data stays saved.',
  },
  'error.camera.failed': {
    id: 'Kamera bermasalah. Cabut, pasang lagi, tekan Coba lagi.',
    en: 'The camera has a problem. Unplug it, plug it in, press Try again.',
  },
  'error.camera.not-installed': {
    id: 'Program kamera dokumen belum terpasang. Pakai kamera lain. Admin: pasang fswebcam (Linux), CommandCam.exe (Windows), atau imagesnap (macOS); tempatnya tertulis di docs/desk.md.',
    en: 'The document camera program is not installed. Use another camera. Admin: install fswebcam (Linux), CommandCam.exe (Windows) or imagesnap (macOS); docs/desk.md says where.',
  },
  'error.connection': {
    id: 'Layar kehilangan hubungan dengan program kios. Menyambung lagi…',
    en: 'The screen lost the kiosk program. Connecting again…',
  },

  'trouble.title': { id: 'Kios belum bisa dipakai', en: 'The kiosk cannot be used yet' },
  'trouble.who': {
    id: 'Pemohon: silakan ke meja petugas. Petugas: panggil admin kantor dan tunjukkan layar ini.',
    en: 'Registrants: please go to the officer. Officer: call the office admin and show this screen.',
  },
  'trouble.safe': { id: 'Tidak ada data yang diubah atau dihapus.', en: 'No data was changed or erased.' },
  'trouble.do': { id: 'Yang perlu dilakukan', en: 'What to do' },
  'trouble.reload': { id: 'Muat ulang layar', en: 'Reload the screen' },
  'trouble.at': { id: 'Letaknya', en: 'Where it is' },
  'trouble.not-writable': {
    id: 'Kios tidak bisa menulis ke folder datanya.',
    en: 'The kiosk cannot write to its data folder.',
  },
  'trouble.not-writable.do': {
    id: 'Admin: periksa apakah disk terpasang dan letak folder benar, beri pengguna kios izin menulis di sana, lalu tekan Coba lagi.',
    en: 'Admin: check that the disk is connected and the place is right, give the kiosk user write access to it, then press Try again.',
  },
  'trouble.wrong-key': {
    id: 'Kunci kios tidak cocok dengan data di kios ini.',
    en: "The kiosk's key does not fit the data on this kiosk.",
  },
  'trouble.wrong-key.do': {
    id: 'Admin: pasang berkas kunci yang benar, atau nyalakan ulang kios dan ketik kata sandinya dengan teliti. Kuncinya hilang? Pakai kunci pemulihan dari amplop kantor. Jangan hapus folder data.',
    en: 'Admin: put the right key file in place, or restart the kiosk and type its passphrase with care. Key lost? Use the recovery key from the office envelope. Do not erase the data folder.',
  },
  'trouble.wrong-key-kind': {
    id: 'Data kios dikunci dengan jenis kunci yang lain.',
    en: "The kiosk's data is locked with another kind of key.",
  },
  'trouble.wrong-key-kind.do': {
    id: 'Admin: nyalakan kios seperti saat pertama dipasang (kata sandi, berkas kunci, atau kunci komputer). Jangan hapus folder data.',
    en: 'Admin: start the kiosk as when it was first set up (passphrase, key file or computer key store). Do not erase the data folder.',
  },
  'trouble.key-missing': { id: 'Kunci kios tidak ditemukan.', en: "The kiosk's key was not found." },
  'trouble.key-missing.do': {
    id: 'Admin: pasang stik atau kembalikan berkas kunci ke tempatnya, lalu tekan Coba lagi. Berkasnya hilang? Pakai kunci pemulihan dari amplop kantor. Jangan hapus folder data.',
    en: 'Admin: plug in the stick or put the key file back in its place, then press Try again. File lost? Use the recovery key from the office envelope. Do not erase the data folder.',
  },
  'trouble.key-unreadable': {
    id: 'Berkas kunci ada, tetapi kios tidak bisa membacanya.',
    en: 'The key file is there, but the kiosk cannot read it.',
  },
  'trouble.key-unreadable.do': {
    id: 'Admin: beri pengguna kios izin membaca berkas itu, lalu tekan Coba lagi.',
    en: 'Admin: let the kiosk user read that file, then press Try again.',
  },
  'trouble.key-damaged': {
    id: 'Berkas kunci rusak atau isinya bukan kunci kios.',
    en: 'The key file is damaged or holds no kiosk key.',
  },
  'trouble.key-damaged.do': {
    id: 'Admin: kembalikan salinan berkas itu dari tempat aman, lalu tekan Coba lagi. Tidak ada salinan? Pakai kunci pemulihan dari amplop kantor. Jangan hapus folder data.',
    en: 'Admin: bring back the copy of that file from its safe place, then press Try again. No copy? Use the recovery key from the office envelope. Do not erase the data folder.',
  },
  'trouble.key-exposed': {
    id: 'Berkas kunci bisa dibaca pengguna lain di komputer ini.',
    en: 'Other users of this computer can read the key file.',
  },
  'trouble.key-exposed.do': {
    id: 'Admin: atur agar hanya pengguna kios yang boleh membaca berkas itu (chmod 600), lalu tekan Coba lagi.',
    en: 'Admin: let only the kiosk user read that file (chmod 600), then press Try again.',
  },
  'trouble.key-not-writable': {
    id: 'Berkas kunci baru tidak bisa dibuat di tempat itu.',
    en: 'A new key file cannot be made in that place.',
  },
  'trouble.key-not-writable.do': {
    id: 'Admin: pasang stik atau disk untuk kunci, atau pilih tempat lain yang boleh ditulis, lalu tekan Coba lagi.',
    en: 'Admin: plug in the stick or disk for the key, or choose another place that may be written to, then press Try again.',
  },
  'trouble.damaged': {
    id: 'Data kios rusak dan tidak bisa dibuka.',
    en: "The kiosk's data is damaged and cannot be opened.",
  },
  'trouble.damaged.do': {
    id: 'Admin: salin folder data ke tempat aman, jangan hapus, lalu hubungi bantuan teknis. Pendaftaran yang belum terkirim masih tersimpan sebagai paket tersegel.',
    en: 'Admin: copy the data folder to a safe place, erase nothing, then call technical help. Registrations not sent yet are still there as sealed packets.',
  },
  'trouble.disk-full': { id: 'Ruang disk kios habis.', en: "The kiosk's disk is full." },
  'trouble.disk-full.do': {
    id: 'Admin: kosongkan ruang disk di luar folder data kios, lalu tekan Coba lagi.',
    en: 'Admin: free disk space outside the kiosk data folder, then press Try again.',
  },
  'trouble.newer-data': {
    id: 'Data ini ditulis oleh program kios yang lebih baru.',
    en: 'This data was written by a newer kiosk program.',
  },
  'trouble.newer-data.do': {
    id: 'Admin: pasang program kios versi terbaru, lalu nyalakan ulang kios. Jangan hapus folder data.',
    en: 'Admin: install the newest kiosk program, then restart the kiosk. Do not erase the data folder.',
  },
  'trouble.wrong-mode': {
    id: 'Data demo dan data sungguhan tertukar.',
    en: 'Demo data and real data are mixed up.',
  },
  'trouble.wrong-mode.do': {
    id: 'Admin: pilih folder data yang benar. Mode demo memakai foldernya sendiri.',
    en: 'Admin: choose the right data folder. Demo mode uses a folder of its own.',
  },
  'trouble.in-use': {
    id: 'Kios sudah berjalan di jendela lain.',
    en: 'The kiosk is already running in another window.',
  },
  'trouble.in-use.do': {
    id: 'Pakai jendela yang sudah terbuka, atau nyalakan ulang komputer.',
    en: 'Use the window that is open, or restart the computer.',
  },

  'intake.disk-full': {
    id: 'Ruang disk hampir habis. Admin: kosongkan ruang disk.',
    en: 'The disk is nearly full. Admin: free some disk space.',
  },
  'intake.limit': {
    id: 'Terlalu banyak data belum terkirim. Sambungkan internet, lalu tekan Kirim sekarang di konsol.',
    en: 'Too much data is waiting. Connect the internet, then press Send now in the console.',
  },
  'intake.clock': {
    id: 'Jam komputer salah. Admin: betulkan tanggal dan jam komputer. Kios melanjutkan sendiri dalam satu menit; sampai saat itu tidak ada data yang dihapus.',
    en: "The computer clock is wrong. Admin: correct the computer's date and time. The kiosk goes on by itself within a minute; until then no data is erased.",
  },
  'intake.not-set-up': {
    id: 'Kios belum tersambung ke pusat. Admin: Menu petugas, Pengaturan kantor, lalu Sambungan.',
    en: 'The kiosk is not connected to the centre yet. Admin: Officer menu, Office settings, then Connection.',
  },
} as const satisfies Messages

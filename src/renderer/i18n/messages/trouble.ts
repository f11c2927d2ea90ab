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
    id: 'Program kamera dokumen belum terpasang. Pakai kamera lain, atau hubungi admin.',
    en: 'The document camera program is not installed. Use another camera, or contact the admin.',
  },
  'error.connection': {
    id: 'Layar kehilangan hubungan dengan program kios. Menyambung lagi…',
    en: 'The screen lost the kiosk program. Connecting again…',
  },

  'trouble.title': { id: 'Kios belum bisa dipakai', en: 'The kiosk cannot be used yet' },
  'trouble.safe': { id: 'Tidak ada data yang diubah atau dihapus.', en: 'No data was changed or erased.' },
  'trouble.do': { id: 'Yang perlu dilakukan', en: 'What to do' },
  'trouble.reload': { id: 'Muat ulang layar', en: 'Reload the screen' },
  'trouble.not-writable': {
    id: 'Kios tidak boleh menulis ke folder datanya.',
    en: 'The kiosk may not write to its data folder.',
  },
  'trouble.not-writable.do': {
    id: 'Admin: beri izin tulis pada folder data untuk pengguna kios, lalu nyalakan ulang kios.',
    en: 'Admin: give the kiosk user write access to the data folder, then restart the kiosk.',
  },
  'trouble.wrong-key': {
    id: 'Kunci kios tidak cocok dengan data di kios ini.',
    en: "The kiosk's key does not fit the data on this kiosk.",
  },
  'trouble.wrong-key.do': {
    id: 'Admin: pasang kunci yang benar, atau kunci pemulihan dari amplop kantor. Jangan hapus folder data.',
    en: 'Admin: put the right key in place, or the recovery key from the office envelope. Do not erase the data folder.',
  },
  'trouble.key-missing': { id: 'Kunci kios tidak ditemukan.', en: "The kiosk's key was not found." },
  'trouble.key-missing.do': {
    id: 'Admin: kembalikan berkas kunci, atau pakai kunci pemulihan. Jangan hapus folder data.',
    en: 'Admin: put the key file back, or use the recovery key. Do not erase the data folder.',
  },
  'trouble.damaged': {
    id: 'Data kios rusak dan tidak bisa dibuka.',
    en: "The kiosk's data is damaged and cannot be opened.",
  },
  'trouble.damaged.do': {
    id: 'Admin: salin folder data ke tempat aman, jangan hapus, lalu hubungi bantuan teknis.',
    en: 'Admin: copy the data folder to a safe place, erase nothing, then call technical help.',
  },
  'trouble.disk-full': { id: 'Ruang disk kios habis.', en: "The kiosk's disk is full." },
  'trouble.disk-full.do': {
    id: 'Admin: kosongkan ruang disk di luar folder data kios, lalu nyalakan ulang kios.',
    en: 'Admin: free disk space outside the kiosk data folder, then restart the kiosk.',
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
    id: 'Jam komputer salah. Admin: betulkan tanggal dan jam, lalu nyalakan ulang kios.',
    en: 'The computer clock is wrong. Admin: correct date and time, then restart the kiosk.',
  },
  'intake.not-set-up': {
    id: 'Kios belum tersambung ke pusat. Admin: Menu petugas, lalu Sambungan.',
    en: 'The kiosk is not connected to the centre yet. Admin: Officer menu, then Connection.',
  },
} as const satisfies Messages

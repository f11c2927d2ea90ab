import type { Messages } from './messages.ts'

/** The office's settings and the courier: what happened and what to do (docs/recovery.md, docs/courier.md). */
export const officeMessages = {
  'notice.database-restored': {
    id: 'Data kios rusak dan sudah diganti dengan cadangan {backup}. Pendaftaran yang sudah disimpan tetap ada; yang belum selesai diisi mungkin hilang. Beri tahu admin.',
    en: "The kiosk's data was damaged and was replaced by the backup of {backup}. Saved registrations are still here; unfinished ones may be lost. Tell the admin.",
  },
  'notice.database-restored.none': {
    id: 'Data kios rusak dan sudah diganti dengan cadangan. Pendaftaran yang sudah disimpan tetap ada; yang belum selesai diisi mungkin hilang. Beri tahu admin.',
    en: "The kiosk's data was damaged and was replaced by a backup. Saved registrations are still here; unfinished ones may be lost. Tell the admin.",
  },
  'notice.packets': {
    id: '{n} pendaftaran diantrekan lagi. Tekan Kirim sekarang.',
    en: 'Waiting again: {n}. Press Send now.',
  },
  'notice.packets-found': {
    id: 'Kios menemukan pendaftaran yang belum tercatat dan mengantrekannya lagi. Tidak ada yang perlu diulang.',
    en: 'The kiosk found registrations that were not on its list; they are waiting again. Nothing has to be repeated.',
  },
  'notice.understood': { id: 'Sudah saya baca', en: 'I have read this' },
  'recovery.missing': {
    id: 'Kunci pemulihan belum dibuat. Bila kios rusak, data yang menunggu bisa hilang. Admin: buka Pengaturan kantor.',
    en: 'There is no recovery key yet. If this kiosk breaks, waiting data can be lost. Admin: open Office settings.',
  },
  'console.intake.open': { id: 'Dibuka', en: 'Open' },
  'console.intake.stopped': { id: 'Berhenti', en: 'Stopped' },
  'console.stopped': { id: 'Pendaftaran baru berhenti.', en: 'New registrations have stopped.' },
  'console.stopped.limit': {
    id: 'Batas kantor tercapai. Sambungkan internet, lalu tekan Kirim sekarang, atau pakai Kurir. Admin bisa mengubah batas.',
    en: "The office's limit is reached. Connect the internet and press Send now, or use the courier. The admin can change the limit.",
  },
  'console.office': { id: 'Pengaturan kantor', en: 'Office settings' },
  'console.courier': { id: 'Kurir', en: 'Courier' },
  'console.filter': { id: 'Tampilkan', en: 'Show' },
  'console.filter.all': { id: 'Semua', en: 'All' },
  'console.filter.mine': { id: 'Perlu tindakan', en: 'Needs action' },
  'console.filter.waiting': { id: 'Menunggu kirim', en: 'Unsent' },
  'console.filter.central': { id: 'Di pusat', en: 'At the centre' },
  'console.filter.done': { id: 'Selesai', en: 'Done' },

  'office.title': { id: 'Pengaturan kantor', en: 'Office settings' },
  'office.sub': { id: 'Hanya untuk admin kantor.', en: 'For the office admin only.' },
  'office.open': { id: 'Buka', en: 'Open' },
  'office.limit.title': { id: 'Batas antrean', en: 'Limit of unsent registrations' },
  'office.limit.now': {
    id: 'Pendaftaran baru berhenti pada {n} yang belum terkirim.',
    en: 'New registrations stop at {n} unsent ones.',
  },
  'office.limit.none': {
    id: 'Tanpa batas. Peringatan tetap muncul pada 70, atau bila ada yang menunggu lebih dari 7 hari.',
    en: 'No limit. A warning still comes at 70, or when one has waited more than 7 days.',
  },
  'office.limit.sub': {
    id: 'Pada jumlah ini pendaftaran baru berhenti. Kosongkan bila tanpa batas.',
    en: 'At this number new registrations stop. Leave it empty for no limit.',
  },
  'office.limit.label': { id: 'Paling banyak belum terkirim', en: 'Unsent registrations at most' },
  'office.limit.hint': { id: 'Contoh 200', en: 'For example 200' },
  'office.limit.error': {
    id: 'Ketik angka 1 sampai 100.000, contoh 200, atau kosongkan.',
    en: 'Type a number from 1 to 100,000, for example 200, or leave it empty.',
  },
  'office.limit.saved': { id: 'Batas sudah disimpan.', en: 'The limit was saved.' },

  'office.screen.title': { id: 'Ukuran layar', en: 'Size of the screen' },
  'office.screen.assumed': {
    id: 'Belum diukur. Tempelkan KTP sekali, agar tulisan dan tombol cukup besar.',
    en: 'Not measured. Hold a KTP at it once, so that text and buttons are large enough.',
  },
  'office.screen.measured': { id: 'Sudah diukur dengan KTP.', en: 'Measured with a KTP.' },
  'office.screen.sub': {
    id: 'Tempelkan KTP pada kotak biru. Ubah kotak sampai sama besar dengan kartu.',
    en: 'Hold a KTP at the blue box. Change the box until it is as large as the card.',
  },
  'office.screen.frame': {
    id: 'Kotak sebesar KTP, lebar {n} piksel',
    en: 'Box the size of a KTP, {n} pixels wide',
  },
  'office.screen.muchSmaller': { id: 'Jauh lebih kecil', en: 'Much smaller' },
  'office.screen.littleSmaller': { id: 'Sedikit lebih kecil', en: 'A little smaller' },
  'office.screen.littleLarger': { id: 'Sedikit lebih besar', en: 'A little larger' },
  'office.screen.muchLarger': { id: 'Jauh lebih besar', en: 'Much larger' },
  'office.screen.small': {
    id: 'Layar ini kecil: semua tampil {percent} % dari ukuran yang dianjurkan. Layar 21 inci lebih mudah dibaca.',
    en: 'This screen is small: everything is shown at {percent} % of the advised size. A 21-inch screen is easier to read.',
  },
  'office.screen.save': { id: 'Sudah sama besar', en: 'They are the same size' },
  'office.screen.saved': { id: 'Ukuran layar sudah disimpan.', en: 'The size of the screen was saved.' },
  'office.screen.reset': { id: 'Hapus ukuran', en: 'Forget the size' },

  'office.retention.title': { id: 'Lama penyimpanan', en: 'How long data stays' },
  'office.retention.now': {
    id: 'Foto dan data dihapus dari kios {verified} hari setelah terverifikasi, {rejected} hari setelah ditolak, paling lambat {sent} hari setelah terkirim. Catatan tindakan: {audit} hari.',
    en: 'Photos and data leave this kiosk after verified: {verified}, after rejected: {rejected}, after sending at the latest: {sent} (days). Audit trail: {audit} days.',
  },
  'office.retention.sub': {
    id: 'Angka ini tampil di layar persetujuan. Kunjungan yang sedang berjalan tetap memakai angka lama.',
    en: 'The consent screen shows these numbers. Visits that are under way keep the old ones.',
  },
  'office.retention.verified': { id: 'Hari setelah terverifikasi', en: 'Days after verified' },
  'office.retention.verified.hint': { id: '1 sampai 30, biasanya 1', en: '1 to 30, usually 1' },
  'office.retention.verified.error': {
    id: 'Ketik angka 1 sampai 30, contoh 1.',
    en: 'Type a number from 1 to 30, for example 1.',
  },
  'office.retention.rejected': { id: 'Hari setelah ditolak', en: 'Days after rejected' },
  'office.retention.rejected.hint': {
    id: '1 sampai 90, biasanya 14: selama itu data dapat diperbaiki',
    en: '1 to 90, usually 14: for so long it can be corrected',
  },
  'office.retention.rejected.error': {
    id: 'Ketik angka 1 sampai 90, contoh 14.',
    en: 'Type a number from 1 to 90, for example 14.',
  },
  'office.retention.sent': {
    id: 'Paling lambat, hari setelah terkirim',
    en: 'At the latest, days after sending',
  },
  'office.retention.sent.hint': {
    id: '14 sampai 365, biasanya 90: bila keputusan pusat tidak sampai ke kios ini',
    en: '14 to 365, usually 90: for when the decision never reaches this kiosk',
  },
  'office.retention.sent.error': {
    id: 'Ketik angka 14 sampai 365, contoh 90.',
    en: 'Type a number from 14 to 365, for example 90.',
  },
  'office.retention.audit': {
    id: 'Hari catatan tindakan petugas disimpan',
    en: 'Days the audit trail of staff is kept',
  },
  'office.retention.audit.hint': { id: '90 sampai 3.650', en: '90 to 3,650' },
  'office.retention.audit.error': {
    id: 'Ketik angka 90 sampai 3.650, contoh 365.',
    en: 'Type a number from 90 to 3,650, for example 365.',
  },
  'office.retention.saved': { id: 'Lama penyimpanan sudah disimpan.', en: 'The periods were saved.' },

  'office.reading.title': { id: 'Pembacaan KTP', en: 'KTP reading' },
  'office.reading.about': {
    id: 'Isian mana yang sering diperbaiki dengan tangan.',
    en: 'Which fields are often corrected by hand.',
  },
  'office.reading.sub': {
    id: 'Isian yang sering diperbaiki: periksa lampu, kamera, dan letak kartu di meja ini.',
    en: 'Where fields are often corrected: check the light, the camera and where cards lie at this desk.',
  },
  'office.reading.cards': {
    id: '{n} KTP terbaca dalam {days} hari terakhir. Hanya jumlah; isi KTP tidak disimpan di sini.',
    en: '{n} KTP read in the last {days} days. Numbers only: nothing of a KTP is kept here.',
  },
  'office.reading.none': {
    id: 'Belum ada KTP yang terbaca dalam {days} hari terakhir.',
    en: 'No KTP was read in the last {days} days.',
  },
  'office.reading.field': { id: 'Isian', en: 'Field' },
  'office.reading.corrected': { id: 'Diperbaiki', en: 'Corrected' },
  'office.reading.share': { id: 'Bagian dari KTP', en: 'Share of cards' },

  'office.central.about': {
    id: 'Alamat pusat dan kode sekali pakai dari LKPP.',
    en: 'The address of the centre and the one-time code from LKPP.',
  },
  'office.connection.title': { id: 'Jalur ke pusat', en: 'Line to the centre' },
  'office.connection.about': {
    id: 'Proksi dan sertifikat kantor, bila pusat tidak bisa dihubungi langsung.',
    en: 'Proxy and office certificate, when the centre cannot be reached directly.',
  },
  'office.connection.sub': {
    id: 'Uji dulu, lalu simpan. Kata sandi proksi yang sudah tersimpan tidak ditampilkan dan tetap berlaku.',
    en: 'Test first, then save. A stored password of the proxy is not shown and stays in force.',
  },
  'office.proxy': { id: 'Proksi', en: 'Proxy' },
  'office.proxy.system': { id: 'Ikut komputer', en: 'As the computer' },
  'office.proxy.none': { id: 'Tanpa proksi', en: 'No proxy' },
  'office.proxy.manual': { id: 'Alamat sendiri', en: 'Own address' },
  'office.proxy.url': { id: 'Alamat proksi', en: 'Address of the proxy' },
  'office.proxy.url.hint': {
    id: 'Contoh http://proksi.kantor.go.id:3128',
    en: 'For example http://proksi.kantor.go.id:3128',
  },
  'office.proxy.url.error': {
    id: 'Alamat diawali http://, contoh http://proksi.kantor.go.id:3128.',
    en: 'The address starts with http://, for example http://proksi.kantor.go.id:3128.',
  },
  'office.ca': { id: 'Sertifikat kantor', en: 'Office certificate' },
  'office.ca.now': { id: 'Sekarang: {subject}', en: 'Now: {subject}' },
  'office.ca.keep': { id: 'Tetap seperti sekarang', en: 'As it is now' },
  'office.ca.none': { id: 'Tanpa sertifikat', en: 'No certificate' },
  'office.ca.file': { id: 'Ambil dari berkas', en: 'Take from a file' },
  'office.ca.path': { id: 'Letak berkas sertifikat', en: 'Place of the certificate file' },
  'office.ca.path.hint': {
    id: 'Lengkap dari awal, contoh /media/usb/kantor.pem atau E:\\kantor.pem',
    en: 'In full, for example /media/usb/office.pem or E:\\office.pem',
  },
  'connection.loading': { id: 'Sebentar, pengaturan dibaca.', en: 'One moment, reading the settings.' },
  'connection.ca-unreadable': {
    id: 'Berkas sertifikat tidak ada atau bukan sertifikat kantor (PEM). Periksa letaknya, atau minta lagi ke bagian TI.',
    en: 'The certificate file is not there or is no office certificate (PEM). Check its place, or ask your IT staff again.',
  },
  'office.connection.test': { id: 'Uji sambungan', en: 'Test the connection' },
  'office.connection.saved': {
    id: 'Jalur ke pusat sudah disimpan.',
    en: 'The line to the centre was saved.',
  },
  'office.connection.saved.ca': {
    id: 'Jalur ke pusat sudah disimpan. Sertifikat: {subject}',
    en: 'The line to the centre was saved. Certificate: {subject}',
  },
  'connection.reached': {
    id: 'Pusat menjawab. Sambungan baik.',
    en: 'The centre answers. The line is good.',
  },
  'connection.reached.skew': {
    id: 'Pusat menjawab, tetapi jam kios berbeda {age}. Betulkan jam komputer.',
    en: "The centre answers, but this kiosk's clock differs by {age}. Correct the computer's clock.",
  },
  'connection.offline': {
    id: 'Pusat belum bisa dihubungi. Periksa kabel, internet, proksi dan sertifikat.',
    en: 'The centre cannot be reached. Check the cable, the internet, the proxy and the certificate.',
  },
  'connection.proxy-authentication': {
    id: 'Proksi meminta nama dan sandi. Tulis di alamat proksi: http://nama:sandi@alamat:3128.',
    en: 'The proxy asks for a name and password. Put them into its address: http://name:password@address:3128.',
  },
  'connection.captive-portal': {
    id: 'Jaringan ini menjawab dengan halaman web, bukan pusat. Buka peramban, masuk ke jaringan dulu, lalu uji lagi.',
    en: 'This network answers with a web page, not the centre. Open a browser, sign in to the network, then test again.',
  },
  'connection.later': {
    id: 'Pusat sedang sibuk. Tunggu beberapa menit, lalu uji lagi.',
    en: 'The centre is busy. Wait a few minutes, then test again.',
  },
  'connection.unauthorised': {
    id: 'Pusat tidak mengenal kios ini. Minta kode baru ke LKPP, lalu buka Sambungan.',
    en: 'The centre does not know this kiosk. Ask LKPP for a new code, then open Connection.',
  },
  'connection.forbidden': {
    id: 'Pusat tidak mengizinkan kios ini. Hubungi LKPP.',
    en: 'The centre does not allow this kiosk. Contact LKPP.',
  },
  'connection.refused': {
    id: 'Yang menjawab bukan pusat INAPROC. Periksa alamat pusat dan proksi.',
    en: 'What answers is not the INAPROC centre. Check the address of the centre and the proxy.',
  },
  'connection.unreadable': {
    id: 'Jawaban pusat tidak terbaca. Periksa alamat pusat, lalu uji lagi.',
    en: "The centre's answer could not be read. Check the address of the centre, then test again.",
  },
  'connection.wrong-mode': {
    id: 'Ini pusat untuk mode lain (demo dan sungguhan tidak boleh tercampur). Periksa alamat pusat.',
    en: 'This centre is for another mode (demo and real must not mix). Check the address of the centre.',
  },
  'connection.not-enrolled': {
    id: 'Kios belum tersambung ke pusat mana pun. Buka Pengaturan kantor, lalu Sambungan.',
    en: 'This kiosk is not connected to any centre. Open Office settings, then Connection.',
  },
  'connection.other': {
    id: 'Sambungan belum berhasil. Periksa internet dan alamat pusat, lalu uji lagi.',
    en: 'No connection yet. Check the internet and the address of the centre, then test again.',
  },
  'connection.detail': { id: 'Untuk bagian TI: {detail}', en: 'For IT staff: {detail}' },

  'office.recovery.title': { id: 'Kunci pemulihan', en: 'Recovery key' },
  'office.recovery.set': {
    id: 'Sudah dibuat. Kertasnya ada di brankas kantor.',
    en: 'Made. Its paper lies in the office safe.',
  },
  'office.recovery.missing': {
    id: 'Belum dibuat. Tanpa kunci ini, data di kios yang mati tidak bisa diselamatkan.',
    en: 'Not made yet. Without it the data on a dead kiosk cannot be saved.',
  },
  'office.recovery.not-needed': { id: 'Mode demo tidak memerlukannya.', en: 'Demo mode does not need one.' },
  'office.recovery.sub': {
    id: 'Dengan kertas kunci ini, data dari kios yang mati bisa dipindahkan ke kios lain.',
    en: 'With the paper of this key, the data of a dead kiosk can be moved to another one.',
  },
  'office.recovery.how': { id: 'Kunci mana yang dipakai?', en: 'Which key?' },
  'office.recovery.new': { id: 'Buat kunci baru', en: 'Make a new key' },
  'office.recovery.new.hint': {
    id: 'Untuk kios pertama di kantor. Siapkan printer.',
    en: 'For the first kiosk of the office. Have a printer ready.',
  },
  'office.recovery.same': { id: 'Kunci kantor yang sudah ada', en: "The office's key" },
  'office.recovery.same.hint': {
    id: 'Untuk kios berikutnya. Cukup satu kertas untuk semua.',
    en: 'For further kiosks. One paper serves all.',
  },
  'office.recovery.recipient': { id: 'Bagian umum kunci', en: 'Public half of the key' },
  'office.recovery.recipient.hint': {
    id: 'Diawali age1, ada di kertas kunci kantor. Bukan yang diawali AGE-SECRET-KEY.',
    en: "Starts with age1, on the office key's paper. Not the one starting with AGE-SECRET-KEY.",
  },
  'office.recovery.recipient.error': {
    id: 'Kunci diawali age1 dan panjangnya 62 huruf dan angka; baru {n}. Salin lagi dari kertas.',
    en: 'The key starts with age1 and has 62 letters and digits; you typed {n}. Copy it from the paper again.',
  },
  'recovery.key-invalid': {
    id: 'Kunci ini salah ketik. Cocokkan setiap huruf dengan kertas.',
    en: 'This key has a typing mistake. Compare every letter with the paper.',
  },
  'office.recovery.replace': {
    id: 'Kios ini sudah punya kunci pemulihan. Setelah diganti, kertas lama tidak berlaku untuk kios ini.',
    en: 'This kiosk has a recovery key already. Once replaced, the old paper no longer serves this kiosk.',
  },
  'office.recovery.use': { id: 'Pakai kunci ini', en: 'Use this key' },
  'office.recovery.used': {
    id: 'Kunci kantor sudah dipakai di kios ini.',
    en: "The office's key is now used on this kiosk.",
  },
  'office.recovery.once.title': { id: 'Cetak kunci ini sekarang', en: 'Print this key now' },
  'office.recovery.once.sub': {
    id: 'Hanya ditampilkan sekali dan tidak disimpan di mana pun. Cetak atau tulis, lalu simpan di brankas kantor.',
    en: "Shown once and stored nowhere. Print it or write it down, then keep it in the office's safe.",
  },
  'office.recovery.secret': { id: 'Kunci rahasia', en: 'Secret key' },
  'office.recovery.public': { id: 'Bagian umum, untuk kios lain', en: 'Public half, for other kiosks' },
  'office.recovery.kept': { id: 'Kertasnya sudah saya simpan', en: 'I have put the paper away' },
  'office.recovery.unprinted': {
    id: 'Belum tercetak. Periksa printer lalu tekan Cetak, atau tulis kuncinya di kertas.',
    en: 'Not printed. Check the printer and press Print, or write the key down on paper.',
  },
  'office.recovery.kept.error': {
    id: 'Cetak atau tulis dulu kuncinya, lalu centang. Setelah ini tidak bisa dilihat lagi.',
    en: 'Print or write the key down first, then tick. It cannot be seen again after this.',
  },
  'office.recovery.made': { id: 'Kunci pemulihan sudah dibuat.', en: 'The recovery key was made.' },
  'office.recovery.paper.title': { id: 'Kunci pemulihan kios', en: 'Kiosk recovery key' },
  'office.recovery.paper.do': {
    id: 'Simpan di brankas kantor. Jangan difoto, jangan dikirim. Dipakai dengan perintah npm run recover bila kios mati.',
    en: "Keep it in the office's safe. Take no photo, send it to nobody. Used with npm run recover when a kiosk is dead.",
  },

  'courier.title': { id: 'Kurir', en: 'Courier' },
  'courier.sub': {
    id: 'Kirim tanpa internet: data tersegel dibawa ke pusat dengan stik USB, bukti terimanya dibawa pulang.',
    en: 'Sending without internet: sealed data travels to the centre on a USB stick, the proof of receipt comes back.',
  },
  'courier.waiting': { id: '{n} pendaftaran belum terkirim.', en: 'Unsent registrations: {n}.' },
  'courier.folder': { id: 'Letak stik atau folder', en: 'Place of the stick or folder' },
  'courier.folder.hint': {
    id: 'Pasang stik, lalu ketik atau tempel letaknya, contoh /media/usb atau E:\\',
    en: 'Plug in the stick, then type or paste its place, for example /media/usb or E:\\',
  },
  'courier.folder.empty': {
    id: 'Isi letak stik dulu, contoh /media/usb atau E:\\.',
    en: 'Give the place of the stick first, for example /media/usb or E:\\.',
  },
  'courier.export': { id: 'Salin ke stik', en: 'Copy to the stick' },
  'courier.import': { id: 'Ambil bukti terima', en: 'Take in receipts' },
  'courier.progress': {
    id: '{n} dari {total} disalin dan diperiksa. Jangan cabut stik.',
    en: '{n} of {total} copied and checked. Do not pull out the stick.',
  },
  'courier.starting': {
    id: 'Menyiapkan. Jangan cabut stik.',
    en: 'Getting ready. Do not pull out the stick.',
  },
  'courier.export.done': {
    id: '{packets} pendaftaran ada di stik dan sudah diperiksa ({size} MB, {copied} baru disalin). Cabut stik dengan aman, bawa ke pusat. Di sini tetap antre sampai bukti terima datang.',
    en: '{packets} registrations are on the stick and checked ({size} MB, {copied} newly copied). Eject the stick and take it to the centre. They keep waiting here until the receipts come.',
  },
  'courier.export.calledOff': {
    id: '{n} pembatalan ikut dibawa ke pusat. Statusnya menjadi Dibatalkan setelah jawaban pusat datang.',
    en: '{n} cancellations travel to the centre too. They count as cancelled when the centre has answered.',
  },
  'courier.export.unfit': {
    id: '{n} pendaftaran tidak disalin karena berkasnya rusak. Hubungi admin; jangan hapus apa pun.',
    en: 'Not copied, because the files are damaged: {n}. Contact the admin; erase nothing.',
  },
  'courier.import.done': {
    id: '{settled} pendaftaran sekarang Terkirim. {known} sudah tercatat sebelumnya.',
    en: '{settled} registrations now count as sent. {known} were known before.',
  },
  'courier.import.nothing': {
    id: 'Tidak ada bukti terima baru di stik ini. {known} sudah tercatat sebelumnya.',
    en: 'There are no new receipts on this stick. {known} were known before.',
  },
  'courier.import.calledOff': {
    id: '{n} pendaftaran sekarang Dibatalkan di pusat juga.',
    en: 'Now cancelled at the centre too: {n}.',
  },
  'courier.import.invalid': {
    id: '{n} bukti tidak dipercaya karena bukan dari pusat kita. Datanya tetap antre. Beri tahu admin.',
    en: '{n} receipts are not believed: they are not from our centre. The data keeps waiting. Tell the admin.',
  },
  'courier.import.notTaken': {
    id: '{n} belum diterima pusat dan tetap antre. Salin ke stik sekali lagi.',
    en: '{n} were not taken by the centre and keep waiting. Copy them to the stick once more.',
  },
  'courier.folder-missing': {
    id: 'Letak ini tidak ditemukan. Pasang stik, periksa tulisannya, contoh /media/usb atau E:\\.',
    en: 'This place was not found. Plug in the stick and check the spelling, for example /media/usb or E:\\.',
  },
  'courier.not-a-folder': {
    id: 'Ini berkas, bukan folder. Ketik letak stik atau foldernya.',
    en: 'This is a file, not a folder. Give the place of the stick or of a folder.',
  },
  'courier.not-writable': {
    id: 'Stik ini tidak bisa ditulisi. Buka kunci tulisnya, atau pakai stik lain.',
    en: 'This stick cannot be written. Unlock it, or use another one.',
  },
  'courier.inside-data': {
    id: 'Ini folder data kios sendiri. Pilih stik atau folder lain.',
    en: "This is the kiosk's own data folder. Choose a stick or another folder.",
  },
  'courier.not-enrolled': {
    id: 'Kios belum tersambung ke pusat, jadi belum ada kunci untuk kurir. Admin: buka Sambungan.',
    en: 'The kiosk is not connected to the centre, so there is no key for the courier yet. Admin: open Connection.',
  },
  'courier.nothing-waiting': {
    id: 'Tidak ada yang menunggu. Semua sudah terkirim.',
    en: 'Nothing is waiting. Everything has been sent.',
  },
  'courier.no-room': {
    id: 'Stik penuh. Kosongkan stik, atau pakai stik yang lebih besar, lalu salin lagi.',
    en: 'The stick is full. Make room or use a larger one, then copy again.',
  },
  'courier.stick-lost': {
    id: 'Stik tercabut atau rusak. Data aman di kios. Pasang lagi atau pakai stik lain, lalu salin lagi.',
    en: 'The stick was pulled out or is broken. The data is safe in the kiosk. Plug it in again or use another, then copy again.',
  },
  'courier.busy': {
    id: 'Penyalinan lain masih berjalan. Tunggu sampai selesai, lalu coba lagi.',
    en: 'Another copy is still under way. Wait until it is done, then try again.',
  },
  'courier.foreign': {
    id: 'Bukti terima di stik ini untuk kios lain. Ambil di kios itu.',
    en: 'The receipts on this stick are for another kiosk. Take them in there.',
  },
  'courier.no-receipts': {
    id: 'Belum ada bukti terima di stik ini. Stik harus dibaca pusat dulu.',
    en: 'There are no receipts on this stick yet. The centre has to read it first.',
  },
  'courier.unreadable': {
    id: 'Bukti terima di stik tidak terbaca. Minta pusat menulisnya lagi, atau pakai stik lain.',
    en: 'The receipts on the stick cannot be read. Ask the centre to write them again, or use another stick.',
  },
} as const satisfies Messages

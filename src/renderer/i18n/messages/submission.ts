import type { Messages } from './messages.ts'

/** Status words, the receipt S13 and what follows (interface specification S13, §4, §5; stage-honest words). */
export const submissionMessages = {
  'state.draf': { id: 'Draf', en: 'Draft' },
  'state.antre': { id: 'Antre', en: 'Waiting' },
  'state.sedang-dikirim': { id: 'Sedang dikirim', en: 'Being sent' },
  'state.terkirim': { id: 'Terkirim', en: 'Sent' },
  'state.menunggu-profil': { id: 'Menunggu Profil', en: 'Waiting for the profile' },
  'state.menunggu-verifikasi': { id: 'Menunggu Verifikasi', en: 'Being verified' },
  'state.terverifikasi': { id: 'Terverifikasi', en: 'Verified' },
  'state.terverifikasi.ending': { id: 'Disetujui', en: 'Granted' },
  'state.terverifikasi.company-admin': { id: 'Disetujui', en: 'Granted' },
  'state.aktif': { id: 'Aktif', en: 'Active' },
  'state.ditolak': { id: 'Ditolak', en: 'Rejected' },
  'state.kedaluwarsa': { id: 'Kedaluwarsa', en: 'Expired' },
  'state.perlu-tindakan': { id: 'Perlu Tindakan', en: 'Needs action' },
  'state.dibatalkan': { id: 'Dibatalkan', en: 'Cancelled' },

  'progress.label': { id: 'Sampai di mana', en: 'How far it is' },
  'progress.prepared': { id: 'Disiapkan', en: 'Prepared' },
  'progress.sent': { id: 'Terkirim', en: 'Sent' },
  'progress.profile': { id: 'Profil diperiksa', en: 'Profile check' },
  'progress.access': { id: 'Akses diperiksa', en: 'Access check' },
  'progress.checked': { id: 'Data diperiksa', en: 'Data check' },
  'progress.request': { id: 'Permohonan diperiksa', en: 'Request check' },
  'progress.granted': { id: 'Disetujui', en: 'Granted' },
  'progress.active': { id: 'Aktif', en: 'Active' },
  'progress.verified': { id: 'Terverifikasi', en: 'Verified' },

  'receipt.sent.title': {
    id: 'Terima kasih, data Anda sedang kami proses',
    en: 'Thank you, we are processing your data',
  },
  'receipt.sent.sub': {
    id: 'Biasanya 3-5 menit, paling lama 1x24 jam; bila diperiksa verifikator 3x24 jam. Hasil ke {email}.',
    en: 'Usually 3-5 minutes, at most 24 hours; 72 if a verifier checks. Result to {email}.',
  },
  // Words of their own where the case is no registration of a profile (stage-honest words).
  'receipt.sent.title.access': { id: 'Permohonan akses terkirim', en: 'Your access request is sent' },
  'receipt.sent.title.reactivation': {
    id: 'Permohonan mengaktifkan lagi terkirim',
    en: 'Your request to take the access up again is sent',
  },
  'receipt.sent.title.ending': {
    id: 'Permohonan menghentikan akses terkirim',
    en: 'Your request to end the access is sent',
  },
  'receipt.sent.title.company-admin': {
    id: 'Pengajuan admin perusahaan terkirim',
    en: 'Your application for a company admin is sent',
  },
  'receipt.sent.sub.account': { id: 'Hasil ke {email}.', en: 'Result to {email}.' },
  'receipt.sent.sub.access': {
    id: 'Akses diperiksa paling lama 3x24 jam. Hasil ke {email}.',
    en: 'The access is checked within 72 hours. Result to {email}.',
  },
  'receipt.sent.sub.reactivation': { id: 'Hasil ke {email}.', en: 'Result to {email}.' },
  'receipt.sent.sub.ending': { id: 'Hasil ke {email}.', en: 'Result to {email}.' },
  'receipt.sent.sub.company-admin': {
    id: 'LKPP memutuskan. Hasil ke {email}.',
    en: 'LKPP decides. Result to {email}.',
  },
  'receipt.sent.next.account': {
    id: 'INAPROC memeriksa. Anda boleh pulang; tunggu e-mail.',
    en: 'INAPROC checks it. You may go home; wait for the e-mail.',
  },
  'receipt.sent.next.access': {
    id: 'Verifikator memeriksa, sesudah profil terverifikasi. Anda boleh pulang; tunggu e-mail.',
    en: 'The verifier checks it once the profile is verified. You may go home; wait for the e-mail.',
  },
  'receipt.sent.next.reactivation': {
    id: 'Verifikator (VAI) instansi Anda memeriksa. Anda boleh pulang; tunggu e-mail.',
    en: 'The verifier (VAI) of your office checks it. You may go home; wait for the e-mail.',
  },
  'receipt.sent.next.ending': {
    id: 'INAPROC memproses. Anda boleh pulang; tunggu e-mail.',
    en: 'INAPROC sees to it. You may go home; wait for the e-mail.',
  },
  'receipt.sent.next.company-admin': {
    id: 'Tim LKPP memeriksa. Anda boleh pulang; tunggu e-mail.',
    en: 'The LKPP team checks it. You may go home; wait for the e-mail.',
  },
  'receipt.verified.title.account': {
    id: 'Data akun Anda terverifikasi',
    en: 'Your account details are verified',
  },
  'receipt.verified.title.access': { id: 'Akses Anda aktif', en: 'Your access is active' },
  'receipt.verified.title.reactivation': {
    id: 'Akses Anda aktif lagi',
    en: 'Your access is active again',
  },
  'receipt.verified.title.ending': {
    id: 'Permohonan menghentikan akses disetujui',
    en: 'Your request to end the access is granted',
  },
  'receipt.verified.title.company-admin': {
    id: 'Pengajuan admin perusahaan disetujui',
    en: 'Your application for a company admin is granted',
  },
  'receipt.verified.sub.ending': {
    id: 'Rinciannya ada di e-mail {email}.',
    en: 'The details are in your e-mail {email}.',
  },
  'receipt.verified.next.access': {
    id: 'Masuk ke INAPROC dengan akun Anda.',
    en: 'Sign in to INAPROC with your account.',
  },
  'receipt.verified.next.reactivation': {
    id: 'Masuk ke INAPROC dengan akun Anda.',
    en: 'Sign in to INAPROC with your account.',
  },
  'receipt.verified.next.ending': { id: 'Tidak ada lagi yang perlu dilakukan.', en: 'Nothing more to do.' },
  'receipt.rejected.title.access': { id: 'Permohonan akses ditolak', en: 'The access request was rejected' },
  'receipt.rejected.title.reactivation': { id: 'Permohonan ditolak', en: 'The request was rejected' },
  'receipt.rejected.title.ending': { id: 'Permohonan ditolak', en: 'The request was rejected' },
  'receipt.rejected.title.company-admin': { id: 'Pengajuan ditolak', en: 'The application was rejected' },
  'receipt.hint.bsre': {
    id: 'Peran Anda perlu tanda tangan elektronik BSrE. Hubungi verifikator TTE di instansi Anda.',
    en: 'Your role needs a BSrE electronic signature. Ask the TTE verifier of your office.',
  },
  'receipt.hint.vai-by-direktorat': {
    id: 'Peran VAI diperiksa Direktorat Sistem Pengadaan Digital bersama PT Telkom Indonesia.',
    en: 'The role VAI is checked by the Direktorat Sistem Pengadaan Digital with PT Telkom Indonesia.',
  },
  'receipt.saved.title': { id: 'Data Anda tersimpan, belum terkirim', en: 'Saved, not yet sent' },
  'receipt.saved.sub': {
    id: 'Dikirim otomatis saat internet kembali; waktu proses dihitung sejak itu. Hasil ke {email}.',
    en: 'Sent when internet returns; the clock starts then. Result to {email}.',
  },
  'receipt.verified.title': { id: 'Profil Anda terverifikasi', en: 'Your profile is verified' },
  'receipt.verified.sub': {
    id: 'Buka e-mail {email}; di sana ada langkah berikutnya.',
    en: 'Open your e-mail {email}; the next step is there.',
  },
  'receipt.rejected.title': { id: 'Pendaftaran ditolak', en: 'The registration was rejected' },
  'receipt.rejected.sub': {
    id: 'Bicarakan dengan petugas: bagian yang perlu diperbaiki bisa dikirim lagi.',
    en: 'Talk to the officer: the parts to correct can be sent again.',
  },
  'receipt.attention.title': {
    id: 'Pendaftaran perlu tindakan petugas',
    en: 'An officer must look at the registration',
  },
  'receipt.attention.sub': {
    id: 'Data Anda aman di kios ini. Tunjukkan nomor ini kepada petugas.',
    en: 'Your data is safe on this kiosk. Show this number to the officer.',
  },
  'receipt.closed.title': { id: 'Pendaftaran ini sudah ditutup', en: 'This registration is closed' },
  'receipt.closed.sub': {
    id: 'Tanyakan kepada petugas bila ingin mendaftar lagi.',
    en: 'Ask the officer if you want to register again.',
  },
  'receipt.next': { id: 'Langkah berikutnya', en: 'What comes next' },
  'receipt.saved.next': {
    id: 'Kios mengirim sendiri. Anda boleh pulang.',
    en: 'The kiosk sends it by itself. You may go home.',
  },
  'receipt.sent.next': {
    id: 'Privy dan Dukcapil memeriksa. Anda boleh pulang; tunggu e-mail.',
    en: 'Privy and Dukcapil check it. You may go home; wait for the e-mail.',
  },
  'receipt.verified.next': {
    id: 'Buka e-mail Anda di rumah dan ikuti tautannya.',
    en: 'Open your e-mail at home and follow the link.',
  },
  'receipt.rejected.next': {
    id: 'Petugas membantu memperbaiki sekarang.',
    en: 'The officer helps you to correct it now.',
  },
  'receipt.attention.next': {
    id: 'Petugas mengurusnya. Anda boleh pulang; simpan nomor ini.',
    en: 'The officer sees to it. You may go home; keep this number.',
  },
  'receipt.closed.next': { id: 'Tidak ada lagi yang diperiksa.', en: 'Nothing more is checked.' },
  'receipt.reason': { id: 'Alasan: {reason}', en: 'Reason: {reason}' },
  'receipt.follows': { id: 'Menyusul', en: 'To follow' },
  'receipt.follows.phone-code': {
    id: 'Kode HP: tautannya dikirim ke HP Anda setelah data terkirim.',
    en: 'Phone code: a link is sent to your phone after your data is sent.',
  },
  'receipt.follows.email-code': {
    id: 'Kode e-mail: tautannya dikirim ke e-mail Anda setelah data terkirim.',
    en: 'E-mail code: a link is sent to your e-mail after your data is sent.',
  },
  'receipt.follows.email-registered': {
    id: 'Pemeriksaan e-mail: bila sudah punya akun, kami kabari lewat e-mail.',
    en: 'E-mail check: if it already has an account, we tell you by e-mail.',
  },
  'receipt.follows.username-free': {
    id: 'Pemeriksaan nama pengguna: bila sudah dipakai, Anda diminta memilih yang lain.',
    en: 'Username check: if it is taken, you are asked to choose another.',
  },
  'receipt.reference': { id: 'Nomor pendaftaran', en: 'Registration number' },
  'receipt.keep': {
    id: 'Simpan nomor ini. Foto saja layarnya bila tidak dicetak.',
    en: 'Keep this number. Take a picture of it if it is not printed.',
  },
  'receipt.qr': { id: 'Kode QR berisi nomor pendaftaran', en: 'QR code with the registration number' },
  'receipt.service': { id: 'Layanan', en: 'Service' },
  'receipt.time': { id: 'Waktu', en: 'Time' },
  'receipt.petugas': { id: 'Petugas', en: 'Officer' },
  'receipt.office': { id: 'Kantor', en: 'Office' },
  'receipt.state': { id: 'Status', en: 'Status' },
  'receipt.nik': { id: 'NIK', en: 'NIK' },
  'receipt.email': { id: 'E-mail', en: 'E-mail' },
  'receipt.help': {
    id: 'Bantuan: telepon 144 (24 jam), WhatsApp 08-111-5577-09 (hari kerja 09.00-18.00)',
    en: 'Help: call 144 (24 hours), WhatsApp 08-111-5577-09 (working days 09.00-18.00)',
  },
  'receipt.notProof': { id: 'Bukan bukti akun aktif', en: 'Not proof of an active account' },
  'receipt.paperTitle': { id: 'Tanda terima pendaftaran', en: 'Registration receipt' },
  'receipt.closing': {
    id: 'Kembali ke awal dalam {n} detik.',
    en: 'Back to the start in {n} seconds.',
  },
  'print.failed': {
    id: 'Belum tercetak. Periksa printer lalu tekan Cetak, atau foto layar ini.',
    en: 'Not printed. Check the printer and press Print, or take a picture of this screen.',
  },
  'receipt.stay': { id: 'Tampilkan lebih lama', en: 'Show longer' },
} as const satisfies Messages

import type { Messages } from './messages.ts'

/** Guidance pages (`panduan`): what people ask beside a registration, from documents 002 and 004. No submission. */
export const guidanceMessages = {
  'guide.sub': {
    id: 'Pilih satu, baca di sini atau cetak. Tidak ada data yang disimpan.',
    en: 'Choose one, read it here or print it. Nothing is stored.',
  },
  'guide.print': { id: 'Cetak panduan', en: 'Print the guidance' },
  'guide.source': { id: 'Sumber: {source}', en: 'Source: {source}' },

  'guide.tte.title': { id: 'Tanda tangan elektronik BSrE', en: 'Electronic signature BSrE' },
  'guide.tte.short': { id: 'Untuk PA, KPA, dan PPK', en: 'For PA, KPA and PPK' },
  'guide.tte.1': {
    id: 'PA, KPA, dan PPK menandatangani dengan tanda tangan elektronik (TTE) dari BSrE.',
    en: 'PA, KPA and PPK sign with an electronic signature (TTE) issued by BSrE.',
  },
  'guide.tte.2': {
    id: 'Belum aktif? NIK Anda harus didaftarkan di sistem BSrE. Hubungi verifikator TTE BSrE di instansi Anda.',
    en: 'Not active yet? Your NIK has to be registered with BSrE. Ask the TTE BSrE verifier of your office.',
  },
  'guide.tte.3': {
    id: 'Petunjuk teknis dan video aktivasi ada di INAPROC: Manajemen Akun, lalu Pengaturan Tanda Tangan Elektronik.',
    en: 'The instructions and a video are in INAPROC: account management, then settings of the electronic signature.',
  },
  'guide.tte.4': {
    id: 'Sudah aktif? Tanda tangan Anda tampil di halaman yang sama.',
    en: 'Active already? Your signature is shown on the same page.',
  },
  'guide.tte.source': { id: 'LKPP, Pengaturan TTE BSrE', en: 'LKPP, Pengaturan TTE BSrE' },

  'guide.akses.title': { id: 'Masa berlaku akses', en: 'How long an access holds' },
  'guide.akses.short': { id: 'Berhenti, habis, aktif lagi', en: 'Ending, expiring, taking up again' },
  'guide.akses.1': {
    id: 'Tidak lagi menjabat? Selesaikan pekerjaan, atau serahkan kepada pengguna lain yang berwenang.',
    en: 'No longer in the post? Finish the work, or hand it to another authorised user.',
  },
  'guide.akses.2': {
    id: 'Lalu ajukan penonaktifan akses: sendiri di pengaturan akun INAPROC, atau di kios ini.',
    en: 'Then ask to end the access: by yourself in the settings of your INAPROC account, or at this kiosk.',
  },
  'guide.akses.3': {
    id: 'Ada SK atau surat tugas baru? Ajukan reaktivasi. Verifikator (VAI) instansi Anda memeriksa.',
    en: 'A new letter of assignment? Ask to take the access up again. The verifier (VAI) of your office checks it.',
  },
  'guide.akses.4': {
    id: 'Tanpa keduanya, akses menjadi Kedaluwarsa pada akhir masa berlaku SK, dan platform tidak bisa dibuka.',
    en: 'Without either the access expires at the end of the letter, and the platforms cannot be opened.',
  },
  'guide.akses.source': {
    id: 'LKPP, Penonaktifan dan Pengaktifan Kembali Akses',
    en: 'LKPP, Penonaktifan dan Pengaktifan Kembali Akses',
  },

  'guide.katalog.title': { id: 'Belanja di Katalog Elektronik', en: 'Buying in the Katalog Elektronik' },
  'guide.katalog.short': { id: 'PP, PPK, lalu bendahara', en: 'PP, PPK, then treasurer' },
  'guide.katalog.1': {
    id: 'PP (Pejabat Pengadaan): cari produk di katalog.inaproc.id, buat pesanan, negosiasi, ajukan ke PPK.',
    en: 'PP: find a product on katalog.inaproc.id, make an order, negotiate, hand it to the PPK.',
  },
  'guide.katalog.2': {
    id: 'PPK: periksa dan setujui pesanan, buat surat pesanan, konfirmasi BAST saat barang diterima.',
    en: 'PPK: check and approve the order, make the order letter, confirm the handover (BAST) on delivery.',
  },
  'guide.katalog.3': {
    id: 'Bendahara kementerian dan lembaga: isi COA, buat SPBy di SAKTI, bayar dengan KKP atau rekening virtual.',
    en: 'Treasurer of a ministry or agency: fill in the COA, make the SPBy in SAKTI, pay by KKP or virtual account.',
  },
  'guide.katalog.4': {
    id: 'Bendahara pemerintah daerah (UP atau BUD/LS): lewat CMS bank daerah, dengan kode bayar atau rekening virtual.',
    en: 'Treasurer of a regional government (UP or BUD/LS): by the regional bank, with a payment code or virtual account.',
  },
  'guide.katalog.source': {
    id: 'LKPP, Panduan Transaksi Katalog Elektronik v6',
    en: 'LKPP, Panduan Transaksi Katalog Elektronik v6',
  },

  'guide.bimtek.title': { id: 'Pelatihan (bimtek)', en: 'Training (bimtek)' },
  'guide.bimtek.short': { id: 'Setiap Selasa dan Kamis', en: 'Every Tuesday and Thursday' },
  'guide.bimtek.1': { id: 'Selasa 13.30–15.00 WIB.', en: 'Tuesday 13.30–15.00 WIB.' },
  'guide.bimtek.2': { id: 'Kamis 09.00–11.00 WIB.', en: 'Thursday 09.00–11.00 WIB.' },
  'guide.bimtek.3': {
    id: 'Isinya: ekosistem INAPROC, pendaftaran akun, cara membeli, cara membayar.',
    en: 'About: the INAPROC ecosystem, registering, buying, paying.',
  },
  'guide.bimtek.4': {
    id: 'Pendaftaran untuk PP dan PPK: bit.ly/bimtekinaproc_pp_ppk',
    en: 'Sign up, for PP and PPK: bit.ly/bimtekinaproc_pp_ppk',
  },
  'guide.bimtek.source': { id: 'LKPP, jadwal bimtek INAPROC', en: 'LKPP, jadwal bimtek INAPROC' },

  'guide.bantuan.title': { id: 'Ke mana bertanya', en: 'Where to ask' },
  'guide.bantuan.short': { id: 'Telepon, WhatsApp, web', en: 'Phone, WhatsApp, web' },
  'guide.bantuan.1': { id: 'Telepon 144: setiap hari, 24 jam.', en: 'Call 144: every day, 24 hours.' },
  'guide.bantuan.2': {
    id: 'WhatsApp helpdesk Katalog 08-111-5577-09: hari kerja 09.00–18.00.',
    en: 'WhatsApp of the Katalog helpdesk 08-111-5577-09: working days 09.00–18.00.',
  },
  'guide.bantuan.3': {
    id: 'Panduan lengkap: bantuan.inaproc.id',
    en: 'All the guidance: bantuan.inaproc.id',
  },
  'guide.bantuan.4': {
    id: 'Jangan sebutkan kode dari SMS atau WhatsApp kepada siapa pun.',
    en: 'Tell nobody the code from SMS or WhatsApp.',
  },
  'guide.bantuan.source': { id: 'LKPP, bantuan INAPROC', en: 'LKPP, bantuan INAPROC' },

  'choosing.who.panduan': { id: 'Panduan saja', en: 'Guidance only' },
  'choosing.who.panduan.hint': {
    id: 'TTE, masa akses, katalog, pelatihan, bantuan',
    en: 'Signature, access period, catalogue, training, help',
  },
} as const satisfies Messages

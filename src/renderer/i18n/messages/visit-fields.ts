import type { Messages } from './messages.ts'

/** Names and hints of form fields (`field.<id>.label`, `.hint`), and what the core says about values. */
export const visitFieldMessages = {
  'field.provinsi.label': { id: 'Provinsi', en: 'Province' },
  'field.kabKota.label': { id: 'Kabupaten/Kota', en: 'Regency or city' },
  'field.nik.label': { id: 'NIK', en: 'NIK' },
  'field.nama.label': { id: 'Nama', en: 'Name' },
  'field.tempatLahir.label': { id: 'Tempat lahir', en: 'Place of birth' },
  'field.tanggalLahir.label': { id: 'Tanggal lahir', en: 'Date of birth' },
  'field.jenisKelamin.label': { id: 'Jenis kelamin', en: 'Sex' },
  'field.golonganDarah.label': { id: 'Golongan darah', en: 'Blood group' },
  'field.alamat.label': { id: 'Alamat', en: 'Address' },
  'field.rtRw.label': { id: 'RT/RW', en: 'RT/RW' },
  'field.kelDesa.label': { id: 'Kelurahan/Desa', en: 'Village (Kel/Desa)' },
  'field.kecamatan.label': { id: 'Kecamatan', en: 'District (Kecamatan)' },
  'field.agama.label': { id: 'Agama', en: 'Religion' },
  'field.statusPerkawinan.label': { id: 'Status perkawinan', en: 'Marital status' },
  'field.pekerjaan.label': { id: 'Pekerjaan', en: 'Occupation' },
  'field.kewarganegaraan.label': { id: 'Kewarganegaraan', en: 'Nationality' },
  'field.berlakuHingga.label': { id: 'Berlaku hingga', en: 'Valid until' },

  'field.pemohon.label': { id: 'Mendaftar sebagai', en: 'Registering as' },
  'field.nip.label': { id: 'NIP', en: 'NIP' },
  'field.nip.hint': {
    id: 'Contoh 19670817 199003 1 001',
    en: 'For example 19670817 199003 1 001',
  },
  'field.nrp.label': { id: 'NRP', en: 'NRP' },
  'field.nrp.hint': { id: 'Contoh 24565', en: 'For example 24565' },
  'field.npwp.label': { id: 'NPWP (bila ada)', en: 'NPWP (if you have one)' },
  'field.npwp.hint': {
    id: '15 atau 16 angka. Boleh dikosongkan.',
    en: '15 or 16 digits. May be left empty.',
  },
  'field.email.label': { id: 'E-mail pribadi', en: 'Personal e-mail' },
  'field.email.hint': { id: 'Contoh nama@gmail.com', en: 'For example nama@gmail.com' },
  'field.hp.label': { id: 'Nomor HP', en: 'Mobile number' },
  'field.hp.hint': { id: 'Contoh 0812-3456-7890', en: 'For example 0812-3456-7890' },
  'field.username.label': { id: 'Nama pengguna', en: 'Username' },
  'field.username.hint': {
    id: 'Kami usulkan dari nama Anda. Boleh diganti.',
    en: 'We propose it from your name. You may change it.',
  },
  'field.alasanEmailKantor.label': { id: 'Alasan petugas', en: "Officer's reason" },
  'choice.alasanEmailKantor.hanya-ini': {
    id: 'Pemohon hanya punya e-mail ini',
    en: 'The registrant has no other e-mail',
  },
  'choice.alasanEmailKantor.diwajibkan': {
    id: 'Kantornya mewajibkan e-mail ini',
    en: 'The office requires this e-mail',
  },
  'choice.alasanEmailKantor.bukan-kantor': {
    id: 'Ini e-mail pribadi, bukan e-mail kantor',
    en: 'This is a personal e-mail, not an office one',
  },

  'field.nik.empty': {
    id: 'NIK masih kosong. Ketik 16 angka di KTP.',
    en: 'The NIK is still empty. Type the 16 digits on the KTP.',
  },
  'field.nama.empty': {
    id: 'Nama masih kosong. Ketik seperti di KTP.',
    en: 'The name is still empty. Type it as on the KTP.',
  },
  'field.tanggalLahir.empty': {
    id: 'Tanggal lahir belum lengkap. Contoh 17-08-1967.',
    en: 'The date of birth is not complete. For example 17-08-1967.',
  },
  'field.nip.empty': {
    id: 'NIP masih kosong. Ketik 18 angka, contoh 19670817 199003 1 001.',
    en: 'The NIP is still empty. Type 18 digits, for example 19670817 199003 1 001.',
  },
  'field.nrp.empty': {
    id: 'NRP masih kosong. Ketik angkanya, contoh 24565.',
    en: 'The NRP is still empty. Type its digits, for example 24565.',
  },
  'field.email.empty': {
    id: 'E-mail masih kosong. Ketik e-mail pribadi, contoh nama@gmail.com.',
    en: 'The e-mail is still empty. Type a personal one, for example nama@gmail.com.',
  },
  'field.hp.empty': {
    id: 'Nomor HP masih kosong. Ketik nomor pribadi, contoh 0812-3456-7890.',
    en: 'The mobile number is still empty. Type your own, for example 0812-3456-7890.',
  },
  'field.username.empty': {
    id: 'Nama pengguna masih kosong. Contoh budi.santoso.',
    en: 'The username is still empty. For example budi.santoso.',
  },
  'field.required': {
    id: 'Bagian ini masih kosong. Isi dulu.',
    en: 'This is still empty. Fill it in first.',
  },
  'field.choose': { id: 'Pilih salah satu.', en: 'Choose one of these.' },
  'field.tick': { id: 'Centang ini dulu.', en: 'Tick this first.' },
  'field.text': { id: 'Ketik dengan huruf dan angka biasa.', en: 'Type plain letters and digits.' },
  'field.tooLong': {
    id: 'Terlalu panjang. Paling banyak {max} huruf.',
    en: 'Too long. At most {max} characters.',
  },
  'field.hidden': {
    id: 'Bagian ini tidak berlaku untuk Anda. Tekan Kembali lalu ulangi.',
    en: 'This part is not for you. Press Back and try again.',
  },
  'username.taken': {
    id: 'Nama pengguna ini sudah dipakai. Tambahkan angka, contoh budi.santoso2.',
    en: 'This username is taken. Add a number, for example budi.santoso2.',
  },
  'code.open': {
    id: 'Kode ini belum diperiksa. Minta kode, lalu ketik.',
    en: 'This code is not checked yet. Get a code, then type it.',
  },
  'photo.missing': {
    id: 'Foto ini belum ada. Ambil foto dulu.',
    en: 'This photo is missing. Take it first.',
  },
  'photo.too-large': {
    id: 'Gambar kamera terlalu besar. Ganti kamera, lalu foto ulang.',
    en: "The camera's picture is too large. Change the camera, then retake it.",
  },
  'photo.too-small': {
    id: 'Gambar kamera terlalu kecil. Ganti kamera, lalu foto ulang.',
    en: "The camera's picture is too small. Change the camera, then retake it.",
  },
  'photo.undecodable': { id: 'Gambar rusak. Foto ulang.', en: 'The picture is damaged. Retake it.' },
} as const satisfies Messages

import type { IssueCode } from '#shared/domain/identity/index.ts'

/** One message in both languages; `{x}` is a placeholder. */
type Message = { readonly id: string; readonly en: string }

/** Keys about identifiers that the parsers do not answer themselves: they need the store or the central. */
type LookedUp = 'nik.duplicate' | 'email.registered' | 'email.unregistered'

/**
 * Words for everything that can be wrong with an identifier: what it is, what to do, an example (interface.md §4).
 * Keys ending in `.soft`, and `nik.birthDate`, `nik.sex`, `nik.age`, `nik.region`, `nik.address`, `email.office` and
 * `email.typo`, are questions: they never stop anybody.
 */
export const identityMessages = {
  'nik.length': {
    id: 'NIK harus 16 angka; baru {n}. Contoh 6271 0117 0867 0001.',
    en: 'A NIK has 16 digits; you typed {n}. For example 6271 0117 0867 0001.',
  },
  'nik.characters': {
    id: 'NIK hanya berisi angka. Periksa huruf O dan angka 0, huruf I dan angka 1. Contoh 6271 0117 0867 0001.',
    en: 'A NIK has digits only. Check the letter O and the digit 0, the letter I and the digit 1. For example 6271 0117 0867 0001.',
  },
  'nik.date': {
    id: 'Tanggal di dalam NIK (angka ke-7 sampai 12) belum sesuai. Periksa dengan KTP, contoh 170867.',
    en: 'The date inside the NIK (digits 7 to 12) does not exist. Check it against the KTP, for example 170867.',
  },
  'nik.serial': {
    id: 'Empat angka terakhir NIK tidak boleh 0000. Periksa dengan KTP, contoh 0001.',
    en: 'The last four digits of a NIK cannot be 0000. Check them against the KTP, for example 0001.',
  },
  'nik.birthDate': {
    id: 'Tanggal di NIK ({a}) beda dengan tanggal lahir. Periksa keduanya.',
    en: 'The date inside the NIK ({a}) differs from the birth date. Check both.',
  },
  'nik.sex': {
    id: 'Jenis kelamin di NIK ({a}) beda dengan isian. Periksa keduanya.',
    en: 'The sex inside the NIK ({a}) differs from the form. Check both.',
  },
  'nik.age': {
    id: 'Umur menurut data ini {n} tahun. Periksa tanggal lahir.',
    en: 'By this data the age is {n}. Check the birth date.',
  },
  'nik.region': {
    id: 'Kode wilayah {code} di NIK belum kami kenal. Periksa dengan KTP; kode lama tetap boleh.',
    en: 'We do not know the region code {code} in the NIK. Check it against the KTP; old codes are fine.',
  },
  'nik.address': {
    id: 'Wilayah di NIK beda dengan alamat. Bila pernah pindah, ini wajar.',
    en: 'The region in the NIK differs from the address. After a move this is normal.',
  },
  'nik.duplicate': {
    id: 'Sudah ada pendaftaran {ref}. Buka yang itu?',
    en: 'There is already a registration {ref}. Open that one?',
  },
  'nip.length': {
    id: 'NIP harus 18 angka; baru {n}. Contoh 19670817 199003 1 001.',
    en: 'A NIP has 18 digits; you typed {n}. For example 19670817 199003 1 001.',
  },
  'nip.characters': {
    id: 'NIP hanya berisi angka. Periksa dengan SK, contoh 19670817 199003 1 001.',
    en: 'A NIP has digits only. Check it against the SK, for example 19670817 199003 1 001.',
  },
  'nip.date': {
    id: 'NIP diawali tanggal lahir, contoh 19670817. Periksa 8 angka pertama dengan SK.',
    en: 'A NIP starts with the birth date, for example 19670817. Check the first 8 digits against the SK.',
  },
  'nip.sex': {
    id: 'Angka ke-15 NIP adalah 1 (laki-laki) atau 2 (perempuan). Periksa dengan SK, contoh 19670817 199003 1 001.',
    en: 'Digit 15 of a NIP is 1 (man) or 2 (woman). Check it against the SK, for example 19670817 199003 1 001.',
  },
  'nip.birthDate.soft': {
    id: 'Tanggal di NIP beda dengan KTP. Sudah benar?',
    en: 'The date in the NIP differs from the KTP. Is it right?',
  },
  'nip.sex.soft': {
    id: 'Jenis kelamin di NIP beda dengan KTP. Sudah benar?',
    en: 'The sex in the NIP differs from the KTP. Is it right?',
  },
  'nip.month.soft': {
    id: 'Angka ke-13 dan 14 NIP bukan bulan. Untuk PPPK ini wajar. Sudah benar?',
    en: 'Digits 13 and 14 of the NIP are not a month. For PPPK this is normal. Is it right?',
  },
  'nip.appointment.soft': {
    id: 'Tahun pengangkatan di NIP terlalu dekat dengan tahun lahir. Sudah benar?',
    en: 'The year of appointment in the NIP is too close to the birth year. Is it right?',
  },
  'nrp.length': {
    id: 'NRP paling banyak 18 angka, contoh 24565. Periksa dengan kartu anggota.',
    en: 'An NRP has at most 18 digits, for example 24565. Check it against the staff card.',
  },
  'nrp.empty': {
    id: 'Ketik angka NRP, contoh 24565. Angka 0 di depan kami tambahkan.',
    en: 'Type the digits of the NRP, for example 24565. We add the leading zeros.',
  },
  'nrp.characters': {
    id: 'NRP hanya berisi huruf dan angka. Ketik angkanya saja, contoh 24565.',
    en: 'An NRP has letters and digits only. Type just the digits, for example 24565.',
  },
  'npwp.length': {
    id: 'NPWP harus 15 atau 16 angka; baru {n}. Contoh 01.234.567.4-901.000.',
    en: 'An NPWP has 15 or 16 digits; you typed {n}. For example 01.234.567.4-901.000.',
  },
  'npwp.characters': {
    id: 'NPWP hanya berisi angka. Periksa dengan kartu NPWP, contoh 01.234.567.4-901.000.',
    en: 'An NPWP has digits only. Check it against the NPWP card, for example 01.234.567.4-901.000.',
  },
  'npwp.checkDigit': {
    id: 'Ada angka NPWP yang belum sesuai. Periksa 9 angka pertama dengan kartu NPWP, contoh 01.234.567.4.',
    en: 'A digit of the NPWP does not fit. Check the first 9 digits against the NPWP card, for example 01.234.567.4.',
  },
  'npwp.nik': {
    id: 'NPWP 16 angka sama dengan NIK, atau 0 lalu 15 angka lama. Periksa dengan kartu NPWP, contoh 0012 3456 7490 1000.',
    en: 'A 16-digit NPWP is the NIK, or 0 and the old 15 digits. Check it against the NPWP card, for example 0012 3456 7490 1000.',
  },
  'nib.length': {
    id: 'NIB harus 13 angka; baru {n}. Contoh 9120001234567.',
    en: 'A NIB has 13 digits; you typed {n}. For example 9120001234567.',
  },
  'nib.characters': {
    id: 'NIB hanya berisi angka. Periksa dengan lembar NIB dari OSS, contoh 9120001234567.',
    en: 'A NIB has digits only. Check it against the NIB sheet from OSS, for example 9120001234567.',
  },
  'phone.format': {
    id: 'Nomor HP diawali 08 atau +628, contoh 0812-3456-7890.',
    en: 'A mobile number starts with 08 or +628, for example 0812-3456-7890.',
  },
  'email.format': {
    id: 'Alamat e-mail belum lengkap atau belum sesuai. Contoh nama@gmail.com.',
    en: 'The e-mail address is incomplete or mistyped. For example nama@gmail.com.',
  },
  'email.space': {
    id: 'Alamat e-mail tidak memakai spasi. Hapus spasinya, contoh nama@gmail.com.',
    en: 'An e-mail address has no spaces. Remove the space, for example nama@gmail.com.',
  },
  'email.office': {
    id: 'Ini seperti e-mail kantor. Pakai e-mail pribadi, contoh nama@gmail.com.',
    en: 'This looks like an office e-mail. Use a personal one, for example nama@gmail.com.',
  },
  'email.typo': { id: 'Maksudnya {domain}?', en: 'Did you mean {domain}?' },
  'email.registered': {
    id: 'E-mail ini sudah punya akun. Lengkapi profil akun itu?',
    en: 'This e-mail already has an account. Complete the profile of that account?',
  },
  'email.unregistered': {
    id: 'Belum punya akun. Kami daftarkan sekaligus.',
    en: 'No account yet. We will register it at the same time.',
  },
  'username.length': {
    id: 'Username 4 sampai 30 huruf; baru {n}. Contoh budi.santoso.',
    en: 'A username has 4 to 30 characters; you typed {n}. For example budi.santoso.',
  },
  'username.format': {
    id: 'Username diawali huruf, lalu huruf, angka, titik atau garis bawah. Contoh budi.santoso.',
    en: 'A username starts with a letter, then letters, digits, dots or underscores. For example budi.santoso.',
  },
  'name.empty': {
    id: 'Ketik nama lengkap seperti di KTP, contoh BUDI SANTOSO. Satu kata boleh.',
    en: 'Type the full name as on the KTP, for example BUDI SANTOSO. One word is fine.',
  },
  'name.length': {
    id: 'Nama paling banyak 100 huruf; ini {n}. Ketik seperti di KTP, contoh BUDI SANTOSO.',
    en: 'A name has at most 100 characters; this has {n}. Type it as on the KTP, for example BUDI SANTOSO.',
  },
  'name.characters': {
    id: "Nama memakai huruf Latin, spasi dan . , ' - / saja. Ketik seperti di KTP, contoh BUDI SANTOSO.",
    en: "A name has Latin letters, spaces and . , ' - / only. Type it as on the KTP, for example BUDI SANTOSO.",
  },
  'name.digits.soft': {
    id: 'Ada angka di nama. Sama dengan KTP?',
    en: 'There is a digit in the name. Is it the same on the KTP?',
  },
  'date.format': {
    id: 'Ketik tanggal, bulan, tahun. Contoh 17-08-1967.',
    en: 'Type day, month, year. For example 17-08-1967.',
  },
  'date.year': {
    id: 'Ketik tahun dengan 4 angka, contoh 1967.',
    en: 'Type the year with 4 digits, for example 1967.',
  },
  'date.impossible': {
    id: 'Tanggal ini tidak ada. Periksa tanggal dan bulannya, contoh 17-08-1967.',
    en: 'This date does not exist. Check the day and the month, for example 17-08-1967.',
  },
  'coordinates.format': {
    id: 'Ketik dua angka desimal dengan koma di antaranya, contoh -2.2083, 113.9138.',
    en: 'Type two decimal numbers with a comma between them, for example -2.2083, 113.9138.',
  },
  'coordinates.outside': {
    id: 'Titik ini di luar Indonesia. Periksa tanda minus, contoh -2.2083, 113.9138.',
    en: 'This place is outside Indonesia. Check the minus sign, for example -2.2083, 113.9138.',
  },
  'coordinates.swapped': {
    id: 'Kedua angka terbalik. Tulis lintang dulu, contoh -2.2083, 113.9138.',
    en: 'The two numbers are the wrong way round. Latitude comes first, for example -2.2083, 113.9138.',
  },
  'date.future': {
    id: 'Tanggal ini belum tiba. Periksa tahunnya, contoh 17-08-1967.',
    en: 'This date is still to come. Check the year, for example 17-08-1967.',
  },
  'reference.format': {
    id: 'Nomor pendaftaran diawali KT, contoh KT-7F3K-92QD. Tanpa angka 0 dan 1, tanpa huruf O dan I.',
    en: 'A registration number starts with KT, for example KT-7F3K-92QD. It has no 0, 1, O or I.',
  },
} as const satisfies Record<IssueCode | LookedUp, Message>

/**
 * The 17 printed fields of an Indonesian identity card (KTP-el), in the order they are printed.
 * Values are kept as printed (upper case, abbreviations untouched), except `tanggalLahir`
 * (ISO 8601 `YYYY-MM-DD`) and header values, which drop the word PROVINSI.
 */
export const KTP_FIELDS = [
  'provinsi',
  'kabKota',
  'nik',
  'nama',
  'tempatLahir',
  'tanggalLahir',
  'jenisKelamin',
  'golonganDarah',
  'alamat',
  'rtRw',
  'kelDesa',
  'kecamatan',
  'agama',
  'statusPerkawinan',
  'pekerjaan',
  'kewarganegaraan',
  'berlakuHingga',
] as const

/** One of the printed KTP fields. */
export type KtpField = (typeof KTP_FIELDS)[number]

/** Closed lists printed on cards since 2011 (Permendagri 95/2019 and the form F-1.01). */
export const KTP_CLOSED_LISTS = {
  jenisKelamin: ['LAKI-LAKI', 'PEREMPUAN'],
  golonganDarah: ['A', 'B', 'AB', 'O', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-', '-'],
  agama: [
    'ISLAM',
    'KRISTEN',
    'KATOLIK',
    'HINDU',
    'BUDDHA',
    'BUDHA',
    'KONGHUCU',
    'KEPERCAYAAN TERHADAP TUHAN YME',
  ],
  statusPerkawinan: [
    'BELUM KAWIN',
    'KAWIN',
    'CERAI HIDUP',
    'CERAI MATI',
    'KAWIN TERCATAT',
    'KAWIN BELUM TERCATAT',
  ],
  kewarganegaraan: ['WNI', 'WNA'],
} as const satisfies Partial<Record<KtpField, readonly string[]>>

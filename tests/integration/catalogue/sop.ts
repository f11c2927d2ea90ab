import type { SopStep } from '#shared/domain/forms/index.ts'
import { getForm } from '#shared/domain/services/index.ts'

type Document = SopStep['document']

/** Every numbered step of the source documents, in short, as they stand there. */
export const SOP_STEPS: Readonly<Record<Document, Readonly<Record<number, string>>>> = {
  '000': {
    1: 'Masuk website akun.inaproc.id',
    2: 'Memasukkan alamat e-mail, CAPTCHA, daftar',
    3: 'Cek apakah e-mail sudah terdaftar',
    4: 'Masuk aplikasi, jika sudah terdaftar',
    5: 'Konfirmasi kepemilikan e-mail, setujui Syarat dan Ketentuan',
    6: 'Cek e-mail dan klik Lanjutkan Pendaftaran',
    7: 'Menampilkan halaman verifikasi',
    8: 'Masukkan nomor telepon',
    9: 'Mengirim kode OTP',
    10: 'Menerima dan memasukkan kode OTP',
    11: 'Memasukkan username',
    12: 'Lengkapi data profil dan unggah dokumen',
    13: 'Verifikasi dokumen melalui Privy',
    14: 'Cek e-mail pemberitahuan verifikasi profil',
    15: 'Lakukan registrasi akses',
    16: 'Buat kata sandi',
    17: 'Pendaftaran berhasil, akun aktif',
  },
  '001': {
    1: 'Pilih akses Penyedia, tipe penyedia, masukkan NIB',
    2: 'Cek NIB, informasi usaha, NPWP, PKP, lampiran; anggota: Surat Tugas',
    3: 'Pengecekan NIB oleh sistem: hijau atau merah',
    4: 'Data perusahaan, dokumen di bawah 2 MB, alamat dan pinpoint',
    5: 'Konfirmasi tinjau ulang',
    6: 'Centang pernyataan data benar',
    7: 'Muncul konfirmasi registrasi terverifikasi',
    8: 'Registrasi dan verifikasi akses selesai',
  },
  '002-akses': {
    1: 'Memastikan penyelesaian atau kelanjutan pekerjaan',
    2: 'Mengajukan penonaktifan akses',
    3: 'Mengajukan reaktivasi akses',
    4: 'Verifikasi reaktivasi oleh VAI',
    5: 'Reaktivasi akses VAI oleh Direktorat dan Telkom',
    6: 'Tanpa penonaktifan dan reaktivasi: Kedaluwarsa',
    7: 'Kedaluwarsa otomatis menurut masa berlaku dan SK/ST',
    8: 'Panduan lengkap di bantuan.inaproc.id',
  },
  '002-wna': {
    1: 'Tahap akun, profil, akses',
    2: 'Kuasa hanya bila seluruh pengurus WNA',
    3: 'Surat pengajuan dan/atau formulir',
    4: 'Akses setelah e-mail persetujuan LKPP',
  },
  '002-cabang': {
    1: 'Direksi mendaftar sampai level akses',
    2: 'Personel yang ditugaskan mendaftar sampai level profil',
    3: 'Direksi mengajukan dengan formulir',
    4: 'Hasil pemeriksaan, akses diberikan',
  },
  '003': {
    1: 'Profil, status kepegawaian, NIK, nama, tanggal lahir',
    2: 'Popup konfirmasi kepemilikan NIK',
    3: 'Lanjutkan atau Kembali',
    4: 'Muncul proses verifikasi profil ke Privy',
    5: 'Klik Verifikasi',
    6: 'Meminta kode OTP',
    7: 'Minta dan validasi kode',
    8: 'Terms of Use dan Privacy Policy',
    9: 'Setuju dan lanjutkan',
    10: 'Daftar: Verifikasi Wajah dan Pindai KTP belum hijau',
    11: 'Verifikasi wajah dan swafoto',
    12: 'Daftar: swafoto hijau',
    13: 'Pindai KTP',
    14: 'Data personal yang masih bisa disesuaikan',
    15: 'Lanjutkan jika sudah sesuai',
    16: 'Konfirmasi e-mail dan nomor HP',
    17: 'Klik lanjutkan',
    18: 'Data sedang diproses; hasil lewat e-mail',
    19: 'Selesai',
  },
  '004': {
    1: 'Identitas digital',
    2: 'Profil',
    3: 'Akses',
  },
}

/** Steps that no step of a visit covers, and who does them instead (docs/decisions/0031-catalogue-as-data.md). */
export const DEVIATIONS: Readonly<Record<string, string>> = {
  '000/13': 'Privy works behind the central; the kiosk shows its result as status.',
  '000/14': 'The registrant reads that e-mail; the kiosk shows the same result on Cek status.',
  '000/15':
    'A visit of its own, or the same one by akses-*: the whole chain is one form (004, three stages).',
  '000/16': 'The password is never typed at the kiosk: the central sends a one-time link.',
  '000/17': 'Reported back as a status.',
  '001/7': "The central's status, shown on the receipt and on Cek status.",
  '001/8': "The central's status.",
  '002-akses/4': 'The VAI works behind the central.',
  '002-akses/5': 'The Direktorat and Telkom work behind the central; role VAI is passed on as stated.',
  '002-akses/6': 'A warning while the period is typed; the state comes from the central.',
  '002-akses/7': 'The central does it by the dates that the visit hands over.',
  '002-akses/8': 'Named under Bantuan and on the guidance pages.',
  '002-wna/1': 'The services akun, profil and akses-penyedia.',
  '002-wna/4': 'Asked for in akses-penyedia (field persetujuanWna).',
  '002-cabang/4': "LKPP's decision comes back as status.",
  '003/18': 'The receipt says it; the result comes as status.',
  '003/19': 'The end of the visit.',
  '004/1': 'Covered by the steps of 000.',
  '004/2': 'Covered by the steps of 003.',
}

const ALL_STEPS = Object.entries(SOP_STEPS).flatMap(([document, numbers]) =>
  Object.keys(numbers).map((number) => `${document}/${number}`),
)

/** The SOP steps that visits passed through, by the ids of the form steps they were left from. */
const coveredBy = (passed: readonly Passed[]): ReadonlySet<string> =>
  new Set(
    passed.flatMap(({ service, steps }) =>
      getForm(service)
        .steps.filter((step) => steps.includes(step.id))
        .flatMap((step) => step.sop.map(({ document, step: number }) => `${document}/${number}`)),
    ),
  )

/** A visit and the ids of the steps that it was really left through. */
export type Passed = { readonly service: string; readonly steps: readonly string[] }

/** SOP steps that no visit passed through, as they stand in the documents. */
export const uncoveredSteps = (passed: readonly Passed[]): string[] => {
  const covered = coveredBy(passed)
  return ALL_STEPS.filter((step) => !covered.has(step))
}

/** Steps that forms name although no document has them. */
export const inventedSteps = (passed: readonly Passed[]): string[] =>
  [...coveredBy(passed)].filter((step) => !ALL_STEPS.includes(step))

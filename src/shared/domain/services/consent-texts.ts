import type { KeepDays } from '../submission/retention.ts'

/** A consent text as shown. A change of wording is a new version; old versions stay for the record. */
export type ConsentText = {
  readonly id: 'data' | 'tanda-tangan'
  /** The tick field of the form that gives this consent. */
  readonly field: 'setujuData' | 'setujuTandaTangan'
  readonly version: string
  /** True until LKPP or Privy supply the binding text: shown with the word CONTOH. */
  readonly sample: boolean
  readonly tick: { readonly id: string; readonly en: string }
  /** The seven items of UU 27/2022 art. 21(1), or the partner's terms. */
  readonly full: readonly { readonly id: string; readonly en: string }[]
}

/** Each consent by its id and the tick that gives it; its words depend on what is promised (`consentTexts`). */
export const CONSENTS = [
  { id: 'data', field: 'setujuData' },
  { id: 'tanda-tangan', field: 'setujuTandaTangan' },
] as const satisfies readonly Pick<ConsentText, 'id' | 'field'>[]

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

/**
 * Consents of `profil`, two and apart (UU 27/2022 art. 22(4)); SOP 000 step 5, SOP 003 steps 8–9.
 * @param keep how long this kiosk keeps photos; part of the version, so that the text shown can be found again
 */
export const consentTexts = (keep: KeepDays): readonly ConsentText[] => [
  {
    id: 'data',
    field: 'setujuData',
    version: `CONTOH-2026-11/${keep.verified}-${keep.rejected}-${keep.sent}`,
    sample: true,
    tick: {
      id: 'Saya setuju data saya diproses untuk pendaftaran ini, dan setuju Syarat & Ketentuan INAPROC.',
      en: 'I agree to my data being processed for this registration, and to the INAPROC terms.',
    },
    full: [
      {
        id: 'Dasar hukum: persetujuan Anda (UU 27/2022 Pasal 20).',
        en: 'Legal basis: your consent (Law 27/2022, article 20).',
      },
      {
        id: 'Tujuan: membuktikan identitas dan mendaftarkan profil INAPROC.',
        en: 'Purpose: proving identity and registering your INAPROC profile.',
      },
      {
        id: 'Data: isi dan foto KTP, NIP/NRP, NPWP, e-mail, nomor HP, foto wajah.',
        en: 'Data: KTP contents and photo, NIP/NRP, NPWP, e-mail, phone number, face photo.',
      },
      {
        id: `Penyimpanan di kios: foto dihapus ${keep.verified} hari setelah terverifikasi, ${keep.rejected} hari setelah ditolak, paling lambat ${keep.sent} hari setelah terkirim.`,
        en: `Kept on this kiosk: photos are erased ${days(keep.verified)} after verified, ${days(keep.rejected)} after rejected, ${days(keep.sent)} after sending at the latest.`,
      },
      {
        id: 'Rincian: data dikirim ke LKPP, diperiksa Privy dan Dukcapil, tidak diberikan kepada pihak lain.',
        en: 'Details: data goes to LKPP, is checked by Privy and Dukcapil, and is given to nobody else.',
      },
      {
        id: 'Lama pemrosesan: paling lama 3x24 jam setelah terkirim.',
        en: 'How long: at most 72 hours after it is sent.',
      },
      {
        id: 'Hak Anda: melihat, memperbaiki, dan menarik persetujuan, lewat petugas atau 144.',
        en: 'Your rights: see, correct and withdraw, through the officer or 144.',
      },
    ],
  },
  {
    id: 'tanda-tangan',
    field: 'setujuTandaTangan',
    version: 'CONTOH-2026-11',
    sample: true,
    tick: {
      id: 'Saya setuju Ketentuan dan Kebijakan Privasi Privy, termasuk identitas tanda tangan elektronik.',
      en: "I agree to Privy's terms and privacy policy, including an e-signature identity.",
    },
    full: [
      {
        id: 'Privy memeriksa identitas Anda dengan foto KTP dan foto wajah.',
        en: 'Privy checks your identity with the KTP photo and the face photo.',
      },
      {
        id: 'Identitas tanda tangan elektronik dibuat atas nama Anda dan terhubung ke BSrE.',
        en: 'An e-signature identity is made in your name and connected to BSrE.',
      },
    ],
  },
]

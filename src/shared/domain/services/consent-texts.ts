import type { FormDefinition, Outcome } from '../forms/form-definition.ts'
import type { FormValues } from '../submission/payload.ts'
import type { KeepDays } from '../submission/retention.ts'
import { getForm } from './catalogue.ts'
import { answersBeforeConsent, DATA_KINDS, kindsAsked, type Words } from './data-kinds.ts'

/** A consent text as shown. A change of wording is a new version; old versions stay for the record. */
export type ConsentText = {
  readonly id: 'data' | 'tanda-tangan'
  /** The tick field of the form that gives this consent. */
  readonly field: 'setujuData' | 'setujuTandaTangan'
  readonly version: string
  /** True until LKPP or Privy supply the binding text: shown with the word CONTOH. */
  readonly sample: boolean
  readonly tick: Words
  /** The seven items of UU 27/2022 art. 21(1), or the partner's terms. */
  readonly full: readonly Words[]
}

/** Each consent by its id and the tick that gives it; its words depend on what is promised (`consentTexts`). */
export const CONSENTS = [
  { id: 'data', field: 'setujuData' },
  { id: 'tanda-tangan', field: 'setujuTandaTangan' },
] as const satisfies readonly Pick<ConsentText, 'id' | 'field'>[]

/** What the words of a consent depend on. */
export type ConsentedVisit = {
  readonly service: string
  readonly formVersion: number
  readonly values: FormValues
  /** How long this kiosk keeps the copy. */
  readonly keepDays: KeepDays
}

/** The consent to the use of the data in four lines, as its screen shows it. */
export type ConsentSummary = {
  readonly data: Words
  readonly for: Words
  readonly to: Words
  readonly kept: Words
}

/** The wording below; it changes with every change of a sentence. */
const WORDING = 'CONTOH-2026-11-2'

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

/** For what the data are used, by what the service ends in. */
const PURPOSES: Readonly<Record<Outcome, Words>> = {
  account: { id: 'membuat akun INAPROC', en: 'making your INAPROC account' },
  profile: {
    id: 'membuktikan identitas dan mendaftarkan profil INAPROC',
    en: 'proving identity and registering your INAPROC profile',
  },
  access: {
    id: 'membuktikan identitas dan meminta akses INAPROC',
    en: 'proving identity and asking for an INAPROC access',
  },
  reactivation: {
    id: 'membuktikan identitas dan mengaktifkan lagi akses INAPROC',
    en: 'proving identity and taking an INAPROC access up again',
  },
  ending: {
    id: 'membuktikan identitas dan menghentikan akses INAPROC',
    en: 'proving identity and ending an INAPROC access',
  },
  'company-admin': {
    id: 'membuktikan identitas dan mengajukan admin perusahaan di INAPROC',
    en: 'proving identity and applying for a company admin in INAPROC',
  },
}
const PROFILE_AND_ACCESS: Words = {
  id: 'membuktikan identitas, mendaftarkan profil, dan meminta akses INAPROC',
  en: 'proving identity, registering your profile and asking for an INAPROC access',
}

/** How long the checks may take, where the sources say it (003#18, 004). */
const DURATIONS: Readonly<Record<Outcome, Words>> = {
  account: { id: 'sampai akun aktif', en: 'until the account is active' },
  profile: { id: 'paling lama 3x24 jam setelah terkirim', en: 'at most 72 hours after it is sent' },
  access: {
    id: 'paling lama 3x24 jam untuk tiap pemeriksaan setelah terkirim',
    en: 'at most 72 hours for each check after it is sent',
  },
  reactivation: { id: 'sampai keputusan verifikator', en: 'until the verifier decides' },
  ending: { id: 'sampai akses dihentikan', en: 'until the access has ended' },
  'company-admin': { id: 'sampai keputusan LKPP', en: 'until LKPP decides' },
}

/** Who looks at the data behind the central, by service: nobody else is named, and nobody else gets them. */
function recipientsOf({ service, outcome }: FormDefinition, withProfile: boolean): Words {
  const names: Words[] = [{ id: 'LKPP', en: 'LKPP' }]
  if (withProfile) names.push({ id: 'Privy', en: 'Privy' }, { id: 'Dukcapil', en: 'Dukcapil' })
  if (service === 'akses-penyedia') names.push({ id: 'OSS (Cek NIB)', en: 'OSS (NIB check)' })
  if (service === 'akses-non-penyedia' || outcome === 'reactivation')
    names.push({ id: 'verifikator (VAI) instansi Anda', en: 'the verifier (VAI) of your office' })
  // 002, number 5: an access as VAI is verified by the Direktorat together with Telkom.
  if (outcome === 'reactivation')
    names.push({ id: 'PT Telkom Indonesia (peran VAI saja)', en: 'PT Telkom Indonesia (role VAI only)' })
  return joined(names)
}

const joined = (parts: readonly Words[]): Words => ({
  id: parts.map((part) => part.id).join(', '),
  en: parts.map((part) => part.en).join(', '),
})

/** Whether the visit makes an account with its profile: the terms of INAPROC and of its partner belong to it. */
const makesProfile = ({ outcome }: FormDefinition, known: FormValues): boolean =>
  outcome === 'profile' || known.profil === 'belum'

/** Whether a visit ends in an account or a profile; every other one asks for something with a profile that is there. */
export const isRegistration = (form: FormDefinition, values: FormValues): boolean =>
  form.outcome === 'account' || makesProfile(form, values)

function described({ service, formVersion, values, keepDays }: ConsentedVisit) {
  const form = getForm(service, formVersion)
  const known = answersBeforeConsent(form, values)
  const kinds = kindsAsked(form, known)
  const withProfile = makesProfile(form, known)
  const copy = kinds.some((kind) => kind === 'ktp-photo' || kind === 'face')
    ? { id: 'salinan data dan foto', en: 'the copy of data and photos' }
    : { id: 'salinan data', en: 'the copy of the data' }
  const summary: ConsentSummary = {
    data: joined(kinds.map((kind) => DATA_KINDS[kind])),
    for: withProfile && form.outcome === 'access' ? PROFILE_AND_ACCESS : PURPOSES[form.outcome],
    to: recipientsOf(form, withProfile),
    kept: {
      id: `${copy.id} dihapus ${keepDays.verified} hari setelah terverifikasi, ${keepDays.rejected} setelah ditolak, paling lambat ${keepDays.sent} setelah terkirim`,
      en: `${copy.en} is erased ${days(keepDays.verified)} after verified, ${keepDays.rejected} after rejected, at the latest ${keepDays.sent} after sending`,
    },
  }
  return { form, known, kinds, withProfile, summary }
}

/** The use of the data in four lines: exactly what this service may store of this registrant, and for whom. */
export const consentSummary = (visit: ConsentedVisit): ConsentSummary => described(visit).summary

/**
 * The consents, two and apart (UU 27/2022 art. 22(4)); SOP 000 step 5, SOP 003 steps 8–9. The text names what this
 * service may store after the answers given so far; its version names service, answers and days, so that the text that
 * was shown can be found again.
 */
export function consentTexts(visit: ConsentedVisit): readonly ConsentText[] {
  const { form, known, kinds, summary } = described(visit)
  const { keepDays } = visit
  const answers = Object.values(known).map(String)
  const withTerms = isRegistration(form, known)
  return [
    {
      id: 'data',
      field: 'setujuData',
      version: `${WORDING}/${[`${form.service}.${form.version}`, ...answers].join('+')}/${keepDays.verified}-${keepDays.rejected}-${keepDays.sent}`,
      sample: true,
      tick: withTerms
        ? {
            id: 'Saya setuju data saya diproses untuk pendaftaran ini, dan setuju Syarat & Ketentuan INAPROC.',
            en: 'I agree to my data being processed for this registration, and to the INAPROC terms.',
          }
        : {
            id: 'Saya setuju data saya diproses untuk permohonan INAPROC ini.',
            en: 'I agree to my data being processed for this INAPROC request.',
          },
      full: [
        {
          id: 'Dasar hukum: persetujuan Anda (UU 27/2022 Pasal 20).',
          en: 'Legal basis: your consent (Law 27/2022, article 20).',
        },
        { id: `Tujuan: ${summary.for.id}.`, en: `Purpose: ${summary.for.en}.` },
        { id: `Data: ${summary.data.id}.`, en: `Data: ${summary.data.en}.` },
        ...(kinds.includes('appointed') ? [APPOINTED_KNOWS] : []),
        { id: `Penyimpanan di kios: ${summary.kept.id}.`, en: `Kept on this kiosk: ${summary.kept.en}.` },
        {
          id: `Rincian: data hanya diberikan kepada ${summary.to.id}.`,
          en: `Details: data is given only to ${summary.to.en}.`,
        },
        {
          id: `Lama pemrosesan: ${DURATIONS[form.outcome].id}.`,
          en: `How long: ${DURATIONS[form.outcome].en}.`,
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
}

const APPOINTED_KNOWS: Words = {
  id: 'Orang yang ditunjuk tahu bahwa datanya diberikan di sini.',
  en: 'The appointed person knows that these data are given here.',
}

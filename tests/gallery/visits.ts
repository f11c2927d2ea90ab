import type { Language, ReceiptView, VisitSnapshot } from '#shared/contract/views.ts'
import { type FormDefinition, visibleSteps } from '#shared/domain/forms/index.ts'
import { getForm } from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import type { SubmissionState } from '#shared/domain/submission/states.ts'
import type { ViewState } from '../../src/renderer/app/state/index.ts'
import { freshVisit, openShift, savedReceipt } from '../unit/renderer-shell/fixtures.ts'
import { GIVEN_FOR_ACCESS } from './access.ts'
import qrSvg from './pictures/qr.svg?raw'
import read from './reading.json' with { type: 'json' }

const takenAt = '2026-11-23T02:05:00.000Z'

/** Everything a civil servant has given by the end of the visit; as read from the gallery's own card. */
const given: FormValues = {
  pemohon: 'asn',
  dibawa: ['ktp', 'hp', 'email', 'nip-nrp', 'npwp'],
  setujuData: true,
  setujuTandaTangan: true,
  caraSetuju: 'sendiri',
  ...read.values,
  nikBenar: true,
  nip: '197111131998032004',
  email: 'megawati.hasibuan@gmail.com',
  hp: '+6281234567890',
  username: 'megawati.siti.hasibuan',
  tanpaKacamataMasker: true,
  ...GIVEN_FOR_ACCESS,
}

/** What is known when a step is reached: everything that the steps before it ask for. */
function valuesBefore(form: FormDefinition, step: string): FormValues {
  const values: Record<string, FormValues[string]> = {}
  for (const each of form.steps) {
    if (each.id === step) break
    for (const { id } of each.fields) if (given[id] !== undefined) values[id] = given[id]
  }
  // The username is proposed.
  if (step === 'kontak') values.username = 'megawati.siti.hasibuan'
  return values
}

export type VisitOptions = {
  /** `profil` when left out. */
  readonly service?: string
  readonly values?: FormValues
  readonly visit?: Partial<VisitSnapshot>
  readonly offline?: boolean
}

/** The view of a visit that stands at `step`, with all that came before it. */
export function visitAt(step: string, language: Language, options: VisitOptions = {}): Partial<ViewState> {
  const form = getForm(options.service ?? 'profil')
  // What was read stands in its fields before anybody confirms it.
  const shown = step === 'cocokkan' && options.visit?.reading?.kind !== 'none' ? read.values : {}
  const values = { ...valuesBefore(form, step), ...shown, ...options.values }
  const steps = visibleSteps(form, values).map((each) => each.id)
  const past = (id: string) => steps.indexOf(id) < steps.indexOf(step)
  const visit: VisitSnapshot = {
    ...freshVisit,
    service: form.service,
    language,
    step,
    furthest: step,
    steps,
    photos: {
      ...(past('foto-ktp') ? { 'ktp-frame': { width: 1920, height: 1080, takenAt } } : {}),
      ...(past('foto-ktp') ? { ktp: { width: 760, height: 479, takenAt } } : {}),
      ...(past('swafoto') ? { swafoto: { width: 720, height: 900, takenAt } } : {}),
    },
    reading: past('foto-ktp') ? (read.reading as VisitSnapshot['reading']) : { kind: 'none' },
    unsure: step === 'cocokkan' ? ['nik', 'rtRw'] : [],
    checks: past('kode') ? { 'phone-code': 'passed', 'email-code': 'passed' } : {},
    ...options.visit,
    values,
  }
  return { visit, status: { ...shift(options.offline), visit: 'open' } }
}

/** A visit that asks for an access and stands at its documents (004 stage 3). */
export function visitAtDocuments(
  language: Language,
  documents: VisitSnapshot['documents'],
): Partial<ViewState> {
  const access = getForm('akses-non-penyedia')
  const values: FormValues = { ...given, profil: 'sudah', perwakilan: 'klpd', peran: 'pp' }
  const visit: VisitSnapshot = {
    ...freshVisit,
    service: access.service,
    formVersion: access.version,
    language,
    step: 'dokumen',
    furthest: 'dokumen',
    steps: visibleSteps(access, values).map((each) => each.id),
    documents,
    values,
  }
  return { visit, status: { ...shift(), visit: 'open' } }
}

/** A document of photographed pages, the second of which lay sideways. */
export const photographed = (pages: number): VisitSnapshot['documents'][string] => ({
  media: pages > 1 ? 'application/pdf' : 'image/jpeg',
  size: pages * 268_000,
  addedAt: takenAt,
  pages: Array.from({ length: pages }, (_, i) => ({
    id: i + 1,
    turn: i === 1 ? 90 : 0,
    width: 760,
    height: 479,
  })),
})

/** An open shift, with or without a network. */
export const shift = (offline = false) => ({
  ...openShift,
  office: { code: 'LPSE-6271', name: 'LPSE Kota Palangka Raya' },
  network: { ...openShift.network, online: !offline },
})

/** A receipt in a state. */
export const receiptIn = (state: SubmissionState, more: Partial<ReceiptView> = {}): ReceiptView => ({
  ...savedReceipt,
  petugas: 'Rina Contoh',
  office: 'LPSE Kota Palangka Raya',
  maskedNik: '1611 **** **** 0033',
  maskedEmail: 'm***@gmail.com',
  deferred: [],
  times: [
    { step: 'siapa', seconds: 14, standardMinutes: 2 },
    { step: 'syarat', seconds: 41, standardMinutes: null },
    { step: 'foto-ktp', seconds: 560, standardMinutes: 5 },
  ],
  qrSvg,
  state,
  ...more,
})

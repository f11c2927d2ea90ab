import type { Page } from '@playwright/test'
import type { Call } from '../../helpers/kiosk.ts'
import { plainPicture, portrait, testPerson } from '../../helpers/register.ts'

/** Completes one step of a visit through the scripting door; the page follows by itself. */
type Step = { readonly id: string; readonly complete: (call: Call) => Promise<unknown> }

const save = (call: Call, step: string, values: Parameters<typeof call<'visit.saveStep'>>[1]['values']) =>
  call('visit.saveStep', { step, values, advance: true })

const person = testPerson(7)
const frame = await plainPicture()
const face = portrait()

/** Every step of `profil`, data typed and codes put off: what a page must show in one visit. */
export const STEPS: readonly Step[] = [
  { id: 'siapa', complete: (call) => save(call, 'siapa', { pemohon: 'asn' }) },
  {
    id: 'syarat',
    complete: (call) => save(call, 'syarat', { dibawa: ['ktp', 'hp', 'email', 'nip-nrp', 'npwp'] }),
  },
  {
    id: 'persetujuan',
    complete: (call) =>
      save(call, 'persetujuan', { setujuData: true, setujuTandaTangan: true, caraSetuju: 'sendiri' }),
  },
  {
    id: 'foto-ktp',
    complete: async (call) => {
      await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: frame })
      await save(call, 'foto-ktp', { ketikSendiri: true })
    },
  },
  {
    id: 'cocokkan',
    complete: (call) =>
      save(call, 'cocokkan', { nik: person.nik, nama: person.nama, tanggalLahir: '1990-08-17' }),
  },
  { id: 'nik', complete: (call) => save(call, 'nik', { nikBenar: true }) },
  { id: 'kepegawaian', complete: (call) => save(call, 'kepegawaian', { nip: '199008172015011001' }) },
  { id: 'kontak', complete: (call) => save(call, 'kontak', { email: person.email, hp: person.hp }) },
  {
    id: 'kode',
    complete: async (call) => {
      await call('visit.deferCodes', {})
      await save(call, 'kode', {})
    },
  },
  {
    id: 'swafoto',
    complete: async (call) => {
      await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: face })
      await save(call, 'swafoto', { tanpaKacamataMasker: true })
    },
  },
]

const PATIENCE_MS = 30_000

/** Waits until the page shows a screen. Plain polling: Playwright's own waiting leaves objects behind in the page. */
export const shows = (page: Page, screen: string): Promise<void> =>
  page.evaluate(
    async ([wanted, patience]) => {
      const until = performance.now() + patience
      while (document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen !== wanted) {
        if (performance.now() > until) throw new Error(`the page never showed ${wanted}`)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
    },
    [screen, PATIENCE_MS] as const,
  )

/** One visit from the start screen to the review and back: every screen is drawn, nothing is submitted. */
export async function walkOnce(page: Page, call: Call): Promise<void> {
  await call('visit.start', { service: 'profil', language: 'id' })
  for (const { id, complete } of STEPS) {
    await shows(page, id)
    await complete(call)
  }
  await shows(page, 'tinjau')
  await call('visit.end', { reason: 'abandoned' })
  await shows(page, 'awal')
}

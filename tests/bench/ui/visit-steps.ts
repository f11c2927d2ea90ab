import type { Page } from '@playwright/test'
import { callerAt } from '../../e2e/support/rpc.ts'
import { plainPicture, portrait, testPerson } from '../../helpers/register.ts'

/** A screen, and the calls that complete it; the page follows by itself. */
type Step = {
  readonly screen: string
  readonly calls: readonly (readonly [channel: string, input: unknown])[]
}

const save = (step: string, values: Readonly<Record<string, unknown>>) =>
  ['visit.saveStep', { step, values, advance: true }] as const

const person = testPerson(7)

/** Every screen of `profil`, data typed and codes put off: what a page must show in one visit. Nothing is submitted. */
const VISIT: readonly Step[] = [
  { screen: 'awal', calls: [['visit.start', { service: 'profil', language: 'id' }]] },
  { screen: 'siapa', calls: [save('siapa', { pemohon: 'asn' })] },
  { screen: 'syarat', calls: [save('syarat', { dibawa: ['ktp', 'hp', 'email', 'nip-nrp', 'npwp'] })] },
  {
    screen: 'persetujuan',
    calls: [save('persetujuan', { setujuData: true, setujuTandaTangan: true, caraSetuju: 'sendiri' })],
  },
  {
    screen: 'foto-ktp',
    calls: [
      ['visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() }],
      save('foto-ktp', { ketikSendiri: true }),
    ],
  },
  {
    screen: 'cocokkan',
    calls: [save('cocokkan', { nik: person.nik, nama: person.nama, tanggalLahir: '1990-08-17' })],
  },
  { screen: 'nik', calls: [save('nik', { nikBenar: true })] },
  { screen: 'kepegawaian', calls: [save('kepegawaian', { nip: '199008172015011001' })] },
  { screen: 'kontak', calls: [save('kontak', { email: person.email, hp: person.hp })] },
  { screen: 'kode', calls: [['visit.deferCodes', {}], save('kode', {})] },
  {
    screen: 'swafoto',
    calls: [
      ['visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() }],
      save('swafoto', { tanpaKacamataMasker: true }),
    ],
  },
  { screen: 'tinjau', calls: [['visit.end', { reason: 'abandoned' }]] },
]

const PATIENCE_MS = 30_000

/** Walks from the start screen to one of the others, and leaves the page there. */
export async function walkTo(page: Page, address: string, screen: string): Promise<void> {
  const call = callerAt(address) as (channel: string, input: unknown) => Promise<unknown>
  const shown = (name: string) => page.locator(`[data-screen="${name}"]`).waitFor({ timeout: PATIENCE_MS })
  for (const step of VISIT) {
    await shown(step.screen)
    if (step.screen === screen) return
    for (const [channel, input] of step.calls) await call(channel, input)
  }
  throw new Error(`no visit comes by ${screen}`)
}

/**
 * Walks whole visits on the page that is shown, one after the other, from the start screen back to it. All of it runs in
 * the page in one go: what a tool leaves there for every question it asks would count as the page's own.
 */
export async function walk(page: Page, address: string, visits: number): Promise<void> {
  const token = address.split('#token=')[1] ?? ''
  await page.evaluate(
    async ({ steps, times, bearer, patience }) => {
      const shows = async (screen: string) => {
        const until = performance.now() + patience
        while (document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen !== screen) {
          if (performance.now() > until) throw new Error(`the page never showed ${screen}`)
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      }
      const call = async (channel: string, input: unknown) => {
        const response = await fetch(`/rpc/${channel}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        })
        const answer = (await response.json()) as { ok: boolean }
        if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer)}`)
      }
      for (let visit = 0; visit < times; visit++) {
        for (const { screen, calls } of steps) {
          await shows(screen)
          for (const [channel, input] of calls) await call(channel, input)
        }
      }
      await shows('awal')
      performance.clearResourceTimings()
    },
    { steps: VISIT, times: visits, bearer: token, patience: PATIENCE_MS },
  )
}

import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import type { Call } from '../helpers/kiosk.ts'
import { plainPicture, portrait, testPerson } from '../helpers/register.ts'
import { launchBrowser } from './support/browser.ts'
import { SIZES } from './support/desk.ts'
import { startNodeHost } from './support/processes.ts'
import { callerAt } from './support/rpc.ts'
import { expect, test } from './support/test.ts'

/** Screens that may scroll by the specification (interface.md §3, Grid): S6 and S12. */
const MAY_SCROLL = ['cocokkan', 'tinjau']

type Step = { readonly id: string; readonly complete: (call: Call) => Promise<unknown> }

const person = testPerson(7)
const save = (call: Call, step: string, values: Parameters<typeof call<'visit.saveStep'>>[1]['values']) =>
  call('visit.saveStep', { step, values, advance: true })

/** Every step of the visit and what completes it; the data go through the scripting door, the screens are looked at. */
const steps: readonly Step[] = [
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
      await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
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
      await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
      await save(call, 'swafoto', { tanpaKacamataMasker: true })
    },
  },
  { id: 'tinjau', complete: (call) => save(call, 'tinjau', { sudahDitinjau: true }) },
]

async function violationsOf(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.target}`)
}

/** What hangs over the edge of the screen, or scrolls although the specification does not allow it. */
async function overflowOf(page: Page, step: string, where: string): Promise<string[]> {
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main')
    const root = document.documentElement
    return {
      page: root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight,
      across: main ? main.scrollWidth > main.clientWidth + 1 : false,
      down: main ? main.scrollHeight > main.clientHeight + 1 : false,
    }
  })
  const allowed = MAY_SCROLL.includes(step) ? ['down'] : []
  return Object.entries(overflow)
    .filter(([way, over]) => over && !allowed.includes(way))
    .map(([way]) => `${where}: overflows (${way})`)
}

async function toggleContrast(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Kontras|Contrast)/ }).click()
}

for (const language of ['id', 'en'] as const) {
  test(`every screen of a visit passes axe and fits three sizes, light and high contrast, in ${language}`, async ({
    desk,
  }) => {
    test.setTimeout(240_000)
    const host = await startNodeHost([
      '--demo',
      '--data-dir',
      `${desk.dir}/data`,
      '--key-file',
      `${desk.dir}/desk.key`,
    ])
    let browser: Browser | undefined
    try {
      const call = callerAt(host.address)
      browser = await launchBrowser(null)
      const page = await (await browser.newContext({ viewport: SIZES.laptop })).newPage()
      await page.goto(host.address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const problems = await violationsOf(page, 'pin')
      const [first] = await call('staff.choices', {})
      await call('staff.signIn', { staffId: first?.id ?? '', pin: '121212' })
      await expect(page.getByRole('button', { name: 'Start - English' })).toBeVisible()
      problems.push(...(await violationsOf(page, 'awal')))
      await call('visit.start', { service: 'profil', language })
      for (const step of steps) {
        const heading = page.getByRole('heading', { level: 1 })
        await expect(heading).toBeVisible()
        await page.waitForTimeout(500)
        for (const [name, size] of Object.entries(SIZES)) {
          await page.setViewportSize(size)
          await page.waitForTimeout(150)
          problems.push(...(await overflowOf(page, step.id, `${step.id} ${name}`)))
        }
        await page.setViewportSize(SIZES.laptop)
        problems.push(...(await violationsOf(page, `${step.id} light`)))
        await toggleContrast(page)
        problems.push(...(await violationsOf(page, `${step.id} high contrast`)))
        await toggleContrast(page)
        const before = await heading.textContent()
        await step.complete(call)
        if (step.id !== 'tinjau') await expect(heading).not.toHaveText(before ?? '')
      }
      expect(problems).toEqual([])
    } finally {
      await browser?.close()
      await host.process.stop()
    }
  })
}

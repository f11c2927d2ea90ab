import { expect } from 'vitest'
import type { CallInput } from '#shared/contract/contract.ts'
import { consentSummary, DATA_KINDS, getForm, kindsHeld } from '#shared/domain/services/index.ts'
import { startTestCentral } from '../../helpers/central.ts'
import { minimalPdf } from '../../helpers/documents.ts'
import { startTestKiosk } from '../../helpers/kiosk.ts'
import { plainPicture, portrait, type TestPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import type { Passed } from './sop.ts'

type Values = CallInput<'visit.saveStep'>['values']

/** A document in base64 that is like no other. */
export const pdf = (text: string): string => Buffer.from(minimalPdf({ text })).toString('base64')

/** A letter of assignment that holds for years. */
export const assignment: Values = {
  nomorSk: '800/12/CONTOH/2026',
  tanggalSk: '2026-11-02',
  mulaiBerlaku: '2026-11-02',
  akhirBerlaku: '2031-12-31',
}

/** A kiosk and the demo's central, online, with an open shift; and what a visit of any service does there. */
export async function openCatalogueDesk() {
  const central = await startTestCentral()
  const kiosk = await startTestKiosk({
    demo: { centralUrl: central.url, enrolmentCode: central.enrolmentCode },
  })
  const { call } = kiosk
  const [petugas] = await call('staff.choices', {})
  await call('staff.signIn', { staffId: petugas?.id ?? '', pin: '121212' })
  await waitUntil('the kiosk is online', async () => (await call('app.status', {})).network.online)

  /** Every step that a visit was really left through, by service. */
  const passed = new Map<string, Set<string>>()
  let people = 100

  async function save(step: string, values: Values) {
    const visit = await call('visit.saveStep', { step, values, advance: true })
    const steps = passed.get(visit.service) ?? new Set()
    passed.set(visit.service, steps.add(step))
    return visit
  }

  /** The codes that the central sent to both contacts, typed at the kiosk. */
  async function typeCodes(person: TestPerson): Promise<void> {
    for (const channel of ['phone', 'email'] as const) {
      await call('visit.requestCode', { channel })
      const to = channel === 'phone' ? person.hp.replaceAll('-', '').slice(1) : person.email
      const message = (await central.messages()).find(
        (each) => each.code && each.to.replaceAll('-', '').includes(to),
      )
      expect(await call('visit.verifyCode', { channel, code: message?.code ?? '' })).toEqual({
        kind: 'accepted',
      })
    }
    await save('kode', {})
  }

  /** The card by hand, the NIK confirmed. */
  async function card(person: TestPerson): Promise<void> {
    await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
    await save('foto-ktp', { ketikSendiri: true })
    await save('cocokkan', { nik: person.nik, nama: person.nama, tanggalLahir: '1990-08-17' })
    await save('nik', { nikBenar: true })
  }

  async function face(): Promise<void> {
    await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
    await save('swafoto', { tanpaKacamataMasker: true })
  }

  /** From the start to the first question of the service itself, for somebody whose profile is verified. */
  async function identify(service: string, brought: string[], person: TestPerson): Promise<void> {
    await call('visit.start', {
      service,
      language: 'id',
      ...(service.startsWith('akses-') ? { answers: { profil: 'sudah' } } : {}),
    })
    await save('syarat', { dibawa: brought })
    await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
    await card(person)
    await save('kontak-akun', { email: person.email, hp: person.hp })
    await typeCodes(person)
  }

  /** The number of the registration, once it was reviewed and sent; its consent named everything that it holds. */
  async function finish(): Promise<string> {
    const visit = await save('tinjau', { sudahDitinjau: true })
    const named = consentSummary(visit).data.id.split(', ').join(' ')
    for (const kind of kindsHeld(getForm(visit.service), visit))
      expect(named).toContain(DATA_KINDS[kind].id.split(', ').join(' '))
    return (await call('visit.submit', {})).reference
  }

  const rowOf = async (reference: string) =>
    (await call('submission.list', { limit: 50 })).find((row) => row.reference === reference)

  return {
    call,
    central,
    save,
    card,
    face,
    typeCodes,
    identify,
    finish,
    rowOf,
    newPerson: (): TestPerson => testPerson(people++),
    passed: (): Passed[] => [...passed].map(([service, ids]) => ({ service, steps: [...ids] })),
    untilState: (reference: string, state: string) =>
      waitUntil(`${reference} is ${state}`, async () => {
        await call('sync.now', {})
        return (await rowOf(reference))?.state === state
      }),
    /** What a call was refused for, `field:code`; nothing when it was not. */
    refusal: (promise: Promise<unknown>): Promise<string[]> =>
      promise.then(
        () => [],
        (error: { error: { issues?: { field: string; code: string }[] } }) =>
          (error.error.issues ?? []).map(({ field, code }) => `${field}:${code}`),
      ),
    async close(): Promise<void> {
      await kiosk.remove()
      await central.stop()
    },
  }
}

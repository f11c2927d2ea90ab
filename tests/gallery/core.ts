import type { Channel } from '#shared/contract/channels.ts'
import type { CallInput } from '#shared/contract/contract.ts'
import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { Answer } from '#shared/domain/errors.ts'
import { checkStep, getStep } from '#shared/domain/forms/index.ts'
import { getForm } from '#shared/domain/services/index.ts'
import type { ViewState } from '../../src/renderer/app/state/index.ts'
import type { KioskClient } from '../../src/renderer/client/index.ts'
import faceUrl from '../fixtures/faces/stock-emotions-a-3.jpg?inline'
import cardUrl from './pictures/card.jpg?inline'

/** Answers by channel, made from the visit as it stands or from what was asked where they depend on it. */
export type Answers = Partial<
  Record<Channel, Answer | ((visit: VisitSnapshot | null, input: unknown) => Answer | Promise<Answer>)>
>

export const ok = <T>(value: T) => ({ ok: true, value }) as const

const base64 = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1)
/** The photo of a card, as the core answers it. */
export const CARD = { jpeg: base64(cardUrl), width: 760, height: 479 }
const FACE = { jpeg: base64(faceUrl), width: 720, height: 900 }

/** A few areas of each level, with one way down to a village, and a few entries of the synced lists. */
const AREAS = [
  { code: '61', name: 'Kalimantan Barat' },
  { code: '62', name: 'Kalimantan Tengah' },
  { code: '63', name: 'Kalimantan Selatan' },
  { code: '62.01', name: 'Kabupaten Kotawaringin Barat' },
  { code: '62.03', name: 'Kabupaten Kapuas' },
  { code: '62.71', name: 'Kota Palangkaraya' },
  { code: '62.71.01', name: 'Pahandut' },
  { code: '62.71.02', name: 'Bukit Batu' },
  { code: '62.71.01.1001', name: 'Pahandut' },
  { code: '62.71.01.1002', name: 'Panarung' },
]
const OFFICES = {
  instansi: [
    { code: '62', name: 'Pemerintah Provinsi Kalimantan Tengah' },
    { code: '62.03', name: 'Pemerintah Kabupaten Kapuas' },
    { code: '62.71', name: 'Pemerintah Kota Palangka Raya' },
  ],
  'satuan-kerja': [
    { code: '62.71.02', name: 'Dinas Pendidikan Kota Palangka Raya' },
    { code: '62.71.03', name: 'Dinas Kesehatan Kota Palangka Raya' },
  ],
}
const parentOf = (code: string): string | null =>
  code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null

/** Entries with every typed letter in them; of the units, those of the instansi that was chosen. */
const found = ({ list, query, parent = '' }: CallInput<'reference.search'>) =>
  OFFICES[list].filter(
    ({ code, name }) => code.startsWith(parent) && name.toLowerCase().includes(query.toLowerCase()),
  )

/** A core that holds one visit in memory and checks steps by the real rules of the form. */
export function galleryCore(view: Partial<ViewState>, answers: Answers): KioskClient {
  let visit: VisitSnapshot | null = view.visit ?? null

  const saveStep = ({ step, values, advance }: CallInput<'visit.saveStep'>): Answer => {
    if (!visit) return { ok: false, error: { code: 'wrong-state', state: 'no-visit' } }
    const definition = getStep(getForm(visit.service), step)
    const before = visit.values
    const own = Object.fromEntries(
      definition.fields.flatMap(({ id }) => (before[id] === undefined ? [] : [[id, before[id]]])),
    )
    const checked = checkStep(definition, before, { ...own, ...values })
    if (advance && checked.issues.length > 0)
      return { ok: false, error: { code: 'form', issues: [...checked.issues] } }
    // As the core does: what is right is kept in its stored form, the rest as it was typed.
    const stored = Object.fromEntries(
      Object.keys(values).flatMap((id) =>
        checked.values[id] === undefined ? [] : [[id, checked.values[id]]],
      ),
    )
    visit = { ...visit, values: { ...before, ...values, ...stored } }
    return ok(visit)
  }

  const known = (channel: Channel, input: unknown): Answer | undefined => {
    switch (channel) {
      case 'app.status':
        return view.status ? ok(view.status) : undefined
      case 'visit.current':
        return ok(visit)
      case 'visit.saveStep':
        return saveStep(input as CallInput<'visit.saveStep'>)
      case 'visit.photo':
        return ok((input as CallInput<'visit.photo'>).purpose === 'swafoto' ? FACE : CARD)
      case 'visit.page':
        return ok(CARD)
      case 'reference.areas':
        return ok(AREAS.filter(({ code }) => parentOf(code) === (input as { parent: string | null }).parent))
      case 'reference.areaPath':
        return ok(AREAS.filter(({ code }) => (input as { code: string }).code.startsWith(code)))
      case 'reference.search':
        return ok(found(input as CallInput<'reference.search'>))
      case 'camera.stillDevices':
        return ok([])
      default:
        return undefined
    }
  }

  return {
    async call(channel, input) {
      const told = answers[channel]
      const answer = typeof told === 'function' ? await told(visit, input) : (told ?? known(channel, input))
      return (answer ?? { ok: false, error: { code: 'not-found', what: channel } }) as Answer<never>
    },
    on: () => () => undefined,
    onConnection: () => () => undefined,
  }
}

import { afterEach, describe, expect, it } from 'vitest'
import { UNREAD_PERIOD_MS } from '../../../src/main/services/sync/unread-reports.ts'
import { signIn } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { rowsOf, startTestDesk, type TestDesk, untilAll } from './desk.ts'
import type { Mood } from './moody-proxy.ts'

let desk: TestDesk
afterEach(() => desk?.remove())

const AT = '2026-11-23T02:00:00.000Z'
const OF_ANOTHER = '0198f000-0000-7000-8000-000000000009'

const isFeed = (request: string): boolean => request.startsWith('GET /v1/changes')
const json = (body: unknown): Mood => ({ status: 200, headers: { 'content-type': 'application/json' }, body })

/** A desk with submissions that the central has received and of which nothing was reported yet; newest first. */
async function withSent(count: number): Promise<string[]> {
  desk = await startTestDesk()
  desk.proxy.mood = (request) => (isFeed(request) ? json({ items: [], cursor: '' }) : 'pass')
  for (let person = 1; person <= count; person += 1)
    await registerPerson(desk.kiosk().call, testPerson(person))
  await untilAll(desk.kiosk(), 'terkirim')
  return (await rowsOf(desk.kiosk())).map((row) => row.id)
}

const look = () => desk.kiosk().call('sync.now', {})
const states = async () => (await rowsOf(desk.kiosk())).map((row) => row.state)
const reports = async () => (await desk.kiosk().call('app.status', {})).network.reports
const logged = (event: string) => desk.log.filter((entry) => entry.event === event)
const asked = (id: string) => desk.proxy.requests.filter((request) => request === `GET /v1/submissions/${id}`)

describe('a report that this kiosk cannot read', () => {
  it('holds up no other; the feed goes on behind it, and it is logged without its contents', async () => {
    const [second, first] = (await withSent(2)) as [string, string]
    const cursors: string[] = []
    desk.proxy.mood = (request) => {
      if (request.startsWith('GET /v1/submissions/')) return 'drop'
      if (!isFeed(request)) return 'pass'
      const cursor = new URL(request.slice(4), 'http://kiosk').searchParams.get('cursor') ?? ''
      cursors.push(cursor)
      if (cursor === '9') return json({ items: [], cursor: '9' })
      return json({
        items: [
          { submissionId: OF_ANOTHER, state: 'diarsipkan', at: AT },
          { submissionId: first, state: 'diarsipkan', at: AT },
          { submissionId: first, state: 'terverifikasi', at: 'kemarin sore' },
          { submissionId: 'Budi Contoh', state: 'aktif', at: AT },
          { submissionId: second, state: 'terverifikasi', at: AT },
        ],
        cursor: '9',
      })
    }
    await look()
    expect(await states()).toEqual(['terverifikasi', 'terkirim'])
    expect(cursors).toEqual(['', '9'])
    expect(await reports()).toEqual({ cause: null, unread: 1 })
    expect(logged('report.unreadable')).toEqual([
      {
        level: 'warn',
        event: 'report.unreadable',
        detail: { count: 4, fields: 'at state submissionId' },
      },
    ])
    expect(JSON.stringify(desk.log)).not.toMatch(/Budi|diarsipkan|kemarin/)
    const { events } = await desk.kiosk().call('submission.detail', { id: first })
    expect(events.at(-1)).toMatchObject({ event: 'report-unreadable', from: 'terkirim', to: 'terkirim' })
    expect(events.filter((event) => event.event === 'report-unreadable')).toHaveLength(1)
  })

  it('of ours is asked about by name until its state is known, also after a restart', async () => {
    const [id] = (await withSent(1)) as [string]
    let status: unknown = { submissionId: id, state: 'diarsipkan', at: AT }
    desk.proxy.mood = (request) => {
      if (isFeed(request)) return json({ items: request.endsWith('=') ? [status] : [], cursor: '3' })
      return request === `GET /v1/submissions/${id}` ? json({ status }) : 'pass'
    }
    await look()
    await look()
    expect(asked(id)).toHaveLength(1)
    desk.clock.advance(UNREAD_PERIOD_MS)
    await look()
    expect(asked(id)).toHaveLength(2)
    expect(await reports()).toEqual({ cause: null, unread: 1 })
    expect(await states()).toEqual(['terkirim'])

    status = { submissionId: id, state: 'terverifikasi', at: AT }
    await desk.restartKiosk()
    await signIn(desk.kiosk().call)
    await waitUntil('the state is known', async () => (await states())[0] === 'terverifikasi')
    expect(asked(id)).toHaveLength(3)
    expect(await reports()).toEqual({ cause: null, unread: 0 })
    await look()
    expect(asked(id)).toHaveLength(3)
  })

  it('is asked about no more once the feed itself tells the state', async () => {
    const [id] = (await withSent(1)) as [string]
    let items: unknown[] = [{ submissionId: id, state: 'diarsipkan', at: AT }]
    desk.proxy.mood = (request) => {
      if (isFeed(request)) return json({ items, cursor: String(items.length) })
      return request === `GET /v1/submissions/${id}` ? 'drop' : 'pass'
    }
    await look()
    expect(await reports()).toMatchObject({ unread: 1 })
    items = [
      { submissionId: id, state: 'ditolak', reason: { id: 'x', en: 'x' }, fields: [], photos: [], at: AT },
    ]
    await look()
    expect(await states()).toEqual(['ditolak'])
    expect(await reports()).toMatchObject({ unread: 0 })
  })
})

describe('a feed that fails although the central answers', () => {
  it.each<[string, Mood, string]>([
    ['forbidden', { status: 403, headers: { 'content-type': 'application/problem+json' } }, 'forbidden'],
    ['unreadable as a whole', json({ entries: [] }), 'unreadable'],
    ['a refused cursor', { status: 422, headers: { 'content-type': 'application/problem+json' } }, 'refused'],
  ])('%s: shown with its cause and logged once, and over when it is over', async (_name, mood, cause) => {
    await withSent(1)
    desk.proxy.mood = (request) => (isFeed(request) ? mood : 'pass')
    for (let n = 0; n < 3; n += 1) await look()
    const { network } = await desk.kiosk().call('app.status', {})
    expect(network).toMatchObject({ online: true, cause: null, reports: { cause, unread: 0 } })
    expect(logged('feed.failed')).toEqual([{ level: 'warn', event: 'feed.failed', detail: { kind: cause } }])

    desk.proxy.mood = () => 'pass'
    await look()
    expect(await reports()).toEqual({ cause: null, unread: 0 })
    expect(logged('feed.back')).toHaveLength(1)
  })
})

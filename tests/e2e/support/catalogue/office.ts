import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { waitUntil } from '../../../helpers/wait-until.ts'
import type { Desk, Size } from '../desk.ts'
import { Screens } from '../screens.ts'

const PIN = '583920'
/** How long a busy machine may take to notice that nobody answers. */
const NOTICES_MS = 30_000

/** A message that the central handed to a gateway (docs/demo.md, outbox.jsonl). */
type Message = {
  readonly at: string
  readonly channel: string
  readonly code?: string
  readonly link?: string
}

/** An office that is set up: a desk, a central in a program of its own, and the cable between them. */
export class Office {
  readonly desk: Desk
  private readonly central: string

  constructor(desk: Desk) {
    this.desk = desk
    this.central = join(desk.dir, 'central')
  }

  /** Set up, connected, its lists synced, the shift opened; then without a network if asked. */
  async open(size: Size, network: 'online' | 'offline'): Promise<Page> {
    const { url, enrolmentCode } = await this.desk.startCentral()
    const page = await this.desk.openReal(size)
    const { call } = this.desk
    await call('app.setUp', {
      office: { code: 'LPSE-0000', name: 'LPSE Kabupaten Contoh' },
      admin: { name: 'Sri Contoh', pin: PIN },
      central: { url, enrolmentCode },
      deviceName: 'Kios 1',
    })
    const screens = new Screens(page)
    await screens.openShift(PIN)
    await screens.awaitStart()
    await waitUntil('the lists have come', async () => {
      await call('sync.now', {})
      return (await call('reference.search', { list: 'instansi', query: 'sukamara' })).length > 0
    })
    if (network === 'offline') {
      await this.desk.stopCentral()
      await waitUntil(
        'the kiosk knows that the cable is pulled',
        async () => !(await call('sync.now', {})).network.online,
        { timeoutMs: NOTICES_MS, everyMs: 500 },
      )
      await expect(page.getByText(screens.words('start.offline'))).toBeVisible({ timeout: NOTICES_MS })
    }
    return page
  }

  /** The cable is in again, and the kiosk notices. */
  async reconnect(): Promise<void> {
    await this.desk.startCentral()
  }

  private messages(): Message[] {
    const path = join(this.central, 'outbox.jsonl')
    if (!existsSync(path)) return []
    const lines = readFileSync(path, 'utf8').trim().split('\n')
    return lines.map((line) => JSON.parse(line) as Message)
  }

  /** The code that was sent to the phone or the mailbox after this moment. */
  codeSentTo(channel: 'phone' | 'email', after: number): Promise<string> {
    return waitUntil(`a code by ${channel}`, () => {
      const sent = this.messages().filter((each) => each.channel === channel && Date.parse(each.at) >= after)
      return sent.at(-1)?.code
    })
  }

  /** The registrant, at home, types the codes that followed on the pages of their links. */
  async typeCodesAtHome(): Promise<void> {
    const followed = await waitUntil('both codes came with their links', () => {
      const links = this.messages().filter(({ link, code }) => link !== undefined && code !== undefined)
      return links.length === 2 && links
    })
    for (const { link, code } of followed) {
      const answer = await fetch(link ?? '', {
        method: 'POST',
        body: new URLSearchParams({ kode: code ?? '' }),
      })
      expect(answer.ok, `the page of a code answered ${answer.status}`).toBe(true)
    }
  }

  /** What the central has received, opened. */
  received(): readonly SubmissionPayload[] {
    const db = new Database(join(this.central, 'central.sqlite'), { readonly: true })
    try {
      const rows = db.prepare<[], { payload: string | null }>('SELECT payload FROM submissions').all()
      return rows.map(({ payload }) => JSON.parse(payload ?? 'null') as SubmissionPayload)
    } finally {
      db.close()
    }
  }
}

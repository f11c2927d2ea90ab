import { readdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { PIN } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { receivedAt } from './central-records.ts'
import { rowsOf, startTestDesk, type TestDesk, untilAll, untilOnline } from './desk.ts'

let desk: TestDesk
afterEach(() => desk?.remove())

it.each([
  ['gone', (path: string) => rmSync(path)],
  ['cut off', (path: string) => truncateSync(path, 100)],
] as const)(
  'a packet that is %s is sealed again from the working copy, as a new version',
  async (_name, spoil) => {
    desk = await startTestDesk()
    const { call, dataDir } = desk.kiosk()
    desk.proxy.mood = () => 'drop'
    await registerPerson(call, testPerson(1))
    await untilOnline(desk.kiosk(), false)
    await untilAll(desk.kiosk(), 'antre')
    for (const name of readdirSync(join(dataDir, 'packets'))) spoil(join(dataDir, 'packets', name))
    desk.proxy.mood = () => 'pass'
    desk.clock.advance(5_000)
    await untilAll(desk.kiosk(), 'perlu-tindakan')
    const [lost] = await rowsOf(desk.kiosk())
    expect(lost).toMatchObject({ reason: 'packet', may: { correct: 'yes', retry: true, cancel: 'void' } })

    await call('submission.correct', { id: lost?.id ?? '', pin: PIN })
    await call('visit.saveStep', { step: 'nik', values: { nikBenar: true }, advance: true })
    await call('visit.saveStep', { step: 'tinjau', values: { sudahDitinjau: true }, advance: true })
    await call('visit.submit', {})
    const anew = await waitUntil('the new version is sent', async () => {
      const rows = await rowsOf(desk.kiosk())
      return rows.find(
        (row) => row.id !== lost?.id && ['terkirim', 'menunggu-verifikasi'].includes(row.state),
      )
    })
    expect(receivedAt(desk.central().dataDir)).toEqual([anew?.id])
    const old = (await rowsOf(desk.kiosk())).find((row) => row.id === lost?.id)
    expect(old).toMatchObject({ state: 'dibatalkan', correctedBy: anew?.reference })
  },
)

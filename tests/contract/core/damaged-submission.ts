import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { TestCentral } from '../../helpers/central.ts'
import type { TestKiosk } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

/**
 * A submission that waits for a person: registered at an address where nobody answers, its packet cut short on disk,
 * then the address put right. Answers its id.
 */
export async function damagedSubmission(kiosk: TestKiosk, central: TestCentral): Promise<string> {
  const { call, dataDir } = kiosk
  await central.stop()
  await call('sync.now', {})
  await registerPerson(call, testPerson(2))
  const [row] = await call('submission.list', { limit: 1 })
  const folder = join(dataDir, 'packets')
  const [packet] = readdirSync(folder).filter((name) => name.startsWith(row?.id ?? 'none'))
  truncateSync(join(folder, packet ?? ''), 100)
  await call('sync.now', {})
  await waitUntil('the damaged packet waits for a person', async () => {
    const [newest] = await call('submission.list', { limit: 1 })
    return newest?.state === 'perlu-tindakan'
  })
  return row?.id ?? ''
}

import { z } from 'zod'
import type { LogEntry } from '../../app/app.ts'
import type { CentralApi } from '../central-api/index.ts'
import type { Store } from '../store/index.ts'

/** How far the kiosk has come with asking to follow: as which device, and the last submission. */
const Followed = z.object({ deviceId: z.string(), after: z.string(), done: z.boolean() })
export const FOLLOWED = 'sync.followed'

/** So many at a time: the feed and the queue have their turn in between. */
const AT_A_TIME = 20

type Deps = {
  readonly store: Pick<Store, 'settings' | 'submissions'>
  readonly deviceId: () => string | undefined
  readonly api: () => CentralApi | null
  readonly log: (entry: LogEntry) => void
}

/**
 * The central tells each device about the packets it handed over. A kiosk that was enrolled anew is another device to it,
 * and so is the one that took over a dead kiosk's list: it hands over again, by id and hash, what was received before, and
 * follows it from then on (docs/decisions/0024). Nothing is uploaded.
 */
export function createFollowing({ store, deviceId, api, log }: Deps) {
  const { settings, submissions } = store
  return {
    /** Asks for the next few, if there are any; called whenever the central was reached. */
    async ask(): Promise<void> {
      const device = deviceId()
      const central = api()
      if (device === undefined || !central) return
      const known = settings.find(FOLLOWED, Followed)
      const isSame = known?.deviceId === device
      if (isSame && known.done) return
      const page = submissions.listUnderWay(isSame ? known.after : '', AT_A_TIME)
      let after = isSame ? known.after : ''
      for (const { id, packetSha256, packetBytes } of page) {
        const answer = await central.follow({ submissionId: id, sha256: packetSha256, bytes: packetBytes })
        // One that this central does not know, or not as ours, must not hold up the others.
        if (!answer.ok) {
          if (answer.error.kind !== 'refused') break
          log({ level: 'warn', event: 'follow.refused', detail: { status: answer.error.status } })
        }
        after = id
      }
      if (deviceId() !== device) return
      const done = after === (page.at(-1)?.id ?? after) && page.length < AT_A_TIME
      settings.set(FOLLOWED, { deviceId: device, after, done })
    },
  }
}

import { useIdle } from '../ui/index.ts'
import { useCall, useKiosk, useView, useVisit } from './state/index.ts'

/** A shift without a visit closes after this (interface specification, PIN overlay). */
const SHIFT_IDLE_SECONDS = 15 * 60
/** A page with somebody's status on it goes back to the start after this. */
const PAGE_IDLE_SECONDS = 120

/** The shift's own end when nobody comes, and of a page that somebody left open. A visit has a guard of its own. */
export function IdleGuard() {
  const kiosk = useKiosk()
  const call = useCall()
  const visit = useVisit()
  const inShift = useView((state) => state.status?.staff != null)
  const locked = useView((state) => state.status?.visit === 'locked')
  const onPublicPage = useView((state) => state.page === 'status-check')

  useIdle(!visit && inShift && !locked ? SHIFT_IDLE_SECONDS : null, () => {
    kiosk.toStart()
    void call('staff.signOut', {})
  })
  useIdle(!visit && onPublicPage ? PAGE_IDLE_SECONDS : null, kiosk.toStart)
  return null
}

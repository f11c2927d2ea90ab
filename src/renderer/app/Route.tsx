import { type ComponentType, lazy } from 'react'
import { SignIn, StaffPage } from '../features/staff/index.ts'
import { Start } from '../features/start/index.ts'
import { TroubleScreen } from '../features/trouble/index.ts'
import { loadLaterTexts } from '../i18n/index.ts'
import { Spinner } from '../ui/index.ts'
import styles from './Route.module.css'
import { type Page, useView, type ViewState } from './state/index.ts'

/** A page that the first screen does not need: it comes when it is needed, and its texts with it. */
const later = (load: () => Promise<{ readonly default: ComponentType }>) =>
  lazy(async () => {
    const [page] = await Promise.all([load(), loadLaterTexts()])
    return page
  })

const SetUp = later(() => import('../features/set-up/index.ts'))
const Visit = later(() => import('../features/visit/index.ts'))
const Lock = later(async () => ({ default: (await import('../features/lock/index.ts')).Lock }))
const Drafts = later(async () => ({ default: (await import('../features/lock/index.ts')).Drafts }))
const Receipt = later(async () => ({ default: (await import('../features/receipt/index.ts')).Receipt }))
const Choosing = later(() => import('../features/choosing/index.ts'))
const Guidance = later(() => import('../features/guidance/index.ts'))
const StatusCheck = later(() => import('../features/status-check/index.ts'))
const Console = later(async () => ({ default: (await import('../features/console/index.ts')).Console }))
const Connect = later(async () => ({ default: (await import('../features/console/index.ts')).Connect }))
const Office = later(() => import('../features/office/index.ts'))
const CameraTest = later(() => import('../features/camera-test/index.ts'))
const Courier = later(() => import('../features/courier/index.ts'))

/** Shown while a part of the program is being loaded; at most a moment. */
export function LoadingScreen() {
  return (
    <div className={styles.loading} role="status" aria-label="…">
      <Spinner />
    </div>
  )
}

const PAGES: Readonly<Record<Page, ComponentType>> = {
  start: Start,
  choosing: Choosing,
  guidance: Guidance,
  'status-check': StatusCheck,
  drafts: Drafts,
  console: Console,
  staff: StaffPage,
  connect: Connect,
  office: Office,
  courier: Courier,
  'camera-test': CameraTest,
}

/**
 * The screen for the state of the kiosk: trouble, first run, receipt, PIN, lock, visit, pages.
 * The order is the rule: what comes first hides what comes after.
 */
export function chooseScreen(state: ViewState): ComponentType {
  const { status } = state
  if (!status) return LoadingScreen
  if (status.problem) return TroubleScreen
  if (!status.setUp) return SetUp
  if (state.receipt) return Receipt
  if (!status.staff) return SignIn
  if (status.visit === 'locked') return Lock
  if (state.visit) return Visit
  if (status.visit === 'open') return LoadingScreen
  return PAGES[state.page]
}

/** Renders the screen that `chooseScreen` names. */
export function Route() {
  const Screen = useView(chooseScreen)
  return <Screen />
}

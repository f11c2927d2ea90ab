import type { Channel } from '#shared/contract/channels.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { AppStatus } from '#shared/contract/views.ts'
import type { Answer } from '#shared/domain/errors.ts'
import type { ViewState } from './view-state.ts'

/** What an answer means for the view state. */
export type Effect = {
  readonly change?: Partial<ViewState>
  readonly status?: AppStatus
  /** The call changed who is signed in or what is open: ask the core how things stand. */
  readonly refreshNeeded?: boolean
}

/** Errors that tell that this renderer's picture of the core is out of date. */
const OUT_OF_DATE: readonly string[] = ['locked', 'not-signed-in', 'wrong-state', 'store', 'intake-stopped']

type Taken = { readonly [C in Channel]?: (value: CallOutput<C>) => Effect }

/** Calls whose answer is a snapshot that the screen shows. */
const TAKEN: Taken = {
  'app.setUp': (status) => ({ status }),
  'app.enrol': (status) => ({ status }),
  'app.setLimits': (status) => ({ status }),
  'app.setRetention': (status) => ({ status }),
  'app.setCapture': (status) => ({ status }),
  'app.setScreen': (status) => ({ status }),
  'camera.remember': (status) => ({ status }),
  'app.dismissNotice': (status) => ({ status }),
  'app.setRecoveryKey': () => ({ refreshNeeded: true }),
  'sync.now': (status) => ({ status }),
  'app.status': (status) => ({ status }),
  'staff.signIn': () => ({ refreshNeeded: true }),
  'staff.signOut': () => ({ refreshNeeded: true, change: { visit: null } }),
  'visit.start': (visit) => ({ change: { visit } }),
  'visit.current': (visit) => ({ change: { visit } }),
  'visit.setLanguage': (visit) => ({ change: { visit } }),
  'visit.saveStep': (visit) => ({ change: { visit } }),
  'visit.goTo': (visit) => ({ change: { visit } }),
  'visit.keepPhoto': (visit) => ({ change: { visit } }),
  'visit.readKtp': (visit) => ({ change: { visit } }),
  'visit.keepDocument': (visit) => ({ change: { visit } }),
  'visit.addPage': (visit) => ({ change: { visit } }),
  'visit.arrangePages': (visit) => ({ change: { visit } }),
  'visit.dropDocument': (visit) => ({ change: { visit } }),
  'visit.allowOfficeEmail': (visit) => ({ change: { visit } }),
  'visit.checkContact': (visit) => ({ change: { visit } }),
  'visit.checkCompany': (visit) => ({ change: { visit } }),
  'visit.checkAccesses': (visit) => ({ change: { visit } }),
  'visit.chooseAccess': (visit) => ({ change: { visit } }),
  'visit.deferCodes': (visit) => ({ change: { visit } }),
  'visit.submit': (receipt) => ({ change: { receipt, visit: null } }),
  'visit.end': () => ({ change: { visit: null, page: 'start' }, refreshNeeded: true }),
  'visit.lock': () => ({ change: { visit: null }, refreshNeeded: true }),
  'visit.unlock': () => ({ refreshNeeded: true }),
  'visit.pause': () => ({ change: { visit: null, page: 'start' }, refreshNeeded: true }),
  'draft.resume': () => ({ change: { page: 'start' }, refreshNeeded: true }),
  'draft.wipe': () => ({ refreshNeeded: true }),
}

/** Works out what the answer to a call changes on the screen. */
export function afterCall<C extends Channel>(channel: C, answer: Answer<CallOutput<C>>): Effect {
  if (!answer.ok) return OUT_OF_DATE.includes(answer.error.code) ? { refreshNeeded: true } : {}
  return TAKEN[channel]?.(answer.value) ?? {}
}

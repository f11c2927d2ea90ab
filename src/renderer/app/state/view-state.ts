import type {
  AppStatus,
  CourierProgressView,
  Language,
  ReceiptView,
  VisitSnapshot,
} from '#shared/contract/views.ts'
import type { Connection } from '../../client/index.ts'

/** Where the petugas or the registrant is while no visit is open. */
export type Page =
  | 'start'
  | 'choosing'
  | 'guidance'
  | 'status-check'
  | 'drafts'
  | 'console'
  | 'staff'
  | 'connect'
  | 'office'
  | 'courier'
  | 'camera-test'

/** Steps of A+ (interface specification §3), percent. */
export const TEXT_SIZES = [100, 125, 150, 200] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** Everything the renderer knows. Whatever is true of a visit or the kiosk comes from the core. */
export type ViewState = {
  readonly connection: Connection
  /** Null until the core answered for the first time. */
  readonly status: AppStatus | null
  readonly visit: VisitSnapshot | null
  /** The receipt of the visit that has just ended (S13). */
  readonly receipt: ReceiptView | null
  readonly page: Page
  /** Language while no visit is open; a visit has its own. */
  readonly language: Language
  readonly textSize: TextSize
  readonly highContrast: boolean
  readonly sound: boolean
  readonly hidden: boolean
  readonly helpOpen: boolean
  /** How many were waiting when the network came back; null when there is nothing to say about it. */
  readonly networkBack: number | null
  /** Goes up whenever the core says that submissions changed: lists ask again. */
  readonly submissionsVersion: number
  /** How far the courier's copy is; null before the first word of it. */
  readonly courier: CourierProgressView | null
}

/** What a registrant may have changed for himself; the next one starts fresh. */
export const FRESH_REGISTRANT = {
  language: 'id',
  textSize: 100,
  highContrast: false,
  sound: true,
  helpOpen: false,
  hidden: false,
} as const satisfies Partial<ViewState>

/** Before anything is known. */
export const INITIAL: ViewState = {
  ...FRESH_REGISTRANT,
  connection: 'connected',
  status: null,
  visit: null,
  receipt: null,
  page: 'start',
  networkBack: null,
  submissionsVersion: 0,
  courier: null,
}

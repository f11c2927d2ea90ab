import { z } from 'zod'
import { STORE_PROBLEMS } from '../domain/errors.ts'
import { PageTurn, PhotoPurpose } from '../domain/forms/form-definition.ts'
import { KTP_FIELDS } from '../domain/ktp/fields.ts'
import { CardBox } from '../domain/ktp/reading.ts'
import { HeldAccess } from '../domain/services/held-accesses.ts'
import { StaffRole } from '../domain/staff/staff.ts'
import { CancelReason } from '../domain/submission/cancellation.ts'
import { Correction } from '../domain/submission/corrections.ts'
import { CheckId, CheckState, DocumentMedia, FormValues } from '../domain/submission/payload.ts'
import { ReceiptHint } from '../domain/submission/receipt-hints.ts'
import { KeepDays, RetentionDays } from '../domain/submission/retention.ts'
import { SubmissionState } from '../domain/submission/states.ts'
import { StepTime } from '../domain/visit/index.ts'

/** Languages of the screen. */
export const Language = z.enum(['id', 'en'])
export type Language = z.infer<typeof Language>

/** Who has opened the shift. */
export const StaffView = z.object({ id: z.string(), name: z.string(), role: StaffRole })
export type StaffView = z.infer<typeof StaffView>

/** How a desk photographs. */
export const CaptureSettings = z.strictObject({
  /** Cameras that are programs (OBS and the like) may be used: somebody could show them a picture instead of a face. */
  virtualCameras: z.boolean(),
  /** The registrant is asked to turn the head once: a hint that somebody sits there, no proof. */
  headTurn: z.boolean(),
})
export type CaptureSettings = z.infer<typeof CaptureSettings>

/** Corrections by hand of what was read off cards at this desk; counts, never values. */
export const ReadingReportView = z.object({
  /** Days that the report looks back. */
  days: z.number().int().positive(),
  /** Cards that were read and registered in that time. */
  cards: z.number().int().nonnegative(),
  /** Every printed field in card order. */
  fields: z.array(z.object({ field: z.enum(KTP_FIELDS), corrected: z.number().int().nonnegative() })),
})
export type ReadingReportView = z.infer<typeof ReadingReportView>

/** What a desk remembers of its cameras: which one is used for a purpose, by its name, and at which size it gave a picture. */
export const CameraMemoryKey = z.enum([
  'ktp',
  'dokumen',
  'swafoto',
  'ktp.size',
  'dokumen.size',
  'swafoto.size',
])
export type CameraMemoryKey = z.infer<typeof CameraMemoryKey>
export const CameraMemory = z.partialRecord(CameraMemoryKey, z.string().min(1).max(300))
export type CameraMemory = z.infer<typeof CameraMemory>

/** The screen of a desk. */
export const ScreenSettings = z.strictObject({
  /** CSS pixels per millimetre as measured; null: not measured. From a wall of televisions to the densest laptop. */
  pxPerMm: z.number().min(1).max(12).nullable(),
})
export type ScreenSettings = z.infer<typeof ScreenSettings>

/** Somebody who may open the shift; `lockedUntil`: too many wrong PINs, until an admin gives a new one. */
export const StaffChoice = StaffView.extend({ lockedUntil: z.iso.datetime().nullable() })
export type StaffChoice = z.infer<typeof StaffChoice>

/** Everything the frame of the screen shows; no personal data of a registrant. */
export const AppStatus = z.object({
  version: z.string(),
  host: z.enum(['electron', 'node-host', 'headless']),
  /** Set in demo mode: the PIN to try and where the demo's messages (codes) can be read; empty before that runs. */
  demo: z.object({ pin: z.string(), inboxUrl: z.string() }).nullable(),
  /** Why nothing can start; every call but this one then answers `store`. */
  problem: z.enum(STORE_PROBLEMS).nullable(),
  /** The file or folder that the problem is about. */
  problemAt: z.string().optional(),
  /** False until the first admin and the office's data exist. */
  setUp: z.boolean(),
  office: z.object({ code: z.string(), name: z.string() }).nullable(),
  clock: z.object({
    /** `before-build`: earlier than this program was made; `off`: more than a day from the central's. */
    state: z.enum(['ok', 'before-build', 'off']),
    skewSeconds: z.number().nullable(),
  }),
  network: z.object({
    online: z.boolean(),
    since: z.iso.datetime(),
    /** Why the central is out of reach (CentralError's kinds, `proxy-authentication`, `wrong-mode`); null while it is not. */
    cause: z.string().nullable(),
    /** How the central's reports come in: why not although it answers, and how many this kiosk could not read. */
    reports: z.object({ cause: z.string().nullable(), unread: z.int().nonnegative() }),
  }),
  /** Whether new visits may start, and if not, why. */
  intake: z.object({
    open: z.boolean(),
    reason: z.enum(['disk-full', 'limit', 'clock', 'not-set-up']).nullable(),
  }),
  queue: z.object({
    /** To be sent by itself. */
    waiting: z.int(),
    /** Everything that this kiosk alone holds, also what needs attention, and since when the oldest: what warning and limit count. */
    unsent: z.int(),
    oldestAt: z.iso.datetime().nullable(),
    needsAttention: z.int(),
    rejected: z.int(),
    /** Why the whole queue stands still, if it does. */
    paused: z.enum(['unauthorised', 'forbidden', 'not-enrolled']).nullable(),
    /** Amber: 70 or more unsent, or the oldest is over 7 days old. Visits go on (domain/submission/limits.ts). */
    warning: z.enum(['count', 'age']).nullable(),
    /** The admin's own limit of unsent registrations; null: none. */
    limit: z.int().nullable(),
  }),
  /** How long working copies and the audit trail stay; the admin's own numbers. */
  retention: RetentionDays,
  /** Room on the volume of the data: amber below 5 GB, red where no new visit starts. */
  disk: z.object({ freeBytes: z.number(), state: z.enum(['ok', 'low', 'full']) }),
  /** Submitted since midnight, corrections included; the median of whole visits, minutes (the SOP allows 18). */
  today: z.object({ done: z.int(), medianMinutes: z.number().nullable() }),
  /** `missing`: a dead disk or a lost key would lose what waits here; `app.setRecoveryKey` mends it. */
  recoveryKey: z.enum(['set', 'missing', 'not-needed']),
  /** How this desk photographs, set by an admin (`app.setCapture`). */
  capture: CaptureSettings,
  /** The desk's cameras (`camera.remember`): the page itself keeps nothing from one start to the next. */
  cameras: CameraMemory,
  /** The desk's screen, measured by an admin (`app.setScreen`). */
  screen: ScreenSettings,
  /** Something that happened at start and that staff must read; `app.dismissNotice` takes it away. */
  notice: z
    .object({
      /** `database-restored`: a backup took the place of a damaged database. `packets-found`: registrations that only
       * their packets still knew are in the queue again. */
      kind: z.enum(['database-restored', 'packets-found']),
      at: z.iso.datetime(),
      backupAt: z.iso.datetime().nullable(),
      packets: z.int(),
    })
    .nullable(),
  /** What the desk prints on, and whether without asking (docs/desk.md). */
  printer: z.object({ paper: z.enum(['a4', '80mm']), silent: z.boolean() }),
  staff: StaffView.nullable(),
  visit: z.enum(['none', 'open', 'locked']),
  /** Interrupted or paused visits that can be taken up again. */
  drafts: z.int(),
})
export type AppStatus = z.infer<typeof AppStatus>

/** One KTP field as read, without the value (that stands in `values`). */
export const KtpFieldView = z.object({
  confidence: z.number(),
  read: z.string(),
  alternatives: z.array(z.string()),
  box: CardBox.nullable(),
})
export type KtpFieldView = z.infer<typeof KtpFieldView>

/** How the reading of the KTP photo stands. */
export const KtpReadingView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('read'), fields: z.record(z.string(), KtpFieldView) }),
  z.object({ kind: z.literal('no-card') }),
  z.object({ kind: z.literal('unreadable') }),
  z.object({ kind: z.literal('bad-picture') }),
  z.object({ kind: z.literal('failed') }),
])
export type KtpReadingView = z.infer<typeof KtpReadingView>

export const PhotoView = z.object({ width: z.int(), height: z.int(), takenAt: z.iso.datetime() })

/** A photographed page; pixels as it was taken, before it is turned. */
const PageView = z.object({ id: z.int(), turn: PageTurn, width: z.int(), height: z.int() })
export type PageView = z.infer<typeof PageView>

/** A document as the screen lists it; `size` in bytes. */
const DocumentView = z.object({
  media: DocumentMedia,
  size: z.int(),
  addedAt: z.iso.datetime(),
  /** In order; none when it came as a PDF. */
  pages: z.array(PageView),
})

/** A soft finding about a value: shown, never blocking. `code` is a message key. */
export const Warning = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Warning = z.infer<typeof Warning>

/** The open visit as the renderer shows it. */
export const VisitSnapshot = z.object({
  id: z.uuid(),
  service: z.string(),
  formVersion: z.int(),
  language: Language,
  /** Where the visit stands, and the ids of all steps that apply to this registrant, in order. */
  step: z.string(),
  steps: z.array(z.string()),
  /** The furthest step reached: the registrant may go back to any step up to it. */
  furthest: z.string(),
  values: FormValues,
  photos: z.partialRecord(PhotoPurpose, PhotoView),
  /** Documents given so far, by the id of their request. */
  documents: z.record(z.string(), DocumentView),
  reading: KtpReadingView,
  /** KTP fields (by id) that a person must still confirm or correct, unsure ones first. */
  unsure: z.array(z.string()),
  checks: z.partialRecord(CheckId, CheckState),
  /** Accesses that the central holds for the person; null while it was not asked or told nothing. */
  accesses: z.array(HeldAccess).nullable(),
  warnings: z.array(Warning),
  /** Reference of another registration with the same NIK at this kiosk. */
  duplicate: z.string().nullable(),
  /** What the consent text says about erasing. */
  keepDays: KeepDays,
  /** Set when an earlier registration is being corrected: the steps are those of `formOfVisit`. */
  correction: Correction.nullable(),
  startedAt: z.iso.datetime(),
  locked: z.boolean(),
})
export type VisitSnapshot = z.infer<typeof VisitSnapshot>

/** An interrupted or paused visit: masked, so that the list can be shown before the PIN. */
export const DraftView = z.object({
  id: z.uuid(),
  service: z.string(),
  maskedName: z.string(),
  step: z.string(),
  state: z.enum(['open', 'locked', 'paused']),
  touchedAt: z.iso.datetime(),
  wipeAt: z.iso.datetime(),
})
export type DraftView = z.infer<typeof DraftView>

const BothLanguages = z.object({ id: z.string(), en: z.string() })

/** What this kiosk still keeps of a registration, for the registrant (UU 27/2022 art. 5, 7). */
export const StoredView = z.object({
  /** The working copy: everything that was typed, encrypted. */
  data: z.boolean(),
  photos: z.array(PhotoPurpose),
  /** How many documents. */
  documents: z.int(),
  /** When the copy is erased; null while that depends on the outcome, and when it is erased already. */
  eraseAt: z.iso.datetime().nullable(),
  /** The days that the consent screen of this registration showed; the office may have set others since. */
  promised: KeepDays,
  /** Who gets the data, as that screen said it; null once the copy is not there to tell. */
  recipients: BothLanguages.nullable(),
  /** Consents given, while the copy is there to tell. */
  consents: z.array(z.object({ id: z.string(), textVersion: z.string(), at: z.iso.datetime() })),
})
export type StoredView = z.infer<typeof StoredView>

/** That a registration was called off. `told`: the central confirmed it, or never held it. */
export const CalledOffView = z.object({
  reason: CancelReason,
  at: z.iso.datetime(),
  told: z.boolean(),
  /** Why the central has not confirmed yet, if it was asked (as in CentralError). */
  problem: z.string().nullable(),
})
export type CalledOffView = z.infer<typeof CalledOffView>

/** What the registrant takes home; nothing in it identifies the person to a stranger. */
export const ReceiptView = z.object({
  reference: z.string(),
  service: z.string(),
  state: SubmissionState,
  submittedAt: z.iso.datetime(),
  petugas: z.string(),
  office: z.string(),
  maskedNik: z.string(),
  maskedEmail: z.string(),
  deferred: z.array(CheckId),
  reason: BothLanguages.nullable(),
  /** At which check it was refused; null while it is not. */
  refusedAt: z.enum(['profile', 'access']).nullable(),
  hints: z.array(ReceiptHint),
  /** How long each step of the visit took, for the petugas; empty where that was not kept. */
  times: z.array(StepTime),
  /** Number of the registration that this one corrects, and of the one that corrects it. */
  corrects: z.string().nullable(),
  correctedBy: z.string().nullable(),
  calledOff: CalledOffView.nullable(),
  stored: StoredView,
  /** A QR code of the reference alone, as an SVG document. */
  qrSvg: z.string(),
})
export type ReceiptView = z.infer<typeof ReceiptView>

/** A row of the petugas' queue. */
export const SubmissionRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  service: z.string(),
  maskedName: z.string(),
  state: SubmissionState,
  submittedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  petugas: z.string(),
  attempts: z.int(),
  nextAttemptAt: z.iso.datetime().nullable(),
  /** Why it waits or needs somebody (message key suffix), when it does. */
  reason: z.string().nullable(),
  centralReason: BothLanguages.nullable(),
  /** Fields and pictures that the central wants again. */
  named: z.object({ fields: z.array(z.string()), photos: z.array(z.string()) }),
  /** Until when the central owes the next step. */
  dueBy: z.iso.datetime().nullable(),
  corrects: z.string().nullable(),
  correctedBy: z.string().nullable(),
  calledOff: CalledOffView.nullable(),
  /** What can be done about it here. `anew`: it could be mended, but the working copy is erased. */
  may: z.object({
    correct: z.enum(['yes', 'anew', 'no']),
    retry: z.boolean(),
    cancel: z.enum(['void', 'withdraw', 'no']),
    unmask: z.boolean(),
    /** A verified profile whose data are still here: the request for access can follow. */
    goOn: z.boolean(),
  }),
})
export type SubmissionRow = z.infer<typeof SubmissionRow>

/** One thing that happened to a submission. */
export const SubmissionEventView = z.object({
  at: z.iso.datetime(),
  event: z.string(),
  from: SubmissionState,
  to: SubmissionState,
  /** Message key suffix of what caused it, when there is one. */
  detail: z.string().nullable(),
})
export type SubmissionEventView = z.infer<typeof SubmissionEventView>

/** One submission as the petugas looks into it. */
export const SubmissionDetail = SubmissionRow.extend({
  maskedNik: z.string(),
  maskedEmail: z.string(),
  /** What the petugas noted when it was called off. */
  note: z.string().nullable(),
  stored: StoredView,
  /** How long each step of the visit took; empty where that was not kept. */
  times: z.array(StepTime),
  /** Oldest first. */
  events: z.array(SubmissionEventView),
})
export type SubmissionDetail = z.infer<typeof SubmissionDetail>

/** What unmasking shows, for 20 seconds. */
export const UnmaskedView = z.object({ nik: z.string(), name: z.string() })
export type UnmaskedView = z.infer<typeof UnmaskedView>

/** Answer to asking for a code. */
export const CodeRequestView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sent'),
    maskedDestination: z.string(),
    length: z.int(),
    expiresAt: z.iso.datetime(),
    resendAfterSeconds: z.int(),
  }),
  z.object({ kind: z.literal('deferred') }),
])
export type CodeRequestView = z.infer<typeof CodeRequestView>

/** Answer to typing a code. */
export const CodeAnswerView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted') }),
  z.object({ kind: z.literal('wrong'), triesLeft: z.int() }),
  z.object({ kind: z.literal('expired') }),
  z.object({ kind: z.literal('spent') }),
  z.object({ kind: z.literal('deferred') }),
])
export type CodeAnswerView = z.infer<typeof CodeAnswerView>

/** A document as it crosses the door: base64. */
export const DocumentData = z.object({ media: DocumentMedia, content: z.base64() })
export type DocumentData = z.infer<typeof DocumentData>

/** A picture as it crosses the door: JPEG, base64. */
export const PhotoData = z.object({ jpeg: z.base64(), width: z.int(), height: z.int() })
export type PhotoData = z.infer<typeof PhotoData>

const FOLDER_PROBLEMS = ['folder-missing', 'not-a-folder', 'not-writable', 'inside-data'] as const

/** What became of putting packets on a stick (docs/courier.md). */
export const CourierExportView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('done'),
    /** On the stick now; `copied` of them newly. */
    packets: z.int(),
    copied: z.int(),
    bytes: z.int(),
    /** Packets of ours that are not whole and were left out. */
    unfit: z.int(),
    /** Registrations called off that the central is told of. */
    withdrawals: z.int(),
  }),
  z.object({
    kind: z.literal('refused'),
    reason: z.enum([
      ...FOLDER_PROBLEMS,
      'not-enrolled',
      'nothing-waiting',
      'no-room',
      /** Pulled out, or not able to keep what was written. */
      'stick-lost',
      'busy',
    ]),
  }),
])
export type CourierExportView = z.infer<typeof CourierExportView>

/** What receipts a stick brought back. */
export const CourierImportView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('done'),
    /** Sent now, thanks to this stick. */
    settled: z.int(),
    /** Called off at the central now, thanks to this stick. */
    calledOff: z.int(),
    /** Known as sent before. */
    known: z.int(),
    /** Not signed by our central, or for something else: not believed. */
    invalid: z.int(),
    /** Packets that the central did not take from the stick: they go on waiting here. */
    notTaken: z.int(),
  }),
  z.object({
    kind: z.literal('refused'),
    reason: z.enum([...FOLDER_PROBLEMS, 'not-enrolled', 'foreign', 'no-receipts', 'unreadable']),
  }),
])
export type CourierImportView = z.infer<typeof CourierImportView>

/** How far an export is: packets and bytes safely on the stick. */
export const CourierProgressView = z.object({
  packets: z.int(),
  ofPackets: z.int(),
  bytes: z.int(),
  ofBytes: z.int(),
})
export type CourierProgressView = z.infer<typeof CourierProgressView>

/** How the central is reached. The proxy's password is never shown again. */
export const ConnectionView = z.object({
  proxy: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('none') }),
    z.object({ mode: z.literal('system') }),
    z.object({ mode: z.literal('manual'), url: z.string() }),
  ]),
  /** Subject of the office's own certificate authority. */
  ca: z.string().nullable(),
})
export type ConnectionView = z.infer<typeof ConnectionView>

/** What trying to reach a central gave; `reason` as in CentralError, or `wrong-mode` for a demo's central. */
export const ConnectionTestView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reached'), skewSeconds: z.number() }),
  z.object({ kind: z.literal('failed'), reason: z.string(), detail: z.string() }),
])
export type ConnectionTestView = z.infer<typeof ConnectionTestView>

/** One entry of a list that a form chooses from. */
export const ReferenceEntry = z.object({ code: z.string(), name: z.string() })
export type ReferenceEntry = z.infer<typeof ReferenceEntry>

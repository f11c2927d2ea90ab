import { z } from 'zod'
import { ConnectionInput } from '../domain/connection.ts'
import { MAX_DOCUMENT_PAGES, PageTurn, PhotoPurpose } from '../domain/forms/form-definition.ts'
import { OFFICE_EMAIL_REASONS } from '../domain/services/steps/contact-steps.ts'
import { Pin, StaffRole } from '../domain/staff/staff.ts'
import { CANCEL_NOTE_LENGTH, CancelReason } from '../domain/submission/cancellation.ts'
import { SUBMISSION_GROUPS, SUBMISSION_SORTS } from '../domain/submission/groups.ts'
import { QueueLimits } from '../domain/submission/limits.ts'
import { FormValues } from '../domain/submission/payload.ts'
import { RetentionDays } from '../domain/submission/retention.ts'
import type { Channel } from './channels.ts'
import {
  AppStatus,
  CameraMemoryKey,
  CaptureSettings,
  CodeAnswerView,
  CodeRequestView,
  ConnectionTestView,
  ConnectionView,
  CourierExportView,
  CourierImportView,
  CourierProgressView,
  DocumentData,
  DraftView,
  Language,
  PhotoData,
  ReadingReportView,
  ReceiptView,
  ReferenceEntry,
  ScreenSettings,
  StaffChoice,
  StaffView,
  SubmissionDetail,
  SubmissionRow,
  UnmaskedView,
  VisitSnapshot,
} from './views.ts'

/**
 * Who may call. Checked against main's own session, never against the payload.
 * - `anyone`: also before sign-in.
 * - `shift`: a petugas has opened the shift.
 * - `unlocked`: a shift is open and the screen is not locked; everything that shows a registrant's data.
 * - `admin`: the shift was opened by an admin.
 */
export type CallRole = 'anyone' | 'shift' | 'unlocked' | 'admin'

type CallDefinition = { readonly role: CallRole; readonly input: z.ZodType; readonly output: z.ZodType }

const nothing = z.strictObject({})
const name = z.string().trim().min(1).max(100)
const codeChannel = z.enum(['phone', 'email'])
const centralUrl = z.url({ protocol: /^https?$/ }).max(500)
/** A folder that the petugas chose: absolute, there, writable, outside the kiosk's data. */
const folderInput = z.strictObject({ folder: z.string().min(1).max(1_000) })
/** `62`, `62.71`, `62.71.01`, `62.71.01.1001` (Kepmendagri). */
const areaCode = z.string().regex(/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/)
const documentKind = z.string().max(40)
const maskedIdInput = z.strictObject({ id: z.uuid() })

/** Base64 of at most about 6 MB of JPEG: twice what a 4K camera gives. */
export const MAX_PHOTO_BASE64 = 8_000_000

/** Every call from a renderer or a script to the core. Errors are `AppError`. */
export const contract = {
  'app.status': { role: 'anyone', input: nothing, output: AppStatus },
  /** First run: office, first admin, and the connection to the central (null: later, offline). */
  'app.setUp': {
    role: 'anyone',
    input: z.strictObject({
      office: z.strictObject({ code: z.string().trim().min(1).max(40), name }),
      admin: z.strictObject({ name, pin: Pin }),
      central: z
        .strictObject({
          url: centralUrl,
          enrolmentCode: z.string().trim().min(1).max(200),
          /** Proxy and own authority, when the central cannot be reached without. */
          connection: ConnectionInput.optional(),
        })
        .nullable(),
      deviceName: name,
    }),
    output: AppStatus,
  },
  /** Connects (or reconnects) this kiosk with a one-time enrolment code. */
  'app.enrol': {
    role: 'admin',
    input: z.strictObject({
      url: centralUrl,
      enrolmentCode: z.string().trim().min(1).max(200),
    }),
    output: AppStatus,
  },
  /** How the central is reached now, without a proxy's password. */
  'app.connection': { role: 'admin', input: nothing, output: ConnectionView },
  /** Proxy and own certificate authority. A manual proxy named without its password keeps the one it had. */
  'app.setConnection': { role: 'admin', input: ConnectionInput, output: ConnectionView },
  /**
   * Tries to reach a central, by default the one in use in the way that is set; changes nothing. Before the first set-up
   * anyone may, afterwards an admin.
   */
  'app.testConnection': {
    role: 'anyone',
    input: z.strictObject({ url: centralUrl.optional(), connection: ConnectionInput.optional() }),
    output: ConnectionTestView,
  },
  /** The office's own limit of unsent registrations, at which new visits stop; null lifts it. */
  'app.setLimits': { role: 'admin', input: QueueLimits, output: AppStatus },
  /** How long working copies and the audit trail stay; visits that are open keep what their consent text said. */
  'app.setRetention': { role: 'admin', input: RetentionDays, output: AppStatus },
  /** Which cameras count and what is asked before them. */
  'app.setCapture': { role: 'admin', input: CaptureSettings, output: AppStatus },
  /** How large a millimetre is on this desk's screen, measured with a KTP held at it; null: assumed from its size. */
  'app.setScreen': { role: 'admin', input: ScreenSettings, output: AppStatus },
  /** Staff has read `status.notice`. */
  'app.dismissNotice': { role: 'shift', input: nothing, output: AppStatus },
  /**
   * Wraps this kiosk for the office's recovery key (an age recipient), or for a new one. The secret half of a new key is in
   * this answer alone: to be written down or printed, never stored.
   */
  'app.setRecoveryKey': {
    role: 'admin',
    input: z.strictObject({
      recipient: z
        .string()
        .trim()
        .regex(/^age1[0-9a-z]{58}$/)
        .nullable(),
    }),
    output: z.object({ recipient: z.string(), secret: z.string().nullable() }),
  },
  /**
   * Prints the sheet that the page holds ready. `page`: this host cannot, the page prints itself; `failed`: the printer
   * did not take it, which never holds up a visit.
   */
  'app.print': {
    role: 'shift',
    input: nothing,
    output: z.object({ by: z.enum(['host', 'page', 'failed']) }),
  },
  /** How often each field of a card that was read had to be corrected by hand lately: numbers only. */
  'app.readingReport': { role: 'admin', input: nothing, output: ReadingReportView },

  'staff.choices': { role: 'anyone', input: nothing, output: z.array(StaffChoice) },
  'staff.signIn': {
    role: 'anyone',
    input: z.strictObject({ staffId: z.string().max(60), pin: Pin }),
    output: StaffView,
  },
  'staff.signOut': { role: 'shift', input: nothing, output: nothing },
  'staff.add': {
    role: 'admin',
    input: z.strictObject({ name, role: StaffRole, pin: Pin }),
    output: StaffView,
  },
  'staff.resetPin': {
    role: 'admin',
    input: z.strictObject({ staffId: z.string().max(60), pin: Pin }),
    output: nothing,
  },

  'visit.start': {
    role: 'unlocked',
    input: z.strictObject({
      service: z.string().max(40),
      language: Language,
      /** Answers to choices of the form that are known before its first step (the three questions). */
      answers: z.record(z.string().max(60), z.string().max(40)).optional(),
    }),
    output: VisitSnapshot,
  },
  'visit.current': { role: 'unlocked', input: nothing, output: VisitSnapshot.nullable() },
  'visit.setLanguage': {
    role: 'unlocked',
    input: z.strictObject({ language: Language }),
    output: VisitSnapshot,
  },
  /** Checks and keeps the values of one step; `advance` moves on when the step is complete. */
  'visit.saveStep': {
    role: 'unlocked',
    input: z.strictObject({
      step: z.string().max(40),
      values: FormValues,
      advance: z.boolean(),
      mode: z.enum(['sendiri', 'dibantu']).optional(),
    }),
    output: VisitSnapshot,
  },
  'visit.goTo': {
    role: 'unlocked',
    input: z.strictObject({ step: z.string().max(40) }),
    output: VisitSnapshot,
  },
  /**
   * Keeps a picture taken by the renderer's camera; a new KTP photo discards the old reading. `override`: the checks
   * refused the photo, and the petugas keeps it all the same, with the PIN and for a reason.
   */
  'visit.keepPhoto': {
    role: 'unlocked',
    input: z.strictObject({
      purpose: PhotoPurpose,
      jpeg: z.base64().max(MAX_PHOTO_BASE64),
      override: z
        .strictObject({
          finding: z.string().regex(/^[a-z-]{1,20}$/),
          reason: z.string().trim().min(3).max(200),
          pin: Pin,
        })
        .optional(),
    }),
    output: VisitSnapshot,
  },
  /**
   * Reads the kept KTP photo; fills `values` with what was read and nobody edited yet. `further`: what the camera showed just
   * after it, read only where the photo leaves something open, and not kept.
   */
  'visit.readKtp': {
    role: 'unlocked',
    input: z.strictObject({ further: z.array(z.base64().max(MAX_PHOTO_BASE64)).max(2).optional() }),
    output: VisitSnapshot,
  },
  'visit.photo': { role: 'unlocked', input: z.strictObject({ purpose: PhotoPurpose }), output: PhotoData },
  /**
   * Keeps a document (PDF, JPEG, PNG by its content, not its name) below 2 MB (001 step 4). A picture is the first page of
   * one; pages are bound into a PDF, and shrunk when they do not fit together.
   */
  'visit.keepDocument': {
    role: 'unlocked',
    input: z.strictObject({
      kind: documentKind,
      content: z.base64().max(MAX_PHOTO_BASE64),
      turn: PageTurn.optional(),
    }),
    output: VisitSnapshot,
  },
  /** Adds a page, or puts it in the place of another. `turn`: how far a page that lay sideways is turned clockwise to be read. */
  'visit.addPage': {
    role: 'unlocked',
    input: z.strictObject({
      kind: documentKind,
      content: z.base64().max(MAX_PHOTO_BASE64),
      turn: PageTurn.optional(),
      replaces: z.int().optional(),
    }),
    output: VisitSnapshot,
  },
  /** The pages of a document in a new order, each turned clockwise; those left out are taken out. */
  'visit.arrangePages': {
    role: 'unlocked',
    input: z.strictObject({
      kind: documentKind,
      pages: z.array(z.strictObject({ id: z.int(), turn: PageTurn })).max(MAX_DOCUMENT_PAGES),
    }),
    output: VisitSnapshot,
  },
  /** A page as it was photographed, not turned. */
  'visit.page': { role: 'unlocked', input: z.strictObject({ id: z.int() }), output: PhotoData },
  'visit.dropDocument': {
    role: 'unlocked',
    input: z.strictObject({ kind: documentKind }),
    output: VisitSnapshot,
  },
  'visit.document': { role: 'unlocked', input: z.strictObject({ kind: documentKind }), output: DocumentData },
  /** The petugas lets the office address that stands in the visit pass, with the PIN and for a reason (004). */
  'visit.allowOfficeEmail': {
    role: 'unlocked',
    input: z.strictObject({ reason: z.enum(OFFICE_EMAIL_REASONS), pin: Pin }),
    output: VisitSnapshot,
  },
  /** Asks the central whether e-mail and username are free; offline both are deferred. */
  'visit.checkContact': { role: 'unlocked', input: nothing, output: VisitSnapshot },
  /** Cek NIB (001 steps 2–3): `checks.nib`, `values.hasilNib` and what OSS knows of the company; offline it is deferred. */
  'visit.checkCompany': { role: 'unlocked', input: nothing, output: VisitSnapshot },
  /** Asks which accesses the person holds (002): `accesses`, null where the central tells nothing. */
  'visit.checkAccesses': { role: 'unlocked', input: nothing, output: VisitSnapshot },
  /** Chooses one of `accesses` by its id: what it says is filled in. Null: another one, its fields are emptied. */
  'visit.chooseAccess': {
    role: 'unlocked',
    input: z.strictObject({ id: z.string().max(64).nullable() }),
    output: VisitSnapshot,
  },
  'visit.requestCode': {
    role: 'unlocked',
    input: z.strictObject({ channel: codeChannel }),
    output: CodeRequestView,
  },
  'visit.verifyCode': {
    role: 'unlocked',
    input: z.strictObject({ channel: codeChannel, code: z.string().regex(/^\d{4,8}$/) }),
    output: CodeAnswerView,
  },
  /** "Lanjut, kode menyusul": every code still open is deferred. */
  'visit.deferCodes': { role: 'unlocked', input: nothing, output: VisitSnapshot },
  'visit.submit': { role: 'unlocked', input: nothing, output: ReceiptView },
  /** Ends the visit before submission and erases it. */
  'visit.end': {
    role: 'shift',
    input: z.strictObject({
      reason: z.enum(['refused', 'withdrawn', 'abandoned', 'requirements-missing', 'no-email']),
    }),
    output: nothing,
  },
  'visit.lock': { role: 'shift', input: nothing, output: nothing },
  'visit.unlock': { role: 'shift', input: z.strictObject({ pin: Pin }), output: VisitSnapshot.nullable() },
  'visit.pause': { role: 'unlocked', input: nothing, output: nothing },

  'draft.list': { role: 'shift', input: nothing, output: z.array(DraftView) },
  'draft.resume': { role: 'shift', input: z.strictObject({ id: z.uuid(), pin: Pin }), output: VisitSnapshot },
  'draft.wipe': { role: 'shift', input: z.strictObject({ id: z.uuid(), pin: Pin }), output: nothing },

  /** One page; the newest first unless asked for in another order. */
  'submission.list': {
    role: 'shift',
    input: z.strictObject({
      limit: z.int().min(1).max(200),
      /** Id of the last row of the page before this one. */
      before: z.string().max(60).optional(),
      /** Words that must all be found in number, masked name, petugas or service. */
      search: z.string().max(100).optional(),
      group: z.enum(SUBMISSION_GROUPS).optional(),
      sort: z.enum(SUBMISSION_SORTS).optional(),
    }),
    output: z.array(SubmissionRow),
  },
  /** One submission with everything that happened to it; masked. */
  'submission.detail': { role: 'shift', input: maskedIdInput, output: SubmissionDetail },
  'submission.receipt': { role: 'shift', input: maskedIdInput, output: ReceiptView },
  'submission.retry': { role: 'shift', input: maskedIdInput, output: SubmissionRow },
  /** Opens a new version as a visit that asks only for what was named; the registrant must be there. */
  'submission.correct': {
    role: 'unlocked',
    input: z.strictObject({ id: z.uuid(), pin: Pin }),
    output: VisitSnapshot,
  },
  /** A verified profile: begins the request for access that follows it, with what is known of the person filled in. */
  'submission.goOn': {
    role: 'unlocked',
    input: z.strictObject({ id: z.uuid(), pin: Pin }),
    output: VisitSnapshot,
  },
  /** Calls a registration off: ended here when the central surely does not hold it, else withdrawn there too. */
  'submission.cancel': {
    role: 'unlocked',
    input: z.strictObject({
      id: z.uuid(),
      pin: Pin,
      reason: CancelReason,
      note: z.string().trim().max(CANCEL_NOTE_LENGTH),
    }),
    output: SubmissionDetail,
  },
  /** NIK and name in full, while a working copy exists; every look is audited. */
  'submission.unmask': {
    role: 'unlocked',
    input: z.strictObject({ id: z.uuid(), pin: Pin }),
    output: UnmaskedView,
  },
  /** The registrant's own question at the start screen: reference and birth date must both match. */
  'submission.check': {
    role: 'anyone',
    input: z.strictObject({ reference: z.string().max(40), birthDate: z.iso.date() }),
    output: ReceiptView,
  },
  /** Wakes the queue and asks the central for news at once. */
  'sync.now': { role: 'shift', input: nothing, output: AppStatus },

  /** Puts every waiting packet on a stick; progress comes as the event `courier`. */
  'courier.export': { role: 'shift', input: folderInput, output: CourierExportView },
  /** Takes the central's signed receipts from a stick. */
  'courier.importReceipts': { role: 'shift', input: folderInput, output: CourierImportView },

  /** The areas right below one, by name; null: the provinces. */
  'reference.areas': {
    role: 'unlocked',
    input: z.strictObject({ parent: areaCode.nullable() }),
    output: z.array(ReferenceEntry),
  },
  /** An area and all that it lies in, province first; empty when there is none of this code. */
  'reference.areaPath': {
    role: 'unlocked',
    input: z.strictObject({ code: areaCode }),
    output: z.array(ReferenceEntry),
  },
  /** Entries of a synced list for what is typed, best first; typing errors are forgiven. */
  'reference.search': {
    role: 'unlocked',
    input: z.strictObject({
      list: z.enum(['instansi', 'satuan-kerja']),
      query: z.string().max(200),
      /** Only entries of this instansi (its code). */
      parent: z.string().max(40).optional(),
    }),
    output: z.array(ReferenceEntry),
  },

  /** Document cameras that the browser cannot open (node-webcam). */
  'camera.stillDevices': {
    role: 'shift',
    input: nothing,
    output: z.array(z.object({ id: z.string(), label: z.string() })),
  },
  'camera.takeStill': {
    role: 'unlocked',
    input: z.strictObject({ deviceId: z.string().max(200) }),
    output: PhotoData,
  },
  /** Remembers a desk's camera for a purpose, or forgets it (null). */
  'camera.remember': {
    role: 'unlocked',
    input: z.strictObject({ key: CameraMemoryKey, value: z.string().min(1).max(300).nullable() }),
    output: AppStatus,
  },
} as const satisfies Record<Channel, CallDefinition>

export type Contract = typeof contract
/** What a caller passes. */
export type CallInput<C extends Channel> = z.input<Contract[C]['input']>
/** What a service receives after parsing. */
export type ParsedInput<C extends Channel> = z.output<Contract[C]['input']>
/** What a call answers on success. */
export type CallOutput<C extends Channel> = z.output<Contract[C]['output']>

/** Everything the core says unasked. `visit` is null when no visit is open or the screen is locked. */
export const events = {
  'app.status': AppStatus,
  visit: VisitSnapshot.nullable(),
  submissions: z.object({ changed: z.array(z.uuid()) }),
  courier: CourierProgressView,
} as const satisfies Record<string, z.ZodType>
export type EventName = keyof typeof events
export type EventValue<E extends EventName> = z.output<(typeof events)[E]>

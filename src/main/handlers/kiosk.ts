import { err, ok } from '#shared/domain/result.ts'
import type { Handlers } from '../app/dispatch.ts'
import type { Services } from '../app/services.ts'
import { stillJpeg } from '../services/pictures/index.ts'
import { makeReadingReport } from '../services/reading-report/index.ts'
import { signedIn } from './signed-in.ts'

type KioskCalls = Extract<keyof Handlers, `app.${string}` | `camera.${string}`>

/** The kiosk itself: status, first set-up, connection, document cameras. */
export const kioskHandlers = ({
  status,
  setUp,
  enrolment,
  sync,
  cameras,
  setLimits,
  setRetention,
  setCapture,
  setScreen,
  rememberCamera,
  dismissNotice,
  print,
  recovery,
  audit,
  staff,
  store,
  clock,
}: Services): Pick<Handlers, KioskCalls> => ({
  'app.status': () => ok(status()),
  'app.setUp': async (input) => {
    const done = await setUp(input)
    if (!done.ok) return done
    await sync.now()
    return ok(status())
  },
  'app.enrol': async ({ url, enrolmentCode }) => {
    const enrolled = await enrolment.enrol({ url, enrolmentCode, deviceName: 'kiosk' })
    if (!enrolled.ok) return enrolled
    await sync.now()
    return ok(status())
  },
  'app.connection': () => ok(enrolment.connection()),
  'app.setConnection': (input) => {
    const set = enrolment.setConnection(input)
    if (!set.ok) return set
    // Not waited for: an address that does not answer takes its time.
    void sync.now()
    return ok(enrolment.connection())
  },
  'app.testConnection': async ({ url, connection }) => {
    // Before the first set-up there is no admin yet; afterwards nobody else may make the kiosk call an address.
    if (status().setUp && staff.session()?.role !== 'admin')
      return err({ code: staff.session() ? 'forbidden' : 'not-signed-in' })
    return enrolment.testConnection(url, connection)
  },
  'app.setLimits': (limits) => {
    setLimits(limits)
    audit.record('kiosk.limits-set', { staffId: signedIn(staff).id, detail: String(limits.maxUnsent) })
    return ok(status())
  },
  'app.setRetention': (days) => {
    setRetention(days)
    const detail = `${days.verified}/${days.rejected}/${days.sent}/${days.audit}`
    audit.record('kiosk.retention-set', { staffId: signedIn(staff).id, detail })
    return ok(status())
  },
  'app.setCapture': (settings) => {
    setCapture(settings)
    const on = Object.entries(settings).flatMap(([name, set]) => (set ? [name] : []))
    audit.record('kiosk.capture-set', { staffId: signedIn(staff).id, detail: on.join(' ') || 'none' })
    return ok(status())
  },
  'app.setScreen': (settings) => {
    setScreen(settings)
    const detail = settings.pxPerMm === null ? 'assumed' : settings.pxPerMm.toFixed(2)
    audit.record('kiosk.screen-set', { staffId: signedIn(staff).id, detail })
    return ok(status())
  },
  'app.setRecoveryKey': async ({ recipient }) => {
    // A demo's data are worth nothing, and its key lies beside them.
    if (status().demo) return err({ code: 'wrong-state', state: 'demo' })
    const set = await recovery.set(recipient)
    if (!set.ok) return set
    audit.record('kiosk.recovery-key-set', { staffId: signedIn(staff).id, detail: set.value.recipient })
    return set
  },
  'app.dismissNotice': () => {
    dismissNotice()
    return ok(status())
  },
  'app.print': async () => {
    if (!print) return ok({ by: 'page' })
    return ok({ by: (await print()) ? 'host' : 'failed' })
  },
  'app.readingReport': () => ok(makeReadingReport(store.audit, clock.now())),
  'camera.remember': ({ key, value }) => {
    rememberCamera(key, value)
    return ok(status())
  },
  'camera.stillDevices': () => ok(cameras.list()),
  'camera.takeStill': async ({ deviceId }) => {
    const still = await cameras.take(deviceId)
    if (!still.ok) return still
    const picture = await stillJpeg(still.value)
    if (!picture.ok) return err({ code: 'camera', reason: 'failed' })
    const { jpeg, width, height } = picture.value
    return ok({ jpeg: Buffer.from(jpeg).toString('base64'), width, height })
  },
})

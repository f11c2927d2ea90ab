import type { Channel } from '#shared/contract/channels.ts'
import type { CallInput } from '#shared/contract/contract.ts'

/** An input of the right shape for a call, and which of its members may be left out. */
type Sample<C extends Channel> = { readonly input: CallInput<C>; readonly optional?: readonly string[] }

const ID = '019ab000-0000-7000-8000-000000000001'
const JPEG = 'AAAA'

/** One good input for every channel; a channel that is missing here does not compile, and fails a test. */
export const samples: { readonly [C in Channel]: Sample<C> } = {
  'app.status': { input: {} },
  'app.setUp': {
    input: {
      office: { code: '62.71', name: 'LPSE Contoh' },
      admin: { name: 'Sri Contoh', pin: '583920' },
      central: { url: 'http://127.0.0.1:9', enrolmentCode: 'CONTOH' },
      deviceName: 'Kios uji',
    },
  },
  'app.enrol': { input: { url: 'http://127.0.0.1:9', enrolmentCode: 'CONTOH' } },
  'app.connection': { input: {} },
  'app.setConnection': { input: { proxy: { mode: 'none' } } },
  'app.testConnection': { input: {} },
  'app.setLimits': { input: { maxUnsent: 70 } },
  'app.setRetention': { input: { verified: 1, rejected: 14, audit: 90 } },
  'app.setCapture': { input: { virtualCameras: false, headTurn: true } },
  'app.setScreen': { input: { pxPerMm: 4.04 } },
  'app.dismissNotice': { input: {} },
  'app.setRecoveryKey': { input: { recipient: null } },
  'app.print': { input: {} },
  'app.readingReport': { input: {} },
  'staff.choices': { input: {} },
  'staff.signIn': { input: { staffId: ID, pin: '583920' } },
  'staff.signOut': { input: {} },
  'staff.add': { input: { name: 'Budi Contoh', role: 'petugas', pin: '583920' } },
  'staff.resetPin': { input: { staffId: ID, pin: '583920' } },
  'visit.start': { input: { service: 'profil', language: 'id' } },
  'visit.current': { input: {} },
  'visit.setLanguage': { input: { language: 'en' } },
  'visit.saveStep': {
    input: { step: 'siapa', values: { pemohon: 'asn' }, advance: true, mode: 'sendiri' },
    optional: ['mode'],
  },
  'visit.goTo': { input: { step: 'siapa' } },
  'visit.keepPhoto': { input: { purpose: 'swafoto', jpeg: JPEG } },
  'visit.readKtp': { input: { further: [JPEG] }, optional: ['further'] },
  'visit.photo': { input: { purpose: 'swafoto' } },
  'visit.keepDocument': { input: { kind: 'surat-tugas', content: 'JVBERi0xLjQ=' } },
  'visit.addPage': { input: { kind: 'surat-tugas', content: '/9j/' } },
  'visit.arrangePages': { input: { kind: 'surat-tugas', pages: [{ id: 1, turn: 90 }] } },
  'visit.page': { input: { id: 1 } },
  'visit.dropDocument': { input: { kind: 'surat-tugas' } },
  'visit.document': { input: { kind: 'surat-tugas' } },
  'visit.allowOfficeEmail': { input: { reason: 'hanya-ini', pin: '583920' } },
  'visit.checkContact': { input: {} },
  'visit.checkCompany': { input: {} },
  'visit.checkAccesses': { input: {} },
  'visit.chooseAccess': { input: { id: 'akses-1' } },
  'visit.requestCode': { input: { channel: 'phone' } },
  'visit.verifyCode': { input: { channel: 'phone', code: '123456' } },
  'visit.deferCodes': { input: {} },
  'visit.submit': { input: {} },
  'visit.end': { input: { reason: 'withdrawn' } },
  'visit.lock': { input: {} },
  'visit.unlock': { input: { pin: '583920' } },
  'visit.pause': { input: {} },
  'draft.list': { input: {} },
  'draft.resume': { input: { id: ID, pin: '583920' } },
  'draft.wipe': { input: { id: ID, pin: '583920' } },
  'submission.list': {
    input: { limit: 5, before: ID, search: 'kt 7f3k', group: 'mine', sort: 'need' },
    optional: ['before', 'search', 'group', 'sort'],
  },
  'submission.detail': { input: { id: ID } },
  'submission.receipt': { input: { id: ID } },
  'submission.retry': { input: { id: ID } },
  'submission.correct': { input: { id: ID, pin: '583920' } },
  'submission.goOn': { input: { id: ID, pin: '583920' } },
  'submission.cancel': { input: { id: ID, pin: '583920', reason: 'consent', note: '' } },
  'submission.unmask': { input: { id: ID, pin: '583920' } },
  'submission.check': { input: { reference: 'KT-7F3K-92QD', birthDate: '1990-08-17' } },
  'sync.now': { input: {} },
  'courier.export': { input: { folder: '/no/such/stick' } },
  'courier.importReceipts': { input: { folder: '/no/such/stick' } },
  'reference.areas': { input: { parent: '62' } },
  'reference.areaPath': { input: { code: '62.71.01.1001' } },
  'reference.search': { input: { list: 'instansi', query: 'palangkraya' } },
  'camera.stillDevices': { input: {} },
  'camera.takeStill': { input: { deviceId: 'TEST' } },
  'camera.remember': { input: { key: 'swafoto', value: 'Kamera contoh' } },
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value of another type than the given one; null stands where null is no answer. */
const anotherType = (value: unknown): unknown => (typeof value === 'string' ? 42 : 'bukan ini')

/** Every way to spoil an input: not an object, a member too many, missing, of a wrong type, far too long. */
export function badInputs(
  input: unknown,
  optional: readonly string[],
  longText: string,
): { name: string; input: unknown }[] {
  const good = isObject(input) ? input : {}
  const bad: { name: string; input: unknown }[] = [
    { name: 'a text', input: 'bukan objek' },
    { name: 'a number', input: 7 },
    { name: 'a list', input: [good] },
    { name: 'a member too many', input: { ...good, lain: 1 } },
    { name: 'a very long text in a member too many', input: { ...good, lain: longText } },
  ]
  for (const [key, value] of Object.entries(good)) {
    const { [key]: _, ...rest } = good
    if (!optional.includes(key)) bad.push({ name: `without ${key}`, input: rest })
    bad.push({ name: `${key} of another type`, input: { ...good, [key]: anotherType(value) } })
    bad.push({ name: `${key} as a list`, input: { ...good, [key]: [value] } })
    bad.push({ name: `a very long text in ${key}`, input: { ...good, [key]: longText } })
    if (isObject(value) && key !== 'values') {
      // The long text itself was tried one level up.
      for (const inner of badInputs(value, [], longText.slice(0, 100_000)).slice(3))
        bad.push({ name: `${key}: ${inner.name}`, input: { ...good, [key]: inner.input } })
    }
  }
  return bad
}

/** Spoilt inputs that the general ways do not reach. */
export const moreBadInputs: { readonly [C in Channel]?: readonly unknown[] } = {
  'app.setUp': [
    { ...samples['app.setUp'].input, admin: { name: '   ', pin: '583920' } },
    { ...samples['app.setUp'].input, admin: { name: 'Sri', pin: '58392' } },
    { ...samples['app.setUp'].input, central: { url: 'file:///etc/passwd', enrolmentCode: 'A' } },
  ],
  'app.enrol': [{ url: 'javascript:alert(1)', enrolmentCode: 'A' }],
  'app.setCapture': [{ virtualCameras: 'yes', headTurn: false }, { headTurn: true }],
  'app.setScreen': [{ pxPerMm: 0 }, { pxPerMm: 13 }],
  'camera.remember': [
    { key: 'lain', value: 'x' },
    { key: 'ktp', value: '' },
    { key: 'ktp', value: 'x'.repeat(301) },
  ],
  'app.setLimits': [{ maxUnsent: 0 }, { maxUnsent: 1.5 }],
  'app.setRetention': [
    { verified: 1, rejected: 14, sent: 13, audit: 90 },
    { verified: 1, rejected: 14, sent: 366, audit: 90 },
    { verified: 0, rejected: 14, audit: 90 },
    { verified: 31, rejected: 14, audit: 90 },
    { verified: 1, rejected: 91, audit: 90 },
    { verified: 1, rejected: 14, audit: 89 },
  ],
  'staff.signIn': [{ staffId: ID, pin: '58392a' }],
  'staff.add': [{ name: 'Budi', role: 'root', pin: '583920' }],
  'visit.start': [
    { service: 'profil', language: 'jv' },
    { service: 'profil', language: 'id', answers: { pemohon: ['asn'] } },
  ],
  'visit.saveStep': [
    { step: 'siapa', values: { pemohon: 1 }, advance: true },
    { step: 'siapa', values: { pemohon: { $ne: '' } }, advance: true },
    { step: 'siapa', values: { pemohon: null }, advance: true },
    { step: 'siapa', values: { ['x'.repeat(61)]: 'a' }, advance: true },
    { step: 'siapa', values: { pemohon: 'a'.repeat(2001) }, advance: true },
    { step: 'siapa', values: { pemohon: Array(51).fill('a') }, advance: true },
    { step: 'siapa', values: { pemohon: 'asn' }, advance: true, mode: 'otomatis' },
  ],
  'visit.keepPhoto': [
    { purpose: 'ijazah', jpeg: JPEG },
    { purpose: 'swafoto', jpeg: 'bukan base64!' },
  ],
  'visit.readKtp': [{ further: ['bukan base64!'] }, { further: [JPEG, JPEG, JPEG] }],
  'visit.allowOfficeEmail': [{ reason: 'malas', pin: '583920' }],
  'visit.verifyCode': [{ channel: 'phone', code: '12 34' }],
  'visit.chooseAccess': [{ id: 'x'.repeat(65) }, { id: 'akses-1', peran: 'vai' }],
  'visit.end': [{ reason: 'bosan' }],
  'draft.resume': [{ id: '../../etc', pin: '583920' }],
  'submission.list': [
    { limit: 0 },
    { limit: 201 },
    { limit: 2.5 },
    { limit: 5, group: 'semua' },
    { limit: 5, sort: 'warna' },
  ],
  'submission.cancel': [
    { id: ID, pin: '583920', reason: 'bosan', note: '' },
    { id: ID, pin: '583920', reason: 'other', note: 'x'.repeat(201) },
  ],
  'submission.check': [{ reference: 'KT-7F3K-92QD', birthDate: '1990-02-31' }],
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, type Channel } from '#shared/contract/channels.ts'
import { type CallInput, contract } from '#shared/contract/contract.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { minimalPdf } from '../../helpers/documents.ts'
import { callerOf, PIN } from '../../helpers/kiosk.ts'
import { plainPixels, webcamJpeg } from '../../helpers/pictures.ts'
import { fillVisit, plainPicture, portrait, registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { confirmCodes } from '../../integration/core/central-records.ts'
import { type Door, doors } from './doors.ts'
import { badInputs, moreBadInputs, samples } from './samples.ts'

const TEN_MB = 'x'.repeat(10_000_000)
const SECRET = 'RAHASIA-6271011708900001'

const restricted = CHANNELS.filter((channel) => contract[channel].role !== 'anyone')

it('the table has every channel of the contract, and no other', () => {
  expect(Object.keys(samples).sort()).toEqual([...CHANNELS].sort())
  expect(Object.keys(contract).sort()).toEqual([...CHANNELS].sort())
})

describe.each(Object.entries(doors))('every channel %s', (_name, open) => {
  let central: TestCentral
  let door: Door
  const log: unknown[] = []
  const answered = new Set<Channel>()
  const memo = { admin: '', petugas: '', submission: '', reference: '' }

  beforeAll(async () => {
    central = await startTestCentral({ demo: false })
    door = await open({
      stillCameras: () => [{ id: 'TEST', label: 'Uji' }],
      log: (entry) => log.push(entry),
    })
  })
  afterAll(async () => {
    await door?.close()
    await central?.stop()
  })

  /** A good call: answered with what the contract says, and with nothing else. */
  async function good<C extends Channel>(channel: C, input: CallInput<C>) {
    const answer = await door.dispatch(channel, input)
    expect(answer, `${channel} ${JSON.stringify(answer).slice(0, 300)}`).toMatchObject({ ok: true })
    const value = answer.ok ? answer.value : undefined
    const wire = JSON.parse(JSON.stringify(value)) as unknown
    expect(JSON.parse(JSON.stringify(contract[channel].output.parse(value)))).toEqual(wire)
    answered.add(channel)
    // Parsed just above.
    return value as ReturnType<(typeof contract)[C]['output']['parse']>
  }
  const refused = async (channel: Channel, input: unknown) => {
    const answer = await door.dispatch(channel, input)
    return answer.ok ? 'ok' : answer.error.code
  }

  it('answers before set-up', async () => {
    expect(await good('app.status', {})).toMatchObject({ setUp: false, staff: null, visit: 'none' })
    expect(await good('staff.choices', {})).toEqual([])
    await good('app.setUp', {
      ...samples['app.setUp'].input,
      central: { url: central.url, enrolmentCode: central.enrolmentCode },
    })
    expect(await good('app.status', {})).toMatchObject({ setUp: true, network: { online: true } })
  })

  it.each(restricted)('%s is refused without a shift', async (channel) => {
    expect(await refused(channel, samples[channel].input)).toBe('not-signed-in')
  })

  it('a connection is tried for nobody in particular only before set-up', async () => {
    expect(await refused('app.testConnection', {})).toBe('not-signed-in')
  })

  it('answers staff', async () => {
    memo.admin = (await good('staff.choices', {}))[0]?.id ?? ''
    await good('staff.signIn', { staffId: memo.admin, pin: PIN })
    memo.petugas = (await good('staff.add', { name: 'Budi Contoh', role: 'petugas', pin: '730154' })).id
    await good('staff.resetPin', { staffId: memo.petugas, pin: '730155' })
    await good('app.setConnection', { proxy: { mode: 'none' } })
    expect(await good('app.connection', {})).toEqual({ proxy: { mode: 'none' }, ca: null })
    expect(await good('app.testConnection', {})).toMatchObject({ kind: 'reached' })
    await good('app.setLimits', { maxUnsent: 1000 })
    await good('app.setRetention', samples['app.setRetention'].input)
    expect(await good('app.setCapture', { virtualCameras: true, headTurn: true })).toMatchObject({
      capture: { virtualCameras: true, headTurn: true },
    })
    expect(await good('app.setScreen', { pxPerMm: 4.04 })).toMatchObject({ screen: { pxPerMm: 4.04 } })
    expect(await good('camera.remember', samples['camera.remember'].input)).toMatchObject({
      cameras: { swafoto: 'Kamera contoh' },
    })
    await good('camera.remember', { key: 'ktp', value: 'Kamera meja' })
    const { cameras } = await good('camera.remember', { key: 'swafoto', value: null })
    expect(cameras).toEqual({ ktp: 'Kamera meja' })
    await good('app.dismissNotice', {})
    expect(await good('app.readingReport', {})).toMatchObject({ cards: 0 })
    expect(await good('app.setRecoveryKey', { recipient: null })).toMatchObject({
      secret: expect.stringMatching(/^AGE-SECRET-KEY-1/),
    })
    await good('app.enrol', { url: central.url, enrolmentCode: central.newEnrolmentCode() })
    await good('staff.signOut', {})
    await good('staff.signIn', { staffId: memo.petugas, pin: '730155' })
  })

  it.each(CHANNELS.filter((channel) => contract[channel].role === 'admin'))(
    '%s is refused to a petugas',
    async (channel) => {
      expect(await refused(channel, samples[channel].input)).toBe('forbidden')
    },
  )

  it('answers a visit in every part', async () => {
    expect(await good('visit.current', {})).toBeNull()
    await good('visit.start', { service: 'profil', language: 'id' })
    await good('visit.setLanguage', { language: 'en' })
    await good('visit.saveStep', samples['visit.saveStep'].input)
    await good('visit.goTo', { step: 'siapa' })
    await good('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
    await good('visit.readKtp', {})
    await good('visit.photo', { purpose: 'ktp-frame' })
    expect(await good('visit.current', {})).toMatchObject({ step: 'siapa', locked: false })
  })

  it('answers what other services ask for', async () => {
    await good('visit.end', { reason: 'withdrawn' })
    await good('visit.start', {
      service: 'akses-non-penyedia',
      language: 'id',
      answers: { profil: 'sudah' },
    })
    const content = Buffer.from(minimalPdf()).toString('base64')
    const kept = await good('visit.keepDocument', { kind: 'surat-tugas', content })
    expect(kept.documents['surat-tugas']).toMatchObject({ media: 'application/pdf' })
    expect(await good('visit.document', { kind: 'surat-tugas' })).toEqual({
      media: 'application/pdf',
      content,
    })
    expect((await good('visit.dropDocument', { kind: 'surat-tugas' })).documents).toEqual({})
    const page = Buffer.from(await webcamJpeg(plainPixels(320, 240, '#ffffff'))).toString('base64')
    const added = await good('visit.addPage', { kind: 'surat-tugas', content: page })
    const [first] = added.documents['surat-tugas']?.pages ?? []
    if (!first) throw new Error('no page')
    expect(await good('visit.page', { id: first.id })).toMatchObject({ width: 320, height: 240 })
    const turned = await good('visit.arrangePages', {
      kind: 'surat-tugas',
      pages: [{ id: first.id, turn: 90 }],
    })
    expect(turned.documents['surat-tugas']?.pages).toMatchObject([{ id: first.id, turn: 90 }])
    expect((await good('visit.dropDocument', { kind: 'surat-tugas' })).documents).toEqual({})
    await good('visit.checkCompany', {})
    expect(await refused('visit.checkAccesses', {})).toBe('wrong-state')
    expect(await good('reference.areas', { parent: null })).toHaveLength(38)
    expect(await good('reference.areaPath', { code: '62.71.01.1001' })).toHaveLength(4)
    expect(await good('reference.search', { list: 'instansi', query: 'katinggan' })).not.toEqual([])
    await good('visit.end', { reason: 'withdrawn' })
    await good('visit.start', { service: 'profil', language: 'id' })
  })

  it('answers which access a request is about', async () => {
    await good('visit.end', { reason: 'withdrawn' })
    await good('visit.start', { service: 'nonaktif-akses', language: 'id' })
    const save = (step: string, values: CallInput<'visit.saveStep'>['values']) =>
      good('visit.saveStep', { step, values, advance: true })
    const { nik, nama, email, hp } = testPerson(3)
    await save('syarat', { dibawa: ['ktp', 'hp', 'email'] })
    await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
    await good('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
    await save('foto-ktp', { ketikSendiri: true })
    await save('cocokkan', { nik, nama, tanggalLahir: '1990-08-17' })
    await save('nik', { nikBenar: true })
    await save('kontak-akun', { email, hp })
    await good('visit.deferCodes', {})
    await save('kode', {})
    await good('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
    await save('swafoto', { tanpaKacamataMasker: true })
    // Nobody has proven anything: nothing is told, and nothing is there to choose from.
    expect(await good('visit.checkAccesses', {})).toMatchObject({
      accesses: null,
      checks: { accesses: 'deferred' },
    })
    expect(await refused('visit.chooseAccess', { id: 'akses-1' })).toBe('not-found')
    await good('visit.chooseAccess', { id: null })
    await good('visit.end', { reason: 'withdrawn' })
    await good('visit.start', { service: 'profil', language: 'id' })
  })

  it.each(restricted)(
    '%s is refused behind a locked screen unless it serves that screen',
    async (channel) => {
      await good('visit.lock', {})
      if (contract[channel].role === 'shift') return
      expect(await refused(channel, samples[channel].input)).toBe('locked')
    },
  )

  it('answers locks, pauses and drafts', async () => {
    const open = await good('visit.unlock', { pin: '730155' })
    await good('visit.pause', {})
    expect(await good('draft.list', {})).toMatchObject([{ id: open?.id, state: 'paused' }])
    await good('draft.resume', { id: open?.id ?? '', pin: '730155' })
    await good('visit.end', { reason: 'withdrawn' })
    const second = await good('visit.start', { service: 'profil', language: 'id' })
    await good('visit.pause', {})
    await good('draft.wipe', { id: second.id, pin: '730155' })
    expect(await good('draft.list', {})).toEqual([])
  })

  it('answers codes, and takes a registration in', async () => {
    const call = callerOf({ ...door.kiosk.app, dispatch: door.dispatch })
    await fillVisit(call, testPerson(1), {
      atCodes: async () => {
        const { email } = testPerson(1)
        const office = { step: 'kontak', values: { email: 'nama@dinkes.go.id' }, advance: false }
        await good('visit.saveStep', office)
        await good('visit.allowOfficeEmail', { reason: 'hanya-ini', pin: '730155' })
        await good('visit.saveStep', { ...office, values: { email } })
        await good('visit.checkContact', {})
        await good('visit.requestCode', { channel: 'phone' })
        await good('visit.verifyCode', { channel: 'phone', code: '0000' })
        await good('visit.deferCodes', {})
      },
    })
    const receipt = await good('visit.submit', {})
    expect(receipt.deferred).toEqual(['phone-code', 'email-code'])
    memo.reference = receipt.reference
    memo.submission = (await good('submission.list', { limit: 5 }))[0]?.id ?? ''
    await good('submission.list', { limit: 5, before: memo.submission })
    await good('submission.list', { limit: 5, search: 'kt', group: 'waiting', sort: 'need' })
    expect(await good('submission.detail', { id: memo.submission })).toMatchObject({ may: { unmask: true } })
    expect(await good('submission.unmask', { id: memo.submission, pin: '730155' })).toEqual({
      nik: testPerson(1).nik,
      name: testPerson(1).nama,
    })
    await good('submission.receipt', { id: memo.submission })
    await good('submission.check', { reference: memo.reference, birthDate: '1990-08-17' })
    await good('sync.now', {})
    for (const channel of ['courier.export', 'courier.importReceipts'] as const) {
      const answer = await good(channel, { folder: '/no/such/stick' })
      expect(answer).toEqual({ kind: 'refused', reason: 'folder-missing' })
    }
  })

  it('answers a correction of what was refused, and a withdrawal', async () => {
    const call = callerOf({ ...door.kiosk.app, dispatch: door.dispatch })
    const refusedOne = await registerPerson(call, testPerson(9998))
    const rowNow = async () => (await call('submission.list', { limit: 5, search: refusedOne.reference }))[0]
    await waitUntil('sent', async () => {
      await call('sync.now', {})
      return (await rowNow())?.state === 'menunggu-verifikasi'
    })
    const id = (await rowNow())?.id ?? ''
    confirmCodes(central.dataDir, id)
    await waitUntil('refused', async () => {
      await call('sync.now', {})
      return (await rowNow())?.state === 'ditolak'
    })
    const visit = await good('submission.correct', { id, pin: '730155' })
    expect(visit.correction).toMatchObject({ of: id, reference: refusedOne.reference, photos: ['swafoto'] })
    await good('visit.end', { reason: 'abandoned' })
    expect(await refused('submission.goOn', { id, pin: '730155' })).toBe('wrong-state')
    const gone = await good('submission.cancel', { id, pin: '730155', reason: 'consent', note: '' })
    expect(gone).toMatchObject({ calledOff: { reason: 'consent' }, may: { correct: 'no', cancel: 'no' } })
    expect(await refused('submission.unmask', { id, pin: '730155' })).toBe('not-found')
  })

  it('answers what follows a verified profile', async () => {
    const call = callerOf({ ...door.kiosk.app, dispatch: door.dispatch })
    const { reference } = await registerPerson(call, testPerson(7))
    const untilState = (state: string) =>
      waitUntil(state, async () => {
        await call('sync.now', {})
        const [row] = await call('submission.list', { limit: 5, search: reference })
        return row?.state === state && row.id
      })
    confirmCodes(central.dataDir, await untilState('menunggu-verifikasi'))
    const visit = await good('submission.goOn', { id: await untilState('terverifikasi'), pin: '730155' })
    expect(visit).toMatchObject({ service: 'akses-non-penyedia', values: { nik: testPerson(7).nik } })
    await good('visit.end', { reason: 'abandoned' })
  })

  it('answers a retry, when there is something to retry', async () => {
    // Its packet is damaged on disk, so the central cannot be given it: a person must look.
    const { damagedSubmission } = await import('./damaged-submission.ts')
    const id = await damagedSubmission(door.kiosk, central)
    const row = await good('submission.retry', { id })
    expect(row).toMatchObject({ id, state: expect.stringMatching(/antre|sedang-dikirim/) })
    expect(await refused('submission.retry', memo.submission && { id: memo.submission })).toBe('wrong-state')
  })

  it('leaves printing to the page where the host cannot', async () => {
    expect(await good('app.print', {})).toEqual({ by: 'page' })
  })

  it('answers document cameras', async () => {
    expect(await good('camera.stillDevices', {})).toEqual([{ id: 'TEST', label: 'Uji' }])
    const still = await good('camera.takeStill', { deviceId: 'TEST' })
    expect(Buffer.from(still.jpeg, 'base64').subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8))
    expect(await refused('camera.takeStill', { deviceId: 'TEST; touch /tmp/x' })).toBe('camera')
  })

  it('has answered every channel', () => {
    expect(CHANNELS.filter((channel) => !answered.has(channel))).toEqual([])
  })

  describe('with bad input', () => {
    beforeAll(async () => {
      await good('staff.signIn', { staffId: memo.admin, pin: PIN })
      await good('visit.start', { service: 'profil', language: 'id' })
      log.length = 0
    })

    it.each(CHANNELS)('%s refuses it and stays up', async (channel) => {
      const { input, optional = [] } = samples[channel]
      for (const bad of badInputs(input, optional, TEN_MB))
        expect([bad.name, await refused(channel, bad.input)]).toEqual([bad.name, 'invalid-input'])
      for (const bad of moreBadInputs[channel] ?? [])
        expect([bad, await refused(channel, bad)]).toEqual([bad, 'invalid-input'])
    })

    it('names the place, never the text', async () => {
      const answer = await door.dispatch('staff.signIn', { staffId: 1, pin: SECRET, lain: SECRET })
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
      expect(JSON.stringify(answer)).not.toContain(SECRET)
    })

    it('refuses 10 MB that is no picture, and an own name for a prototype', async () => {
      const fake = Buffer.alloc(5_900_000, 7).toString('base64')
      expect(await refused('visit.keepPhoto', { purpose: 'swafoto', jpeg: fake })).toBe('form')
      expect(await refused('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait().slice(0, 4000) })).toBe(
        'form',
      )
      const values = JSON.parse('{"__proto__":{"pemohon":"asn"},"constructor":"x"}') as Record<string, string>
      expect(['form', 'invalid-input']).toContain(
        await refused('visit.saveStep', { step: 'siapa', values, advance: true }),
      )
      expect(({} as Record<string, unknown>).pemohon).toBeUndefined()
    })

    it('changed nothing, met no bug and logged nothing personal', async () => {
      expect(log.filter((entry) => JSON.stringify(entry).includes('unexpected'))).toEqual([])
      expect(JSON.stringify(log)).not.toMatch(/RAHASIA|6271|CONTOH NAMA|gmail/)
      expect(await good('visit.current', {})).toMatchObject({ step: 'siapa', values: {} })
      expect(await good('staff.choices', {})).toHaveLength(2)
      expect(await refused('tidak.ada' as Channel, {})).toBe('unknown-channel')
    })
  })
})

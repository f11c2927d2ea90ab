import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { copyFile, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { compactVerify, importJWK } from 'jose'
import {
  COURIER_FOLDER,
  type CourierAnswer,
  CourierManifest,
  type CourierReceipts,
  MANIFEST_FILE,
  MANIFEST_TYPE,
  PACKETS_FOLDER,
  RECEIPTS_FILE,
} from '#shared/domain/courier/courier.ts'
import { type Context, LIMITS } from '../context.ts'
import { type Device, findDevice } from '../devices.ts'
import { flush } from '../flush.ts'
import { Problem } from '../problem.ts'
import {
  answerAgain,
  checkCorrection,
  enterSubmission,
  packetPath,
  prepareAnswer,
  type ReceivedAnswer,
} from '../submissions.ts'
import {
  earlierWithdrawal,
  signWithdrawal,
  type WithdrawalAnswer,
  withdrawSubmission,
} from '../withdrawals.ts'

/**
 * What became of one kiosk's folder on a stick. `incomplete`: the manifest is not there, the stick was pulled out while it
 * was written. `foreign`: no kiosk of ours. `tampered`: the manifest is not signed by that kiosk.
 */
export type FolderOutcome =
  | { readonly deviceId: string; readonly kind: 'incomplete' | 'foreign' | 'tampered' }
  | {
      readonly deviceId: string
      readonly kind: 'answered'
      readonly answers: readonly CourierAnswer[]
      /** False when the stick is locked, full or gone: the packets are taken all the same, their receipts go by network. */
      readonly receiptsWritten: boolean
    }

/**
 * Takes in a stick (docs/courier.md): every withdrawal and every whole packet that its signed manifest names, once, whichever
 * way it came first. The answers are written back beside the manifest. Nothing of the stick is removed.
 * @returns undefined when there is no courier folder on it
 */
export async function importCourier(ctx: Context, folder: string): Promise<FolderOutcome[] | undefined> {
  const courier = join(folder, COURIER_FOLDER)
  if (!existsSync(courier)) return undefined
  const outcomes: FolderOutcome[] = []
  for (const deviceId of readdirSync(courier).sort()) {
    const place = join(courier, deviceId)
    // Not through links: a stick must not lead somewhere else.
    if (lstatSync(place).isDirectory()) outcomes.push(await importDevice(ctx, place, deviceId))
  }
  return outcomes
}

async function importDevice(ctx: Context, place: string, deviceId: string): Promise<FolderOutcome> {
  const file = join(place, MANIFEST_FILE)
  if (!existsSync(file)) return { deviceId, kind: 'incomplete' }
  const device = findDevice(ctx, deviceId)
  if (device === undefined) return { deviceId, kind: 'foreign' }
  const manifest = await readManifest(readFileSync(file, 'utf8'), device)
  if (manifest === undefined) return { deviceId, kind: 'tampered' }
  const answers: CourierAnswer[] = []
  // First: a packet of another stick must not be taken in after all.
  for (const one of manifest.withdrawals) answers.push(await importWithdrawal(ctx, device, one))
  for (const packet of manifest.packets) answers.push(await importPacket(ctx, device, place, packet))
  const receipts = { version: 1, deviceId, answeredAt: ctx.now().toISOString(), items: answers } as const
  const receiptsWritten = await writeReceipts(place, receipts).then(
    () => true,
    () => false,
  )
  return { deviceId, kind: 'answered', answers, receiptsWritten }
}

async function readManifest(jws: string, device: Device): Promise<CourierManifest | undefined> {
  try {
    const key = await importJWK(device.publicKey, 'EdDSA')
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ['EdDSA'] })
    const manifest = CourierManifest.parse(JSON.parse(new TextDecoder().decode(payload)))
    return protectedHeader.typ === MANIFEST_TYPE && manifest.deviceId === device.id ? manifest : undefined
  } catch {
    return undefined
  }
}

async function importWithdrawal(
  ctx: Context,
  device: Device,
  { submissionId, reason, at }: CourierManifest['withdrawals'][number],
): Promise<CourierAnswer> {
  try {
    return await withdrawn(ctx, withdrawSubmission(ctx, device, submissionId, { reason, at }))
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    return { kind: 'refused', submissionId }
  }
}

const withdrawn = async (ctx: Context, answer: WithdrawalAnswer): Promise<CourierAnswer> => ({
  kind: 'withdrawn',
  submissionId: answer.submissionId,
  proof: await signWithdrawal(ctx, answer),
})

type ManifestPacket = CourierManifest['packets'][number]

async function importPacket(
  ctx: Context,
  device: Device,
  place: string,
  packet: ManifestPacket,
): Promise<CourierAnswer> {
  const { submissionId, sha256, bytes, corrects } = packet
  const received = (answer: ReceivedAnswer): CourierAnswer => ({ kind: 'received', ...answer })
  try {
    // Also when its file is gone: what counts is what we hold.
    const earlier = answerAgain(ctx, device, submissionId, sha256)
    if (earlier !== undefined) return received(earlier)
    if (bytes > LIMITS.packetBytes) return { kind: 'too-large', submissionId }
    if (corrects !== undefined) checkCorrection(ctx, device, corrects)
    const source = join(place, PACKETS_FOLDER, `${submissionId}.age`)
    if (!existsSync(source)) return { kind: 'missing', submissionId }
    const target = packetPath(ctx, submissionId)
    const part = `${target}.courier`
    rmSync(part, { force: true })
    await copyFile(source, part)
    await flush(part)
    if (statSync(part).size !== bytes || (await hashFile(part)) !== sha256) {
      rmSync(part, { force: true })
      return { kind: 'damaged', submissionId }
    }
    const answer = await prepareAnswer(ctx, submissionId, sha256)
    const entered = ctx.db
      .transaction(() => {
        // The network may have been faster while the packet was copied.
        const faster = answerAgain(ctx, device, submissionId, sha256)
        if (faster !== undefined) return faster
        renameSync(part, target)
        syncFolder(join(target, '..'))
        return enterSubmission(ctx, device, { bytes, corrects }, answer)
      })
      .immediate()
    rmSync(part, { force: true })
    return received(entered)
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    const gone = cause.problem === 'submission-withdrawn' && earlierWithdrawal(ctx, device, submissionId)
    if (gone) return withdrawn(ctx, gone)
    return { kind: cause.problem === 'submission-conflict' ? 'conflict' : 'refused', submissionId }
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

async function writeReceipts(place: string, receipts: CourierReceipts): Promise<void> {
  const path = join(place, RECEIPTS_FILE)
  // `wx`: a link that somebody put there is not written through.
  rmSync(`${path}.part`, { force: true })
  const file = await open(`${path}.part`, 'wx')
  try {
    await file.writeFile(JSON.stringify(receipts))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}

/** Makes a rename durable before it is promised; Windows has no such call and needs none for NTFS. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

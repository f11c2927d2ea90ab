import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { COURIER_FOLDER, CourierReceipts, RECEIPTS_FILE } from '#shared/domain/courier/courier.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { deviceFolder } from './write-stick.ts'

/** Why a stick brings no answers. `foreign`: it carries another kiosk's packets only. */
export type ReceiptsProblem = 'foreign' | 'no-receipts' | 'unreadable'

/** The central's answers on a stick, not verified yet. */
export function readReceipts(folder: string, deviceId: string): Result<CourierReceipts, ReceiptsProblem> {
  const path = join(deviceFolder(folder, deviceId), RECEIPTS_FILE)
  try {
    if (!existsSync(path)) {
      const courier = join(folder, COURIER_FOLDER)
      const others = existsSync(courier) && readdirSync(courier).some((name) => name !== deviceId)
      return err(others ? 'foreign' : 'no-receipts')
    }
    const receipts = CourierReceipts.parse(JSON.parse(readFileSync(path, 'utf8')))
    return receipts.deviceId === deviceId ? ok(receipts) : err('foreign')
  } catch {
    return err('unreadable')
  }
}

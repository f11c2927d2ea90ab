import type { Clock } from '../../app/app.ts'
import type { AuditRepository } from '../store/index.ts'

/** Everything that is written into the audit trail. */
export type AuditAction =
  | 'kiosk.set-up'
  | 'kiosk.enrolled'
  | 'kiosk.limits-set'
  | 'kiosk.retention-set'
  | 'kiosk.capture-set'
  | 'kiosk.screen-set'
  | 'kiosk.connection-set'
  | 'kiosk.restored'
  | 'kiosk.damaged-erased'
  | 'kiosk.recovery-key-set'
  | 'kiosk.recovered'
  | 'courier.exported'
  | 'courier.receipts'
  | 'recipients.changed'
  | 'recipients.refused'
  | 'staff.signed-in'
  | 'staff.signed-out'
  | 'staff.pin-wrong'
  | 'staff.pin-locked'
  | 'staff.added'
  | 'staff.pin-reset'
  | 'visit.started'
  | 'visit.submitted'
  | 'visit.ktp-checked'
  | 'visit.ended'
  | 'visit.locked'
  | 'visit.unlocked'
  | 'visit.paused'
  | 'visit.resumed'
  | 'visit.wiped'
  | 'visit.photo-overridden'
  | 'visit.email-overridden'
  | 'visit.correction-started'
  | 'visit.access-started'
  | 'submission.retried'
  | 'submission.voided'
  | 'submission.withdrawn'
  | 'submission.unmasked'
  | 'submission.erased'

/** Records who did what (UU 27/2022: access is logged); ids only, never personal data of a registrant. */
export function createAudit(repository: AuditRepository, clock: Clock) {
  return {
    record(action: AuditAction, entry: { staffId?: string; subject?: string; detail?: string } = {}): void {
      repository.add({
        at: clock.now().toISOString(),
        staffId: entry.staffId ?? null,
        action,
        subject: entry.subject ?? null,
        detail: entry.detail ?? null,
      })
    },
  }
}
export type Audit = ReturnType<typeof createAudit>

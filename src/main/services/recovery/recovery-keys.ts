import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { addRecoveryCopy, recoveryRecipient } from '../vault/index.ts'

/**
 * The office's recovery key: opens what a dead kiosk has sealed for itself (docs/recovery.md).
 * @param dataKey the key of this kiosk's store; it stays in here
 */
export function createRecoveryKeys(dataDir: string, dataKey: Uint8Array) {
  return {
    /** The public half this kiosk is wrapped for; null while there is none. */
    recipient: (): string | null => recoveryRecipient(dataDir),
    /**
     * Wraps this kiosk for an office's key, or for a new one when none is given.
     * @returns the secret half of a new key: shown once, stored nowhere
     */
    async set(
      given: string | null,
    ): Promise<Result<{ readonly recipient: string; readonly secret: string | null }, AppError>> {
      const secret = given === null ? await generateX25519Identity() : null
      const recipient = given ?? (await identityToRecipient(secret ?? ''))
      try {
        await addRecoveryCopy(dataDir, dataKey, recipient)
      } catch (cause) {
        // A disk that cannot be written is another matter than a mistyped key.
        if (typeof cause === 'object' && cause !== null && 'code' in cause)
          return err({ code: 'store', reason: 'not-writable' })
        return err({ code: 'form', issues: [{ field: 'recipient', code: 'recovery.key-invalid' }] })
      }
      return ok({ recipient, secret })
    },
  }
}
export type RecoveryKeys = ReturnType<typeof createRecoveryKeys>

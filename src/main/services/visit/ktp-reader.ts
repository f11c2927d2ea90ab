import type { KtpReading } from '#shared/domain/ktp/reading.ts'
import type { StoredPhoto } from '../store/index.ts'
import type { StoredReading } from './draft.ts'

/** Splits what the reader answers into what the draft keeps and the picture of the rectified card. */
export function splitReading(reading: KtpReading): { reading: StoredReading; card: StoredPhoto | null } {
  if (reading.kind !== 'read') return { reading: { kind: reading.kind }, card: null }
  const { jpeg, width, height } = reading.card
  return {
    reading: { kind: 'read', fields: reading.fields },
    card: { purpose: 'ktp', jpeg, width, height, takenAt: '' },
  }
}

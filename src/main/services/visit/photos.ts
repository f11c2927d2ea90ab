import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { PhotoPurpose } from '#shared/domain/forms/index.ts'
import { err, ok } from '#shared/domain/result.ts'
import { formOfVisit } from '#shared/domain/services/index.ts'
import type { PhotoOverride } from '#shared/domain/submission/payload.ts'
import type { Clock } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import { inspectJpeg } from '../pictures/index.ts'
import type { StaffMember } from '../staff-auth/index.ts'
import type { Store, StoredPhoto } from '../store/index.ts'
import { type Answer, type Desk, formError, noVisit } from './desk.ts'
import type { StoredReading } from './draft.ts'
import { withoutStaleConfirmations } from './draft-changes.ts'
import { withReading } from './ktp-values.ts'

/** Reads a KTP off a photo and what the camera showed just after it. */
export type ReadKtp = (
  frames: readonly [Uint8Array, ...Uint8Array[]],
) => Promise<{ reading: StoredReading; card: StoredPhoto | null }>

type Deps = {
  readonly store: Store
  readonly desk: Desk
  readonly clock: Clock
  readonly audit: Audit
  readonly readKtp: ReadKtp
}

/** Pictures of the open visit, and the reading of its KTP. */
export function createVisitPhotos({ store, desk, clock, audit, readKtp }: Deps) {
  return {
    /** @param override set when the live checks refused the photo: who keeps it all the same, and why */
    async keepPhoto(
      purpose: PhotoPurpose,
      jpeg: Uint8Array,
      override?: {
        readonly finding: string
        readonly reason: string
        readonly petugas: StaffMember
      },
    ): Promise<Answer<VisitSnapshot>> {
      const id = desk.current()?.id
      if (id === undefined) return err(noVisit)
      const picture = await inspectJpeg(jpeg)
      if (!picture.ok) return formError([{ field: purpose, code: `photo.${picture.error}` }])
      // Decoding takes time: the picture belongs to the visit it was taken in, and to no other.
      if (desk.current()?.id !== id) return err(noVisit)
      const keepPicture = (): void => {
        store.draftPhotos.put(id, { purpose, ...picture.value, takenAt: clock.now().toISOString() })
        if (purpose === 'ktp-frame') store.draftPhotos.drop(id, 'ktp')
      }
      return desk.update(
        id,
        (draft) => ({
          ...draft,
          ...(purpose === 'ktp-frame' && { reading: { kind: 'none' as const } }),
          photoOverrides: [
            ...draft.photoOverrides.filter((kept) => kept.purpose !== purpose),
            ...(override ? [overrideRecord(purpose, override, clock.now())] : []),
          ],
        }),
        () => {
          keepPicture()
          if (override)
            audit.record('visit.photo-overridden', {
              staffId: override.petugas.id,
              subject: id,
              detail: `${purpose}: ${override.finding}`,
            })
        },
      )
    },

    photo(purpose: PhotoPurpose): Answer<StoredPhoto> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const photo = store.draftPhotos.find(draft.id, purpose)
      return photo ? ok(photo) : err({ code: 'not-found', what: 'photo' })
    },

    /** @param further frames of the camera's stream, for what the kept photo leaves open; they are not kept */
    async readKtp(further: readonly Uint8Array[]): Promise<Answer<VisitSnapshot>> {
      const id = desk.current()?.id
      if (id === undefined) return err(noVisit)
      const frame = store.draftPhotos.find(id, 'ktp-frame')
      if (!frame) return err({ code: 'not-found', what: 'photo' })
      const { reading, card } = await readKtp([frame.jpeg, ...further])
      // Reading takes seconds: the visit may have ended, or another photo may have been taken meanwhile.
      const same =
        desk.current()?.id === id && store.draftPhotos.find(id, 'ktp-frame')?.takenAt === frame.takenAt
      if (!same) return err(noVisit)
      const keepCard = () => card && store.draftPhotos.put(id, { ...card, takenAt: frame.takenAt })
      return desk.update(
        id,
        (draft) => {
          const form = formOfVisit(draft)
          const step = form.steps.find((candidate) => candidate.screen === 'ktp-confirm')
          const read = step ? withReading(step, draft.values, reading) : draft.values
          return { ...draft, reading, values: withoutStaleConfirmations(draft.values, read) }
        },
        keepCard,
      )
    },
  }
}

const overrideRecord = (
  purpose: PhotoPurpose,
  { finding, reason, petugas }: { finding: string; reason: string; petugas: StaffMember },
  at: Date,
): PhotoOverride => ({
  purpose,
  finding,
  reason,
  petugas: { id: petugas.id, name: petugas.name },
  at: at.toISOString(),
})

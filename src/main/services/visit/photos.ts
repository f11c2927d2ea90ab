import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { PhotoPurpose } from '#shared/domain/forms/index.ts'
import { err, ok } from '#shared/domain/result.ts'
import { getForm } from '#shared/domain/services/index.ts'
import type { Clock } from '../../app/app.ts'
import { inspectJpeg } from '../pictures/index.ts'
import type { Store, StoredPhoto } from '../store/index.ts'
import { type Answer, type Desk, formError, noVisit } from './desk.ts'
import type { StoredReading } from './draft.ts'
import { withoutStaleConfirmations } from './draft-changes.ts'
import { withReading } from './ktp-values.ts'

type Deps = {
  readonly store: Store
  readonly desk: Desk
  readonly clock: Clock
  readonly readKtp: (frame: Uint8Array) => Promise<{ reading: StoredReading; card: StoredPhoto | null }>
}

/** Pictures of the open visit, and the reading of its KTP. */
export function createVisitPhotos({ store, desk, clock, readKtp }: Deps) {
  return {
    async keepPhoto(purpose: PhotoPurpose, jpeg: Uint8Array): Promise<Answer<VisitSnapshot>> {
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
        (draft) => (purpose === 'ktp-frame' ? { ...draft, reading: { kind: 'none' } } : draft),
        keepPicture,
      )
    },

    photo(purpose: PhotoPurpose): Answer<StoredPhoto> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const photo = store.draftPhotos.find(draft.id, purpose)
      return photo ? ok(photo) : err({ code: 'not-found', what: 'photo' })
    },

    async readKtp(): Promise<Answer<VisitSnapshot>> {
      const id = desk.current()?.id
      if (id === undefined) return err(noVisit)
      const frame = store.draftPhotos.find(id, 'ktp-frame')
      if (!frame) return err({ code: 'not-found', what: 'photo' })
      const { reading, card } = await readKtp(frame.jpeg)
      // Reading takes seconds: the visit may have ended, or another photo may have been taken meanwhile.
      const same =
        desk.current()?.id === id && store.draftPhotos.find(id, 'ktp-frame')?.takenAt === frame.takenAt
      if (!same) return err(noVisit)
      const keepCard = () => card && store.draftPhotos.put(id, { ...card, takenAt: frame.takenAt })
      return desk.update(
        id,
        (draft) => {
          const form = getForm(draft.service, draft.formVersion)
          const step = form.steps.find((candidate) => candidate.screen === 'ktp-confirm')
          const read = step ? withReading(step, draft.values, reading) : draft.values
          return { ...draft, reading, values: withoutStaleConfirmations(draft.values, read) }
        },
        keepCard,
      )
    },
  }
}

import type { VisitSnapshot } from '#shared/contract/views.ts'
import { visibleSteps } from '#shared/domain/forms/index.ts'
import { formOfVisit } from '#shared/domain/services/index.ts'
import type { Clock } from '../../app/app.ts'
import type { Store } from '../store/index.ts'
import type { Draft, StoredReading } from './draft.ts'
import { unsureFields } from './ktp-values.ts'
import { visitWarnings, type WarningContext } from './warnings.ts'

type Deps = {
  readonly store: Store
  readonly clock: Clock
  readonly regionKnown: WarningContext['regionKnown']
  readonly kmFromRegency: WarningContext['kmFromRegency']
  /** Reference of an earlier, living submission with this NIK, other than `exceptId`, if any. */
  readonly findDuplicate: (nik: string, exceptId?: string) => string | null
}

const localDate = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** The visit as the renderer shows it, worked out from the draft as it stands. */
export function createSnapshotView({ store, clock, regionKnown, kmFromRegency, findDuplicate }: Deps) {
  return (draft: Draft, locked: boolean): VisitSnapshot => {
    const form = formOfVisit(draft)
    const confirmStep = form.steps.find((step) => step.screen === 'ktp-confirm')
    const nik = draft.values.nik
    const pages = store.draftPages.list(draft.id)
    const pagesOf = (document: string) =>
      pages.flatMap(({ kind, ...page }) => (kind === document ? [page] : []))
    return {
      id: draft.id,
      service: draft.service,
      formVersion: draft.formVersion,
      language: draft.language,
      step: draft.step,
      steps: visibleSteps(form, draft.values).map((step) => step.id),
      furthest: draft.furthest,
      values: draft.values,
      photos: Object.fromEntries(
        store.draftPhotos
          .listSizes(draft.id)
          .map(({ purpose, width, height, takenAt }) => [purpose, { width, height, takenAt }]),
      ),
      documents: Object.fromEntries(
        store.draftDocuments
          .list(draft.id)
          .map(({ kind, media, size, addedAt }) => [kind, { media, size, addedAt, pages: pagesOf(kind) }]),
      ),
      reading: readingView(draft.reading),
      unsure: confirmStep ? unsureFields(confirmStep, draft) : [],
      checks: draft.checks,
      accesses: draft.accesses,
      warnings: visitWarnings(draft.values, { today: localDate(clock.now()), regionKnown, kmFromRegency }),
      duplicate: typeof nik === 'string' ? findDuplicate(nik, draft.correction?.of) : null,
      keepDays: draft.keepDays,
      correction: draft.correction,
      startedAt: draft.startedAt,
      locked,
    }
  }
}

function readingView(reading: StoredReading): VisitSnapshot['reading'] {
  if (reading.kind !== 'read') return reading
  const fields = Object.entries(reading.fields).map(([id, field]) => [
    id,
    {
      confidence: field.confidence,
      read: field.value,
      alternatives: field.alternatives.slice(0, 2),
      box: field.box,
    },
  ])
  return { kind: 'read', fields: Object.fromEntries(fields) }
}

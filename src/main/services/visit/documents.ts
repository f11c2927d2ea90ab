import { createHash } from 'node:crypto'
import type { VisitSnapshot } from '#shared/contract/views.ts'
import { type StepDefinition, visibleDocuments, visibleSteps } from '#shared/domain/forms/index.ts'
import { err, ok } from '#shared/domain/result.ts'
import { getForm } from '#shared/domain/services/index.ts'
import type { Clock } from '../../app/app.ts'
import { inspectDocument } from '../documents/index.ts'
import type { Store, StoredDocument } from '../store/index.ts'
import { type Answer, type Desk, formError, noVisit } from './desk.ts'
import type { Draft } from './draft.ts'

type Deps = { readonly store: Store; readonly desk: Desk; readonly clock: Clock }

/** The step of this visit that asks for a document; undefined when none does. */
function stepFor(draft: Draft, kind: string): StepDefinition | undefined {
  return visibleSteps(getForm(draft.service, draft.formVersion), draft.values).find((step) =>
    visibleDocuments(step, draft.values).some((document) => document.id === kind),
  )
}

/** What was given has changed: it is reviewed anew. */
const unreviewed = ({ values: { sudahDitinjau: _, ...values }, ...now }: Draft): Draft => ({ ...now, values })

/** Documents of the open visit: each is looked at before it is kept, encrypted like everything else. */
export function createVisitDocuments({ store, desk, clock }: Deps) {
  return {
    /** Keeps a document; another one of the same kind takes its place. */
    async keepDocument(kind: string, content: Uint8Array): Promise<Answer<VisitSnapshot>> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      if (!stepFor(draft, kind)) return formError([{ field: kind, code: 'field.hidden' }])
      const inspected = await inspectDocument(content)
      if (!inspected.ok) return formError([{ field: kind, code: `document.${inspected.error}` }])
      // Looking takes time: the document belongs to the visit it was given in.
      if (desk.current()?.id !== draft.id) return err(noVisit)
      const { media, bytes } = inspected.value
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      // One that an answer has made needless since is on no list any more, and will not be sent.
      const twin = store.draftDocuments
        .list(draft.id)
        .find((other) => other.sha256 === sha256 && other.kind !== kind && stepFor(draft, other.kind))
      if (twin) return formError([{ field: kind, code: 'document.twice' }])
      return desk.update(draft.id, unreviewed, () =>
        store.draftDocuments.put(draft.id, {
          kind,
          media,
          bytes,
          sha256,
          size: bytes.length,
          addedAt: clock.now().toISOString(),
        }),
      )
    },

    dropDocument(kind: string): Answer<VisitSnapshot> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      return desk.update(draft.id, unreviewed, () => store.draftDocuments.drop(draft.id, kind))
    },

    document(kind: string): Answer<StoredDocument> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const document = store.draftDocuments.find(draft.id, kind)
      return document ? ok(document) : err({ code: 'not-found', what: 'document' })
    },
  }
}

import { createHash } from 'node:crypto'
import type { VisitSnapshot } from '#shared/contract/views.ts'
import {
  MAX_DOCUMENT_PAGES,
  type PageTurn,
  type StepDefinition,
  visibleDocuments,
  visibleSteps,
} from '#shared/domain/forms/index.ts'
import { err, ok } from '#shared/domain/result.ts'
import { getForm } from '#shared/domain/services/index.ts'
import type { Clock } from '../../app/app.ts'
import {
  bindPages,
  type InspectedDocument,
  inspectDocument,
  inspectPage,
  type Page,
} from '../documents/index.ts'
import type { Store, StoredDocument, StoredPage } from '../store/index.ts'
import { type Answer, type Desk, formError, noVisit } from './desk.ts'
import type { Draft } from './draft.ts'

type Deps = { readonly store: Store; readonly desk: Desk; readonly clock: Clock }

/** A page of the document as it shall be: one that is kept already, or a new one. */
type NextPage = Page & { readonly id?: number }

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
  const inTurn = createTurns()
  const refuse = (kind: string, reason: string) => formError([{ field: kind, code: `document.${reason}` }])

  /** The open visit, if it asks for this document. */
  function asking(kind: string): Answer<Draft> {
    const draft = desk.current()
    if (!draft) return err(noVisit)
    return stepFor(draft, kind) ? ok(draft) : formError([{ field: kind, code: 'field.hidden' }])
  }

  /** Stores the document and its pages together; another one of the same kind goes. */
  function put(
    draft: Draft,
    kind: string,
    { media, bytes }: InspectedDocument,
    pages: readonly NextPage[],
  ): Answer<VisitSnapshot> {
    // Looking takes time: the document belongs to the visit it was given in.
    if (desk.current()?.id !== draft.id) return err(noVisit)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    // One that an answer has made needless since is on no list any more, and will not be sent.
    const twin = store.draftDocuments
      .list(draft.id)
      .find((other) => other.sha256 === sha256 && other.kind !== kind && stepFor(draft, other.kind))
    if (twin) return refuse(kind, 'twice')
    return desk.update(draft.id, unreviewed, () => {
      store.draftPages.put(draft.id, kind, pages)
      store.draftDocuments.put(draft.id, {
        kind,
        media,
        bytes,
        sha256,
        size: bytes.length,
        addedAt: clock.now().toISOString(),
      })
    })
  }

  async function putPages(draft: Draft, kind: string, pages: readonly NextPage[]) {
    if (pages.length > MAX_DOCUMENT_PAGES) return refuse(kind, 'too-many-pages')
    const bound = await bindPages(pages, clock.now())
    return bound.ok ? put(draft, kind, bound.value, pages) : refuse(kind, bound.error)
  }

  function drop(draft: Draft, kind: string): Answer<VisitSnapshot> {
    return desk.update(draft.id, unreviewed, () => {
      store.draftPages.put(draft.id, kind, [])
      store.draftDocuments.drop(draft.id, kind)
    })
  }

  return {
    /**
     * Keeps a document of its own, a PDF or the first page; another one of the same kind takes its place.
     * @param turn how far a page is turned clockwise to be read; a PDF says so itself
     */
    keepDocument: (kind: string, content: Uint8Array, turn: PageTurn = 0): Promise<Answer<VisitSnapshot>> =>
      inTurn(async () => {
        const draft = asking(kind)
        if (!draft.ok) return draft
        const inspected = await inspectDocument(content)
        if (!inspected.ok) return refuse(kind, inspected.error)
        return inspected.value.kind === 'pdf'
          ? put(draft.value, kind, inspected.value.pdf, [])
          : putPages(draft.value, kind, [{ ...inspected.value.page, turn }])
      }),

    /**
     * Adds a page, a JPEG or PNG, behind those that are there. What is kept without pages (a PDF, or what a correction
     * brought along) takes none: it would be lost.
     * @param turn how far it is turned clockwise to be read
     * @param replaces id of a page whose place it takes instead
     */
    addPage: (
      kind: string,
      content: Uint8Array,
      turn: PageTurn = 0,
      replaces?: number,
    ): Promise<Answer<VisitSnapshot>> =>
      inTurn(async () => {
        const draft = asking(kind)
        if (!draft.ok) return draft
        const pages = store.draftPages.ofKind(draft.value.id, kind)
        if (pages.length === 0 && store.draftDocuments.find(draft.value.id, kind))
          return refuse(kind, 'whole')
        const page = await inspectPage(content)
        if (!page.ok) return refuse(kind, page.error === 'unknown' ? 'no-page' : page.error)
        const turned: NextPage = { ...page.value, turn }
        const next = pages.some(({ id }) => id === replaces)
          ? pages.map((each) => (each.id === replaces ? turned : each))
          : [...pages, turned]
        return putPages(draft.value, kind, next)
      }),

    /** Brings the pages into this order and these turns; pages that are not named go. */
    arrangePages: (
      kind: string,
      wanted: readonly { readonly id: number; readonly turn: PageTurn }[],
    ): Promise<Answer<VisitSnapshot>> =>
      inTurn(async () => {
        const draft = asking(kind)
        if (!draft.ok) return draft
        const pages = new Map(
          store.draftPages.ofKind(draft.value.id, kind).map((page) => [page.id, page] as const),
        )
        const known = new Set(wanted.map(({ id }) => id)).size === wanted.length
        if (!known || wanted.some(({ id }) => !pages.has(id))) return err({ code: 'not-found', what: 'page' })
        if (wanted.length === 0) return drop(draft.value, kind)
        const next = wanted.flatMap(({ id, turn }) => {
          const page = pages.get(id)
          return page ? [{ ...page, turn }] : []
        })
        return putPages(draft.value, kind, next)
      }),

    dropDocument: (kind: string): Promise<Answer<VisitSnapshot>> =>
      inTurn(async () => {
        const draft = desk.current()
        return draft ? drop(draft, kind) : err(noVisit)
      }),

    document(kind: string): Answer<StoredDocument> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const document = store.draftDocuments.find(draft.id, kind)
      return document ? ok(document) : err({ code: 'not-found', what: 'document' })
    },

    page(id: number): Answer<StoredPage> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const page = store.draftPages.find(draft.id, id)
      return page ? ok(page) : err({ code: 'not-found', what: 'page' })
    },
  }
}

/** One change after the other: each binds the pages that the one before it left. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

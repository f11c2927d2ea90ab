import { useState } from 'react'
import { type PageTurn, visibleDocuments } from '#shared/domain/forms/index.ts'
import { useText } from '../../i18n/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import { DocumentRow } from './DocumentRow.tsx'
import styles from './documents.module.css'
import { LoseDocument } from './LoseDocument.tsx'
import { PagesScreen } from './PagesScreen.tsx'
import { PhotographDocument } from './PhotographDocument.tsx'
import { useKeepDocument } from './use-keep-document.ts'

/** What is shown: the list, the camera for a page of one document, or its pages. */
type View =
  | { readonly kind?: undefined }
  | { readonly kind: string; readonly camera: true; readonly replaces?: number }
  | { readonly kind: string; readonly camera: false; readonly first: number }

const LIST: View = {}

/** A document that is there would be replaced, by these files or by a photo, or be gone. */
type Asked = { readonly kind: string; readonly by: readonly Blob[] | 'photo' | 'nothing' }

/** The list of documents; each is chosen from a stick or photographed page by page, and can be replaced or taken out again. */
export function DocumentsScreen() {
  const { t } = useText()
  const { step, snapshot, call, advance, busy, showIssues } = useStep()
  const [view, setView] = useState<View>(LIST)
  const [asked, setAsked] = useState<Asked>()
  const { keep, addPages, retake, arrange, busyKind } = useKeepDocument()
  const pagesOf = (kind: string) => snapshot.documents[kind]?.pages ?? []
  const show = (next: View) => {
    showIssues([])
    setView(next)
  }

  const give = async ({ kind, by }: Asked) => {
    if (by === 'photo') return show({ kind, camera: true })
    if (by === 'nothing') return void (await call('visit.dropDocument', { kind }))
    const visit = await keep(kind, by)
    // Pictures are looked at, as those of the camera are: only a person can say whether they are legible.
    if (visit?.documents[kind]?.pages.length) setView({ kind, camera: false, first: 0 })
  }
  const giveOrAsk = (next: Asked) => (snapshot.documents[next.kind] ? setAsked(next) : void give(next))

  const takePage = async (kind: string, content: string | Blob, turn: PageTurn, replaces?: number) => {
    const before = pagesOf(kind)
    const place = before.findIndex(({ id }) => id === replaces)
    const taking = () => {
      if (replaces !== undefined && place !== -1) return retake(kind, content, turn, replaces)
      return before.length > 0 ? addPages(kind, [content], turn) : keep(kind, [content], turn)
    }
    if (await taking()) setView({ kind, camera: false, first: place === -1 ? before.length : place })
  }
  const addFiles = async (kind: string, contents: readonly Blob[]) => {
    const first = pagesOf(kind).length
    if (await addPages(kind, contents)) setView({ kind, camera: false, first })
  }

  if (view.kind !== undefined && view.camera) {
    const { kind, replaces } = view
    const place = pagesOf(kind).findIndex(({ id }) => id === replaces)
    return (
      <PhotographDocument
        kind={kind}
        busy={busyKind === kind}
        onTaken={(content, turn) => void takePage(kind, content, turn, replaces)}
        onBack={() =>
          show(pagesOf(kind).length > 0 ? { kind, camera: false, first: Math.max(0, place) } : LIST)
        }
      />
    )
  }
  if (view.kind !== undefined && !view.camera && pagesOf(view.kind).length > 0) {
    const { kind, first } = view
    return (
      <PagesScreen
        // Another page to begin with: it is shown at once.
        key={first}
        kind={kind}
        first={first}
        busy={busyKind === kind}
        onArrange={(change) => void arrange(kind, change)}
        onFiles={(contents) => void addFiles(kind, contents)}
        onAdd={() => show({ kind, camera: true })}
        onRetake={(replaces) => show({ kind, camera: true, replaces })}
        onDone={() => show(LIST)}
      />
    )
  }
  return (
    <StepScreen
      title={t('documents.title')}
      sub={t('documents.sub')}
      scroll
      primary={{
        label: t('btn.Lanjutkan'),
        onPress: () => void advance(),
        busy: busy || busyKind !== undefined,
      }}
    >
      <ul className={styles.list}>
        {visibleDocuments(step, snapshot.values).map(({ id, required }) => (
          <DocumentRow
            key={id}
            kind={id}
            required={required}
            busy={busyKind === id}
            onFiles={(by) => giveOrAsk({ kind: id, by })}
            onPhotograph={() => giveOrAsk({ kind: id, by: 'photo' })}
            onPages={() => show({ kind: id, camera: false, first: 0 })}
            onDrop={() => setAsked({ kind: id, by: 'nothing' })}
          />
        ))}
      </ul>
      {asked ? (
        <LoseDocument
          kind={asked.kind}
          replaced={asked.by !== 'nothing'}
          onKeep={() => setAsked(undefined)}
          onLose={() => {
            setAsked(undefined)
            void give(asked)
          }}
        />
      ) : null}
    </StepScreen>
  )
}

import { useState } from 'react'
import { visibleDocuments } from '#shared/domain/forms/index.ts'
import { useText } from '../../i18n/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import { DocumentRow } from './DocumentRow.tsx'
import styles from './documents.module.css'
import { PagesScreen } from './PagesScreen.tsx'
import { PhotographDocument } from './PhotographDocument.tsx'
import { useKeepDocument } from './use-keep-document.ts'

/** What is shown: the list, the camera for a page of one document, or its pages. */
type View =
  | { readonly kind?: undefined }
  | { readonly kind: string; readonly camera: true; readonly replaces?: number }
  | { readonly kind: string; readonly camera: false; readonly first: number }

const LIST: View = {}

/** The list of documents; each is chosen from a stick or photographed page by page, and can be replaced or taken out again. */
export function DocumentsScreen() {
  const { t } = useText()
  const { step, snapshot, advance, busy, showIssues } = useStep()
  const [view, setView] = useState<View>(LIST)
  const { keep, addPage, arrange, busyKind } = useKeepDocument()
  const asked = visibleDocuments(step, snapshot.values)
  const pagesOf = (kind: string) => snapshot.documents[kind]?.pages ?? []
  const show = (next: View) => {
    showIssues([])
    setView(next)
  }

  const give = async (kind: string, contents: readonly Blob[]) => {
    const [first, ...others] = contents
    let visit = first === undefined ? undefined : await keep(kind, first)
    for (const content of others) if (visit) visit = await addPage(kind, content)
    // Pictures are looked at, as those of the camera are: only a person can say whether they are legible.
    if (visit?.documents[kind]?.pages.length) setView({ kind, camera: false, first: 0 })
  }
  const takePage = async (kind: string, content: string | Blob, replaces?: number) => {
    const before = pagesOf(kind)
    const visit = before.length === 0 ? await keep(kind, content) : await addPage(kind, content, replaces)
    if (!visit) return
    const place = before.findIndex(({ id }) => id === replaces)
    setView({ kind, camera: false, first: place === -1 ? before.length : place })
  }

  if (view.kind !== undefined && view.camera) {
    const { kind, replaces } = view
    const place = pagesOf(kind).findIndex(({ id }) => id === replaces)
    return (
      <PhotographDocument
        kind={kind}
        busy={busyKind === kind}
        onTaken={(content) => void takePage(kind, content, replaces)}
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
        kind={kind}
        first={first}
        busy={busyKind === kind}
        onArrange={async (pages) => (await arrange(kind, pages)) !== undefined}
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
        {asked.map(({ id, required }) => (
          <DocumentRow
            key={id}
            kind={id}
            required={required}
            busy={busyKind === id}
            onFiles={(contents) => void give(id, contents)}
            onPhotograph={() => show({ kind: id, camera: true })}
            onPages={() => show({ kind: id, camera: false, first: 0 })}
          />
        ))}
      </ul>
    </StepScreen>
  )
}

import { useState } from 'react'
import { visibleDocuments } from '#shared/domain/forms/index.ts'
import { useText } from '../../i18n/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import { DocumentRow } from './DocumentRow.tsx'
import styles from './documents.module.css'
import { PhotographDocument } from './PhotographDocument.tsx'
import { useKeepDocument } from './use-keep-document.ts'

/** The list of documents; each is chosen from a stick or photographed, and can be replaced or taken out again. */
export function DocumentsScreen() {
  const { t } = useText()
  const { step, snapshot, advance, busy, showIssues } = useStep()
  const [photographing, setPhotographing] = useState<string>()
  const { keep, busyKind } = useKeepDocument()
  const asked = visibleDocuments(step, snapshot.values)

  if (photographing !== undefined)
    return (
      <PhotographDocument
        kind={photographing}
        busy={busyKind === photographing}
        onTaken={async (content) => {
          if (await keep(photographing, content)) setPhotographing(undefined)
        }}
        onBack={() => setPhotographing(undefined)}
      />
    )
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
        {asked.map((document) => (
          <DocumentRow
            key={document.id}
            request={document}
            busy={busyKind === document.id}
            onFile={(content) => void keep(document.id, content)}
            onPhotograph={() => {
              showIssues([])
              setPhotographing(document.id)
            }}
          />
        ))}
      </ul>
    </StepScreen>
  )
}

import { ArrowLeft, ArrowRight, Camera, Plus, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PageView } from '#shared/contract/views.ts'
import type { PageTurn } from '#shared/domain/forms/index.ts'
import { useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import styles from './documents.module.css'
import { PagePicture } from './PagePicture.tsx'
import { useDocumentName } from './use-document-name.ts'
import type { PageOrder } from './use-keep-document.ts'

export type PagesScreenProps = {
  readonly kind: string
  /** What is shown first: the page that was photographed just now. */
  readonly first: number
  readonly busy: boolean
  readonly onArrange: (pages: PageOrder) => Promise<boolean>
  readonly onAdd: () => void
  readonly onRetake: (id: number) => void
  readonly onDone: () => void
}

const TURN_ON: Readonly<Record<PageTurn, PageTurn>> = { 0: 90, 90: 180, 180: 270, 270: 0 }

/** The photographed pages of one document: is everything legible, and is there another page? */
export function PagesScreen({ kind, first, busy, onArrange, onAdd, onRetake, onDone }: PagesScreenProps) {
  const { t } = useText()
  const { snapshot } = useStep()
  const name = useDocumentName(kind)
  const pages = snapshot.documents[kind]?.pages ?? []
  const [chosen, setChosen] = useState(first)
  const at = Math.min(chosen, pages.length - 1)
  const page = pages[at]
  if (!page) return null

  const arrange = async (next: readonly PageView[], then = at) => {
    if (await onArrange(next.map(({ id, turn }) => ({ id, turn })))) setChosen(then)
  }
  const turn = () =>
    arrange(pages.map((each) => (each === page ? { ...each, turn: TURN_ON[each.turn] } : each)))
  const move = (to: number) => {
    const others = pages.filter((each) => each !== page)
    return arrange([...others.slice(0, to), page, ...others.slice(to)], to)
  }
  return (
    <StepScreen
      title={name}
      sub={t('documents.pages.sub')}
      view={`pages-${kind}`}
      groupIssues={[kind]}
      back={onDone}
      primary={{ label: t('btn.Selesai'), onPress: onDone, busy }}
      secondary={[{ label: t('btn.Tambah halaman'), onPress: onAdd, icon: <Plus aria-hidden="true" /> }]}
    >
      <div className={styles.pages}>
        <PagePicture page={page} number={at + 1} />
        <div className={styles.tools}>
          <p className={styles.name} role="status">
            {t('documents.pageOf', { n: at + 1, all: pages.length })}
          </p>
          {pages.length > 1 ? (
            <ol className={styles.strip}>
              {pages.map((each, index) => (
                <li key={each.id}>
                  <Button
                    pressed={each === page}
                    label={t('documents.showPage', { n: index + 1 })}
                    icon={<PagePicture page={each} number={index + 1} small />}
                    onPress={() => setChosen(index)}
                  >
                    {index + 1}
                  </Button>
                </li>
              ))}
            </ol>
          ) : null}
          <div className={styles.actions}>
            <Button icon={<RotateCw aria-hidden="true" />} onPress={() => void turn()}>
              {t('btn.Putar')}
            </Button>
            <Button icon={<Camera aria-hidden="true" />} onPress={() => onRetake(page.id)}>
              {t('btn.Foto ulang')}
            </Button>
            {at > 0 ? (
              <Button icon={<ArrowLeft aria-hidden="true" />} onPress={() => void move(at - 1)}>
                {t('btn.Ke depan')}
              </Button>
            ) : null}
            {at < pages.length - 1 ? (
              <Button icon={<ArrowRight aria-hidden="true" />} onPress={() => void move(at + 1)}>
                {t('btn.Ke belakang')}
              </Button>
            ) : null}
            {pages.length > 1 ? (
              <Button
                kind="quiet"
                icon={<Trash2 aria-hidden="true" />}
                onPress={() => void arrange(pages.filter((each) => each !== page))}
              >
                {t('btn.Hapus halaman')}
              </Button>
            ) : null}
          </div>
        </div>
      </div>
    </StepScreen>
  )
}

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import type { KtpFieldView } from '#shared/contract/views.ts'
import { useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { FieldControl, useStep } from '../step/index.ts'
import styles from './ktp.module.css'
import { useChecked } from './use-checked.ts'

export type OtherFieldsProps = {
  readonly ids: readonly string[]
  readonly reading: Readonly<Record<string, KtpFieldView>> | undefined
  readonly onFocus: (id: string) => void
}

/** "14 data lain terbaca - lihat": the rest of the card, folded because it needs no looking at. */
export function OtherFields({ ids, reading, onFocus }: OtherFieldsProps) {
  const { t } = useText()
  const { fields, issues } = useStep()
  const { noteEdit } = useChecked()
  const [wanted, setWanted] = useState(false)
  if (ids.length === 0) return null
  // Something to put right must not stay hidden.
  const open = wanted || issues.some((issue) => ids.includes(issue.field))
  return (
    <section className={styles.others}>
      <Button
        wide
        onPress={() => setWanted(!open)}
        iconAfter={open ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
      >
        {t(reading ? 'confirm.others.read' : 'confirm.others.typed', { n: ids.length })} ·{' '}
        {t(open ? 'confirm.hide' : 'confirm.show')}
      </Button>
      {open ? (
        <div className={styles.otherFields}>
          {fields
            .filter((field) => ids.includes(field.id))
            .map((field) => (
              <FieldControl
                key={field.id}
                field={field}
                compact
                onFocus={() => onFocus(field.id)}
                onChange={() => noteEdit(field.id)}
              />
            ))}
        </div>
      ) : null}
    </section>
  )
}

import { useEffect, useState } from 'react'
import type { ReferenceEntry } from '#shared/contract/views.ts'
import type { FieldDefinition } from '#shared/domain/forms/index.ts'
import { chosenCode, chosenName, formatChosen } from '#shared/domain/forms/index.ts'
import { useText } from '../../i18n/index.ts'
import { SearchField } from './SearchField.tsx'
import styles from './step.module.css'
import { useStep } from './step-context.ts'
import { useFieldText } from './use-field-text.ts'

/** Instansi or satuan kerja: an entry of the synced list, or a name that is not in it, marked as such. */
export function ReferenceField({ field }: { readonly field: FieldDefinition }) {
  const { t } = useText()
  const api = useStep()
  const { label, hint } = useFieldText(field)
  const value = api.text(field.id)
  const query = chosenName(value)
  const list = field.type === 'satuan-kerja' ? 'satuan-kerja' : 'instansi'
  // A satuan kerja belongs to the instansi that was chosen on the same screen.
  const parent = list === 'satuan-kerja' ? chosenCode(api.text('instansi')) : undefined
  const entries = useEntries(list, query, parent)
  const error = api.issueText(field.id)

  return (
    <div data-field={field.id} className={styles.field}>
      <SearchField
        label={label}
        query={query}
        onQuery={(text) => {
          if (text !== query) api.set(field.id, text)
        }}
        entries={entries}
        chosen={chosenCode(value) ?? null}
        onChoose={(code) => {
          const entry = entries.find((each) => each.code === code)
          if (entry) api.set(field.id, formatChosen(entry))
        }}
        onBlur={() => {
          if (api.isEdited(field.id)) void api.keep()
        }}
        name={field.id}
        error={error}
        {...(hint ? { hint } : {})}
      />
      {value !== '' && chosenCode(value) === undefined && error === undefined ? (
        <p className={styles.warning} role="status">
          {t('reference.free')}
        </p>
      ) : null}
    </div>
  )
}

/** What the core finds for a query; an answer to an older query is not shown. */
function useEntries(
  list: 'instansi' | 'satuan-kerja',
  query: string,
  parent: string | undefined,
): readonly ReferenceEntry[] {
  const { call } = useStep()
  const [entries, setEntries] = useState<readonly ReferenceEntry[]>([])
  useEffect(() => {
    let stale = false
    void call('reference.search', { list, query, ...(parent === undefined ? {} : { parent }) }).then(
      (answer) => {
        if (!stale && answer.ok) setEntries(answer.value)
      },
    )
    return () => {
      stale = true
    }
  }, [call, list, query, parent])
  return entries
}

import { SUBMISSION_GROUPS, SUBMISSION_SORTS } from '#shared/domain/submission/groups.ts'
import { useText } from '../../i18n/index.ts'
import { Button, TextField } from '../../ui/index.ts'
import styles from './ListTools.module.css'
import type { ListQuery } from './use-page.ts'

export type ListToolsProps = {
  readonly query: ListQuery
  readonly onChange: (query: ListQuery) => void
}

const SEARCH_LENGTH = 60

/** Finds registrations by number, name, petugas or service, narrows the list to a group of states, and sorts it. */
export function ListTools({ query, onChange }: ListToolsProps) {
  const { t } = useText()
  return (
    <div className={styles.tools}>
      <TextField
        label={t('console.search')}
        value={query.search}
        maxLength={SEARCH_LENGTH}
        onChange={(search) => onChange({ ...query, search })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every engine */}
      <div role="group" aria-label={t('console.filter')} className={styles.filters}>
        {(['all', ...SUBMISSION_GROUPS] as const).map((group) => (
          <Button key={group} pressed={group === query.group} onPress={() => onChange({ ...query, group })}>
            {t(`console.filter.${group}`)}
          </Button>
        ))}
      </div>
      <label className={styles.sort}>
        {t('console.sort')}
        <select
          value={query.sort}
          onChange={(event) => {
            const sort = SUBMISSION_SORTS.find((each) => each === event.target.value)
            if (sort) onChange({ ...query, sort })
          }}
        >
          {SUBMISSION_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`console.sort.${sort}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

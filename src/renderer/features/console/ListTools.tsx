import { useText } from '../../i18n/index.ts'
import { Button, TextField } from '../../ui/index.ts'
import { ROW_FILTERS, type RowFilter } from './find-rows.ts'
import styles from './ListTools.module.css'

export type ListToolsProps = {
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly filter: RowFilter
  readonly onFilter: (filter: RowFilter) => void
}

/** Finds a registration by a part of its number, and narrows the list to a group of states. */
export function ListTools({ typed, onTyped, filter, onFilter }: ListToolsProps) {
  const { t } = useText()
  return (
    <div className={styles.tools}>
      <TextField label={t('console.search')} value={typed} maxLength={20} onChange={onTyped} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every engine */}
      <div role="group" aria-label={t('console.filter')} className={styles.filters}>
        {ROW_FILTERS.map((each) => (
          <Button key={each} pressed={each === filter} onPress={() => onFilter(each)}>
            {t(`console.filter.${each}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}

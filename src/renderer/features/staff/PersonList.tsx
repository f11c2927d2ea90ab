import { Radio, RadioGroup } from 'react-aria-components'
import type { StaffView } from '#shared/contract/views.ts'
import { useText } from '../../i18n/index.ts'
import styles from './PersonList.module.css'

export type PersonListProps = {
  readonly label: string
  readonly staff: readonly StaffView[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** One of the office's people. The list itself scrolls when there are many. */
export function PersonList({ label, staff, chosen, onChoose }: PersonListProps) {
  const { t } = useText()
  return (
    <RadioGroup aria-label={label} className={styles.list ?? ''} value={chosen} onChange={onChoose}>
      {staff.map((person) => (
        <Radio key={person.id} value={person.id} className={styles.person ?? ''}>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.role}>{t(`role.${person.role}`)}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

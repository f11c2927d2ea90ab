import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import styles from './ChoiceCards.module.css'

export type Choice<V extends string> = {
  readonly value: V
  readonly label: string
  readonly hint?: string
  readonly icon?: ReactNode
}

export type ChoiceCardsProps<V extends string> = {
  /** Read out for the group; the screen's H1 usually says the same. */
  readonly label: string
  readonly choices: readonly Choice<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  /** Cards side by side when there is room. */
  readonly columns?: 1 | 2 | 3 | 4
  /** Lower cards: where fields stand below them. */
  readonly dense?: boolean
}

/** One of several large cards. */
export function ChoiceCards<V extends string>({
  label,
  choices,
  value,
  onChange,
  columns = 2,
  dense = false,
}: ChoiceCardsProps<V>) {
  return (
    <RadioGroup
      aria-label={label}
      className={styles.group ?? ''}
      data-columns={columns}
      data-dense={dense || undefined}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((candidate) => candidate.value === chosen)
        if (choice) onChange(choice.value)
      }}
    >
      {choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className={styles.card ?? ''}>
          {choice.icon}
          <span className={styles.words}>
            <span className={styles.label}>{choice.label}</span>
            {choice.hint ? <span className={styles.hint}>{choice.hint}</span> : null}
          </span>
          <span className={styles.mark} aria-hidden="true">
            <Check />
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

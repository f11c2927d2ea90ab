import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './TickBox.module.css'

export type TickBoxProps = {
  readonly children: ReactNode
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Draws the red edge; the words of the error stand above the group. */
  readonly invalid?: boolean
}

/** One large box to tick; the whole row can be touched. */
export function TickBox({ children, hint, checked, onChange, invalid = false }: TickBoxProps) {
  return (
    <Checkbox
      className={cx(styles.row)}
      isSelected={checked}
      isInvalid={invalid && !checked}
      onChange={onChange}
    >
      <span className={styles.box} aria-hidden="true">
        <Check />
      </span>
      <span className={styles.words}>
        <span>{children}</span>
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </span>
    </Checkbox>
  )
}

export type TickListProps<V extends string> = {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly label: string; readonly hint?: string }[]
  readonly value: readonly V[]
  readonly onChange: (value: V[]) => void
  readonly invalid?: boolean
}

/** Several boxes to tick, in the order given. */
export function TickList<V extends string>({
  label,
  options,
  value,
  onChange,
  invalid = false,
}: TickListProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every engine
    <div role="group" aria-label={label} className={styles.list}>
      {options.map((option) => (
        <TickBox
          key={option.value}
          checked={value.includes(option.value)}
          invalid={invalid}
          {...(option.hint ? { hint: option.hint } : {})}
          onChange={(checked) =>
            onChange(
              options
                .map((each) => each.value)
                .filter((each) => (each === option.value ? checked : value.includes(each))),
            )
          }
        >
          {option.label}
        </TickBox>
      ))}
    </div>
  )
}

import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import styles from './Button.module.css'
import { cx } from './cx.ts'
import { Spinner } from './Spinner.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly kind?: ButtonKind
  readonly icon?: ReactNode
  /** Icon after the text (a "next" arrow). */
  readonly iconAfter?: ReactNode
  /** Work is under way: the button keeps its place and its words, and presses do nothing. */
  readonly busy?: boolean
  readonly pressed?: boolean
  readonly label?: string
  readonly wide?: boolean
  readonly type?: 'button' | 'submit'
  readonly autoFocus?: boolean
  /** The focus stays where it is: for what serves a field (the keyboard's Selesai). */
  readonly keepFocus?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/**
 * A button: primary at least 84u high, every other 64u. Never disabled: pressing it too early
 * explains what is missing instead (interface specification §1, "never moved or disabled").
 */
export function Button({
  children,
  onPress,
  kind = 'secondary',
  icon,
  iconAfter,
  busy = false,
  pressed,
  label,
  wide = false,
  type = 'button',
  autoFocus = false,
  keepFocus = false,
  ref,
}: ButtonProps) {
  return (
    <AriaButton
      {...(ref ? { ref } : {})}
      type={type}
      autoFocus={autoFocus}
      preventFocusOnPress={keepFocus}
      className={cx(styles.button, styles[kind], wide && styles.wide)}
      onPress={() => {
        if (!busy) onPress()
      }}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      data-busy={busy || undefined}
    >
      {busy ? <Spinner /> : icon}
      <span>{children}</span>
      {iconAfter}
    </AriaButton>
  )
}

import { type ReactNode, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'
import { useScrollMore } from './use-scroll-more.tsx'

export type DialogAction = {
  readonly label: string
  readonly onPress: () => void
  readonly icon?: ReactNode
  readonly busy?: boolean
  readonly danger?: boolean
  /** Takes the focus when the dialog opens; the primary action does unless told not to. */
  readonly autoFocus?: boolean
}

export type DialogProps = {
  readonly title: string
  readonly children?: ReactNode
  /** Right: the safe way on. */
  readonly primary?: DialogAction
  /** Left. */
  readonly secondary?: DialogAction
  /** Escape; without it the dialog stays until a button is pressed. */
  readonly onEscape?: () => void
  readonly role?: 'dialog' | 'alertdialog'
  readonly wide?: boolean
}

/** A question in front of the screen. Touching beside it does nothing: an accident must not answer. */
export function Dialog({
  title,
  children,
  primary,
  secondary,
  onEscape,
  role = 'dialog',
  wide = false,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      className={styles.overlay ?? ''}
      isDismissable={false}
      isKeyboardDismissDisabled={onEscape === undefined}
      onOpenChange={(open) => {
        if (!open) onEscape?.()
      }}
    >
      <Modal className={styles.modal ?? ''} data-wide={wide || undefined}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          <Heading slot="title" level={2} className={styles.title ?? ''}>
            {title}
          </Heading>
          <Answerable primary={primary} secondary={secondary}>
            {children}
          </Answerable>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What is asked, which scrolls where it must, and the buttons, which stay in sight. */
function Answerable({
  primary,
  secondary,
  children,
}: {
  readonly primary: DialogAction | undefined
  readonly secondary: DialogAction | undefined
  readonly children: ReactNode
}) {
  const body = useRef<HTMLDivElement>(null)
  const { scrolls, more } = useScrollMore(body)
  return (
    <>
      <div ref={body} className={styles.body} tabIndex={scrolls ? 0 : undefined}>
        {children}
      </div>
      {primary || secondary ? (
        <div className={styles.actions}>
          {secondary ? (
            <Button
              kind={secondary.danger ? 'danger' : 'secondary'}
              onPress={secondary.onPress}
              icon={secondary.icon}
              busy={secondary.busy ?? false}
            >
              {secondary.label}
            </Button>
          ) : (
            <span />
          )}
          {more ? (
            <Button onPress={more.onPress} icon={more.icon}>
              {more.label}
            </Button>
          ) : null}
          {primary ? (
            <Button
              kind={primary.danger ? 'danger' : 'primary'}
              autoFocus={primary.autoFocus ?? true}
              onPress={primary.onPress}
              icon={primary.icon}
              busy={primary.busy ?? false}
            >
              {primary.label}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

import { Eye } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../i18n/index.ts'
import { Button, Ribbon } from '../ui/index.ts'
import styles from './HideScreen.module.css'
import { useKiosk, useView } from './state/index.ts'

/** Covers everything, dialogs as well, until somebody asks for the screen again (button or F9). */
export function HideScreen() {
  const { t } = useText()
  const kiosk = useKiosk()
  const hidden = useView((state) => state.hidden)
  const demo = useView((state) => state.status?.demo ?? null)
  if (!hidden) return null
  const show = () => kiosk.set({ hidden: false })
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className={styles.cover ?? ''}>
      <Modal>
        <Dialog className={styles.words ?? ''}>
          {demo ? (
            <div className={styles.ribbon}>
              <Ribbon inboxUrl={demo.inboxUrl} />
            </div>
          ) : null}
          <Heading slot="title" className={styles.title ?? ''}>
            {t('hide.title')}
          </Heading>
          <p>{t('hide.sub')}</p>
          <Button kind="primary" autoFocus onPress={show} icon={<Eye aria-hidden="true" />}>
            {t('hide.show')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

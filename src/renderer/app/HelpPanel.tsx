import {
  BookOpen,
  Database,
  Globe,
  Hourglass,
  Lock,
  Mail,
  MessageCircle,
  Phone,
  UserRound,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Language } from '#shared/contract/views.ts'
import { useText } from '../i18n/index.ts'
import { Button, Dialog, Notice, useCanSpeak } from '../ui/index.ts'
import styles from './HelpPanel.module.css'
import { useCall, useKiosk, useView, useVisit } from './state/index.ts'

const StoredData = lazy(async () => ({ default: (await import('../features/visit/index.ts')).StoredData }))

/** Bantuan: whom to ask, the language, and what the petugas may do with an open visit. */
export function HelpPanel() {
  const open = useView((state) => state.helpOpen)
  return open ? <OpenHelpPanel /> : null
}

function OpenHelpPanel() {
  const { t, language } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const visit = useVisit()
  const version = useView((state) => state.status?.version ?? '')
  // A visit, a receipt and the PIN hide every page (Route).
  const mayRead = useView((state) => !state.visit && !state.receipt && Boolean(state.status?.staff))
  const [showingStored, setShowingStored] = useState(false)
  const canSpeak = useCanSpeak(language)
  const close = () => kiosk.set({ helpOpen: false })

  const changeLanguage = (next: Language) => {
    kiosk.set({ language: next })
    if (visit) void call('visit.setLanguage', { language: next })
  }
  const lock = () => {
    close()
    void call('visit.lock', {})
  }
  const pause = () => {
    close()
    void call('visit.pause', {})
  }

  if (showingStored) {
    return (
      <Suspense fallback={null}>
        <StoredData onClose={close} />
      </Suspense>
    )
  }
  return (
    <Dialog wide title={t('help.title')} onEscape={close} primary={{ label: t('btn.Tutup'), onPress: close }}>
      <ul className={styles.channels}>
        <li>
          <UserRound aria-hidden="true" /> {t('help.ask')}
        </li>
        <li>
          <Phone aria-hidden="true" /> {t('help.call')}
        </li>
        <li>
          <MessageCircle aria-hidden="true" /> {t('help.whatsapp')}
        </li>
        <li>
          <Globe aria-hidden="true" /> {t('help.web')}
        </li>
        <li>
          <Mail aria-hidden="true" /> {t('help.code')}
        </li>
      </ul>
      {canSpeak ? null : <Notice kind="info">{t('help.noVoice')}</Notice>}
      <div className={styles.row}>
        <h3>{t('help.language')}</h3>
        <Button pressed={language === 'id'} onPress={() => changeLanguage('id')}>
          Bahasa Indonesia
        </Button>
        <Button pressed={language === 'en'} onPress={() => changeLanguage('en')}>
          English
        </Button>
      </div>
      {mayRead ? (
        <Button
          icon={<BookOpen aria-hidden="true" />}
          onPress={() => kiosk.set({ helpOpen: false, page: 'guidance' })}
        >
          {t('guide.title')}
        </Button>
      ) : null}
      {visit ? (
        <Button icon={<Database aria-hidden="true" />} onPress={() => setShowingStored(true)}>
          {t('help.stored')}
        </Button>
      ) : null}
      {visit ? (
        <div className={styles.row}>
          <h3>{t('help.staff')}</h3>
          <Button onPress={lock} icon={<Lock aria-hidden="true" />}>
            {t('help.lock')}
          </Button>
          <Button onPress={pause} icon={<Hourglass aria-hidden="true" />}>
            {t('help.pause')}
          </Button>
        </div>
      ) : null}
      <p className={styles.version}>{t('help.version', { version })}</p>
    </Dialog>
  )
}

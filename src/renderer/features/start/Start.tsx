import { ArrowRight, LayoutGrid, Search, ShieldUser } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Language } from '#shared/contract/views.ts'
import { useCall, useKiosk, useLanguageSwitch, useView } from '../../app/state/index.ts'
import { formatDateTime, hasMessage, useErrorText, useText } from '../../i18n/index.ts'
import { Button, Notice, Screen, Spinner } from '../../ui/index.ts'
import styles from './Start.module.css'

/** The service that a walk-in begins with (docs: akun + profil in one journey). */
const FIRST_SERVICE = 'profil'

const LANGUAGES: readonly Language[] = ['id', 'en']

/** S1: choose the language, which begins the visit; or ask for a status. */
export function Start() {
  const { t, language: shownIn } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const [starting, setStarting] = useState<Language | null>(null)
  const [error, setError] = useState<string>()
  const intake = useView((state) => state.status?.intake)
  const online = useView((state) => state.status?.network.online ?? true)
  const otherLanguage = useLanguageSwitch()
  const drafts = useView((state) => state.status?.drafts ?? 0)

  // The next registrant must not find the last one's language or text size.
  useEffect(() => kiosk.toStart(), [kiosk])

  const begin = async (language: Language) => {
    if (starting) return
    setStarting(language)
    setError(undefined)
    kiosk.set({ language })
    const answer = await call('visit.start', { service: FIRST_SERVICE, language })
    setStarting(null)
    if (!answer.ok) setError(errorText(answer.error))
  }

  const reasonKey = `intake.${intake?.reason}`
  const stopped = intake?.open === false
  return (
    <Screen
      turn="pemohon"
      name="awal"
      title={t('start.title')}
      sub={t('start.sub')}
      centred
      {...(error ? { error } : {})}
      back={{
        label: t('start.console'),
        icon: <ShieldUser aria-hidden="true" />,
        onPress: () => kiosk.goTo('console'),
      }}
      secondary={[
        ...(stopped
          ? []
          : [
              {
                label: t('start.other'),
                icon: <LayoutGrid aria-hidden="true" />,
                onPress: () => kiosk.goTo('choosing'),
              },
            ]),
        {
          label: t('btn.Cek status'),
          icon: <Search aria-hidden="true" />,
          onPress: () => kiosk.goTo('status-check'),
        },
        // Elsewhere the language is chosen by beginning.
        ...(stopped ? [otherLanguage] : []),
      ]}
    >
      {drafts > 0 ? (
        <Notice kind="unsure" action={<Button onPress={() => kiosk.goTo('drafts')}>{t('btn.Lihat')}</Button>}>
          {t('draft.title')}
        </Notice>
      ) : null}
      {stopped ? (
        <Notice kind="error">
          {t('intake.stopped')}
          {hasMessage(reasonKey) ? `\n${t(reasonKey)}` : null}
          {intake?.reason === 'clock' && `\n${t('start.clock', { at: formatDateTime(new Date(), shownIn) })}`}
        </Notice>
      ) : (
        <div className={styles.languages}>
          {LANGUAGES.map((language) => (
            <AriaButton
              key={language}
              className={styles.language ?? ''}
              lang={language}
              data-busy={starting === language || undefined}
              onPress={() => void begin(language)}
            >
              <span>
                {t(`start.begin.${language}`)} <small>{t(`start.about.${language}`)}</small>
              </span>
              {starting === language ? <Spinner /> : <ArrowRight aria-hidden="true" />}
            </AriaButton>
          ))}
        </div>
      )}
      {!online && !stopped ? <Notice kind="info">{t('start.offline')}</Notice> : null}
    </Screen>
  )
}

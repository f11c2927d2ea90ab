import { CalendarClock, GraduationCap, LifeBuoy, PenLine, Printer, ShoppingCart } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useKiosk, useLanguageSwitch, usePrint } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Notice, Screen } from '../../ui/index.ts'
import styles from './Guidance.module.css'
import { GuidancePaper } from './GuidancePaper.tsx'
import { SENTENCES, TOPICS, type Topic } from './topics.ts'

const ICONS: Readonly<Record<Topic, ReactNode>> = {
  tte: <PenLine aria-hidden="true" />,
  akses: <CalendarClock aria-hidden="true" />,
  katalog: <ShoppingCart aria-hidden="true" />,
  bimtek: <GraduationCap aria-hidden="true" />,
  bantuan: <LifeBuoy aria-hidden="true" />,
}

/** `panduan`: guidance without a submission. Nothing is asked, nothing stored, and no network is needed. */
export default function Guidance() {
  const [topic, setTopic] = useState<Topic>()
  return topic ? (
    <TopicPage topic={topic} onBack={() => setTopic(undefined)} />
  ) : (
    <TopicList onOpen={setTopic} />
  )
}

function TopicList({ onOpen }: { readonly onOpen: (topic: Topic) => void }) {
  const { t } = useText()
  const kiosk = useKiosk()
  const otherLanguage = useLanguageSwitch()
  return (
    <Screen
      turn="pemohon"
      name="panduan"
      title={t('guide.title')}
      sub={t('guide.sub')}
      back={{ onPress: kiosk.toStart }}
      secondary={[otherLanguage]}
    >
      <ul className={styles.topics}>
        {TOPICS.map((topic) => (
          <li key={topic}>
            <AriaButton className={styles.topic ?? ''} onPress={() => onOpen(topic)}>
              {ICONS[topic]}
              <span>
                <strong>{t(`guide.${topic}.title`)}</strong>
                <small>{t(`guide.${topic}.short`)}</small>
              </span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

function TopicPage({ topic, onBack }: { readonly topic: Topic; readonly onBack: () => void }) {
  const { t } = useText()
  const kiosk = useKiosk()
  const otherLanguage = useLanguageSwitch()
  const print = usePrint()
  const [unprinted, setUnprinted] = useState(false)
  return (
    <Screen
      turn="pemohon"
      name="panduan"
      title={t(`guide.${topic}.title`)}
      sub={t(`guide.${topic}.short`)}
      screenKey={topic}
      back={{ onPress: onBack }}
      secondary={[
        otherLanguage,
        {
          label: t('guide.print'),
          icon: <Printer aria-hidden="true" />,
          onPress: () => void print().then((result) => setUnprinted(result === 'failed')),
        },
      ]}
      primary={{ label: t('btn.Selesai'), onPress: kiosk.toStart }}
    >
      <ol className={styles.sentences}>
        {SENTENCES.map((n) => (
          <li key={n}>{t(`guide.${topic}.${n}`)}</li>
        ))}
      </ol>
      <p className={styles.source}>{t('guide.source', { source: t(`guide.${topic}.source`) })}</p>
      {unprinted ? <Notice kind="unsure">{t('print.failed')}</Notice> : null}
      <GuidancePaper topic={topic} />
    </Screen>
  )
}

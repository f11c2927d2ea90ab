import { BookOpen } from 'lucide-react'
import { useState } from 'react'
import { consentSummary, consentTexts } from '#shared/domain/services/index.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Dialog, TickBox } from '../../ui/index.ts'
import { GroupError, StepScreen, useStep } from '../step/index.ts'
import { FullConsent } from './FullConsent.tsx'
import styles from './visit.module.css'

const SUMMARY = ['data', 'for', 'to', 'kept'] as const

/** S4: two empty ticks, apart (UU 27/2022 art. 22(4)). The petugas may read aloud, never tick. */
export function ConsentScreen() {
  const { t, language } = useText()
  const { fields, snapshot, value, text, set, advance, call, busy, issues } = useStep()
  const [open, setOpen] = useState<'full' | 'refuse'>()
  const readOut = text('caraSetuju') === 'dibacakan'
  const asked = consentTexts(snapshot).filter((each) => fields.some((field) => field.id === each.field))
  const summary = consentSummary(snapshot)
  const ids = asked.map((each) => each.field)
  const mark = readOut ? 'dibacakan' : 'sendiri'

  return (
    <StepScreen
      title={t('consent.title')}
      ownIssues={ids}
      primary={{ label: t('btn.Saya setuju'), onPress: () => void advance({ caraSetuju: mark }) }}
      secondary={[{ label: t('btn.Saya tidak setuju'), onPress: () => setOpen('refuse') }]}
    >
      <div className={styles.consent}>
        <dl className={styles.summary}>
          {SUMMARY.map((item) => (
            <div key={item}>
              <dt>{t(`consent.${item}`)}</dt>
              <dd>{summary[item][language]}</dd>
            </div>
          ))}
          <div>
            <dt>{t('consent.rights')}</dt>
            <dd>{t('consent.rights.text')}</dd>
          </div>
        </dl>
        <div className={styles.aside}>
          <Button kind="secondary" icon={<BookOpen aria-hidden="true" />} onPress={() => setOpen('full')}>
            {t('btn.Baca lengkap')}
          </Button>
          <TickBox checked={readOut} onChange={(on) => set('caraSetuju', on ? 'dibacakan' : 'sendiri')}>
            {t('consent.readOut')}
          </TickBox>
        </div>
      </div>
      <GroupError ids={ids} />
      <div className={styles.consentTicks}>
        {asked.map((each) => (
          <div key={each.id} data-field={each.field}>
            <TickBox
              checked={value(each.field) === true}
              onChange={(on) => set(each.field, on)}
              invalid={issues.length > 0}
              {...(each.sample ? { hint: t('consent.sample') } : {})}
            >
              {each.tick[language]}
            </TickBox>
          </div>
        ))}
      </div>
      {open === 'full' ? <FullConsent texts={asked} onClose={() => setOpen(undefined)} /> : null}
      {open === 'refuse' ? (
        <Dialog
          title={t('consent.refuse.title')}
          onEscape={() => setOpen(undefined)}
          primary={{
            label: t('btn.Selesai'),
            onPress: () => void call('visit.end', { reason: 'refused' }),
            busy,
          }}
          secondary={{ label: t('btn.Kembali'), onPress: () => setOpen(undefined) }}
        >
          {t('consent.refused')}
        </Dialog>
      ) : null}
    </StepScreen>
  )
}

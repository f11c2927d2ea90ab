import { Send } from 'lucide-react'
import { useState } from 'react'
import type { FieldIssue } from '#shared/domain/errors.ts'
import { isRegistration } from '#shared/domain/services/index.ts'
import { useIssueText, useText } from '../../i18n/index.ts'
import { Button, Notice, TickBox } from '../../ui/index.ts'
import { GroupError, StepScreen, useStep } from '../step/index.ts'
import { type ReviewGroup, reviewGroups, stepOfIssue } from './groups.ts'
import { ReviewBlock } from './ReviewBlock.tsx'
import styles from './review.module.css'

/** The card's many lines get a column of their own; short groups and photos share the other. */
const hasPhotos = (group: ReviewGroup) => group.photos.length > 0
const isLong = (group: ReviewGroup) => group.screen === 'ktp-confirm'
const isShort = (group: ReviewGroup) => !hasPhotos(group) && !isLong(group)

const STATEMENT = 'sudahDitinjau'
const OWN_ISSUES = [STATEMENT]

/** S12: check once more, tick, send (SOP 003 steps 15–17). Offline the same press saves and sends later. */
export function ReviewScreen() {
  const { t } = useText()
  const { form, snapshot, value, set, keep, issues, showIssues, showFailure, call, online } = useStep()
  const [sending, setSending] = useState(false)
  const [missing, setMissing] = useState<readonly FieldIssue[]>([])
  const ticked = value(STATEMENT) === true
  const send = isRegistration(form, snapshot.values) ? 'btn.Kirim pendaftaran' : 'btn.Kirim permohonan'
  const groups = reviewGroups(form, snapshot.steps, snapshot.values)

  const submit = async () => {
    if (!ticked) return showIssues([{ field: STATEMENT, code: 'review.tick' }])
    setSending(true)
    setMissing([])
    const kept = await keep({ [STATEMENT]: true })
    // On success the app shows the receipt and this screen is gone.
    const answer = kept ? await call('visit.submit', {}) : undefined
    setSending(false)
    if (!answer || answer.ok) return
    if (answer.error.code === 'form') setMissing(answer.error.issues)
    else showFailure(answer.error)
  }

  return (
    <StepScreen
      title={t('review.title')}
      sub={t('review.sub')}
      scroll
      ownIssues={OWN_ISSUES}
      {...(missing.length > 0 ? { error: <Missing issues={missing} /> } : {})}
      primary={{
        label: t(online ? send : 'btn.Simpan, kirim nanti'),
        onPress: () => void submit(),
        icon: <Send aria-hidden="true" />,
        busy: sending,
      }}
    >
      <div className={styles.groups}>
        <div className={styles.column}>
          {groups.filter(isShort).map((group) => (
            <ReviewBlock key={group.step} group={group} />
          ))}
          <div className={styles.photos}>
            {groups.filter(hasPhotos).map((group) => (
              <ReviewBlock key={group.step} group={group} />
            ))}
          </div>
        </div>
        <div className={styles.column}>
          {groups.filter(isLong).map((group) => (
            <ReviewBlock key={group.step} group={group} />
          ))}
        </div>
      </div>
      {online ? null : <Notice kind="info">{t('review.offline')}</Notice>}
      <GroupError ids={OWN_ISSUES} />
      <div data-field={STATEMENT} className={styles.statement}>
        <TickBox checked={ticked} onChange={(on) => set(STATEMENT, on)} invalid={issues.length > 0}>
          {t('review.statement')}
        </TickBox>
      </div>
    </StepScreen>
  )
}

/** What the final check found, each with the way to where it is put right. */
function Missing({ issues }: { readonly issues: readonly FieldIssue[] }) {
  const { t } = useText()
  const sentence = useIssueText()
  const { form, correct } = useStep()
  return (
    <>
      {t('review.incomplete')}
      <ul className={styles.missing}>
        {issues.map((issue) => {
          const step = stepOfIssue(form, issue.field)
          return (
            <li key={`${issue.field}:${issue.code}`}>
              <span>{sentence(issue)}</span>
              {step ? <Button onPress={() => void correct(step.id)}>{t('btn.Ubah')}</Button> : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}

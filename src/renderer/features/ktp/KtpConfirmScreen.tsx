import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { KTP_FIELDS } from '#shared/domain/ktp/fields.ts'
import { useText } from '../../i18n/index.ts'
import { StepScreen, usePhoto, useStep } from '../step/index.ts'
import { CardPicture } from './CardPicture.tsx'
import { ConfirmRow } from './ConfirmRow.tsx'
import { groupFields } from './field-groups.ts'
import styles from './ktp.module.css'
import { OtherFields } from './OtherFields.tsx'

/** S6: the petugas types, the registrant checks against the card (SOP 003 steps 1, 14, 15). */
export function KtpConfirmScreen() {
  const { t } = useText()
  const { snapshot, form, fields, advance, goTo, issues } = useStep()
  const card = usePhoto('ktp')
  const frame = usePhoto('ktp-frame', snapshot.photos.ktp === undefined)
  // Rows keep their places while they are being confirmed: nothing jumps under a finger.
  const [groups] = useState(() => groupFields(fields, snapshot.unsure))
  const [focused, setFocused] = useState(groups.unsure[0])
  const reading = snapshot.reading.kind === 'read' ? snapshot.reading.fields : undefined
  const picture = card ?? frame
  const photoStep = form.steps.find((step) => step.screen === 'ktp-photo')
  const left = snapshot.unsure.length

  const sub = !reading ? t('confirm.typed') : left > 0 ? t('confirm.unsure', { n: left }) : t('confirm.sure')
  const row = (id: string) => {
    const field = fields.find((each) => each.id === id)
    if (!field) return null
    return (
      <ConfirmRow key={id} field={field} reading={reading?.[id]} card={card} onFocus={() => setFocused(id)} />
    )
  }
  return (
    <StepScreen
      title={t('confirm.title')}
      sub={sub}
      scroll
      groupIssues={issues.some((issue) => issue.code === 'ocr.unsureLeft') ? KTP_FIELDS : []}
      primary={{ label: t('btn.Data sudah benar'), onPress: () => void advance() }}
      secondary={
        photoStep
          ? [
              {
                label: t('btn.Foto ulang'),
                onPress: () => void goTo(photoStep.id),
                icon: <RefreshCw aria-hidden="true" />,
              },
            ]
          : []
      }
    >
      <div className={styles.confirm}>
        <div className={styles.sticky}>
          {picture ? (
            <CardPicture card={picture} marked={card && focused ? (reading?.[focused]?.box ?? null) : null} />
          ) : (
            <p className={styles.noCard}>{t('confirm.noCard')}</p>
          )}
        </div>
        <div className={styles.rows}>
          {groups.unsure.map(row)}
          {groups.main.map(row)}
          <OtherFields ids={groups.others} reading={reading} onFocus={setFocused} />
        </div>
      </div>
    </StepScreen>
  )
}

import { Camera } from 'lucide-react'
import { useText } from '../../i18n/index.ts'
import { TickBox } from '../../ui/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import { ARMING_FIELD } from './arming.ts'
import styles from './face.module.css'

/** Before the camera: the petugas makes sure and ticks (SOP 003 step 11, guide 004). */
export function ArmFace({ onStart }: { readonly onStart: () => void }) {
  const { t } = useText()
  const { value, set, keep, issues, showIssues } = useStep()
  const armed = value(ARMING_FIELD) === true

  const start = () => {
    if (!armed) return showIssues([{ field: ARMING_FIELD, code: 'face.arm.first' }])
    void keep()
    onStart()
  }

  return (
    <StepScreen
      title={t('face.title')}
      sub={t('face.arm.sub')}
      view="arm"
      centred
      groupIssues={[ARMING_FIELD]}
      primary={{ label: t('btn.Mulai'), onPress: start, icon: <Camera aria-hidden="true" /> }}
    >
      <div data-field={ARMING_FIELD} className={styles.arm}>
        <TickBox
          checked={armed}
          onChange={(on) => set(ARMING_FIELD, on)}
          hint={t('face.arm.hint')}
          invalid={issues.length > 0}
        >
          {t('face.arm')}
        </TickBox>
      </div>
    </StepScreen>
  )
}

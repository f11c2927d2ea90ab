import { IdCard, ScanFace } from 'lucide-react'
import { useState } from 'react'
import { useKiosk, useView } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Notice, Screen } from '../../ui/index.ts'
import { type CameraPurpose, CameraView, useCamera, useCameraChoice } from '../capture/index.ts'
import { CaptureSettingsForm } from './CaptureSettingsForm.tsx'
import styles from './camera-test.module.css'
import { adviceFor } from './measures.ts'
import { useMeasures } from './use-measures.ts'

const PURPOSES = ['ktp', 'swafoto'] as const satisfies readonly CameraPurpose[]

/** "Uji kamera": the petugas sees what each camera of the desk gives, chooses one, and reads what to change. */
export default function CameraTest() {
  const [purpose, setPurpose] = useState<CameraPurpose>('ktp')
  // A camera is let go before the next one is opened: some desks have one for both.
  return <CameraOf key={purpose} purpose={purpose} onPurpose={setPurpose} />
}

type CameraOfProps = {
  readonly purpose: CameraPurpose
  readonly onPurpose: (purpose: CameraPurpose) => void
}

function CameraOf({ purpose, onPurpose }: CameraOfProps) {
  const { t } = useText()
  const kiosk = useKiosk()
  // Where each of them found the camera test.
  const isAdmin = useView((state) => state.status?.staff?.role === 'admin')
  const camera = useCamera(purpose)
  const { choosing, action, dialog } = useCameraChoice(camera)
  const measures = useMeasures(camera.video, camera.condition === 'live' && !choosing)
  const advice = measures && adviceFor(purpose, measures)
  return (
    <Screen
      turn="petugas"
      title={t('camTest.title')}
      sub={t('camTest.sub')}
      scroll
      back={{ onPress: () => kiosk.goTo(isAdmin ? 'office' : 'console') }}
      primary={action}
    >
      <div className={styles.test}>
        <div className={styles.stage}>
          <CameraView
            camera={camera}
            guide={purpose === 'ktp' ? 'card' : 'face'}
            mirrored={purpose === 'swafoto'}
            good={advice === 'fine'}
          />
        </div>
        <div className={styles.words}>
          <div className={styles.purposes}>
            {PURPOSES.map((each) => (
              <Button
                key={each}
                pressed={each === purpose}
                icon={each === 'ktp' ? <IdCard aria-hidden="true" /> : <ScanFace aria-hidden="true" />}
                onPress={() => onPurpose(each)}
              >
                {t(`camTest.${each}`)}
              </Button>
            ))}
          </div>
          {measures && advice ? (
            <>
              <dl className={styles.figures}>
                <dt>{t('camTest.size')}</dt>
                <dd>{`${measures.width} × ${measures.height}`}</dd>
                <dt>{t('camTest.frames')}</dt>
                <dd>{measures.framesPerSecond}</dd>
                <dt>{t('camTest.light')}</dt>
                <dd>{`${Math.round((measures.light * 100) / 255)} %`}</dd>
                <dt>{t('camTest.sharpness')}</dt>
                <dd>{`${Math.round(measures.sharpness * 100)} %`}</dd>
              </dl>
              <Notice kind={advice === 'fine' ? 'ok' : 'unsure'}>{t(`camTest.advice.${advice}`)}</Notice>
            </>
          ) : null}
          <CaptureSettingsForm />
        </div>
      </div>
      {dialog}
    </Screen>
  )
}

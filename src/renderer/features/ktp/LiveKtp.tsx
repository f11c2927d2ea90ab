import { Camera as CameraIcon, Keyboard } from 'lucide-react'
import { type MessageKey, useText } from '../../i18n/index.ts'
import { Notice } from '../../ui/index.ts'
import {
  CARD_LIMITS,
  CameraView,
  type CardVerdict,
  type FreshPhoto,
  Hint,
  useCamera,
  useCameraChoice,
  useCardLooks,
  useStillCameras,
  useWaited,
} from '../capture/index.ts'
import { StepScreen } from '../step/index.ts'
import styles from './ktp.module.css'

const HINTS = {
  none: 'hint.ktp.none',
  finger: 'hint.ktp.finger',
  cut: 'hint.ktp.cut',
  small: 'hint.ktp.small',
  tilt: 'hint.ktp.tilt',
  glare: 'hint.ktp.glare',
  blur: 'hint.ktp.blur',
  dark: 'hint.dark',
  bright: 'hint.bright',
  good: 'hint.good',
} as const satisfies Record<CardVerdict, MessageKey>

/** What to do, where the hint itself only says what is wrong. */
const DEEDS: Readonly<Partial<Record<CardVerdict, MessageKey>>> = {
  cut: 'hint.more.cut',
  tilt: 'hint.more.tilt',
  dark: 'hint.more.dark',
  bright: 'hint.more.bright',
}

/** After "Foto ulang" the card must be moved first: the same photo at once would help nobody. */
const PAUSE_AFTER_RETAKE_MS = 2_500

export type LiveKtpProps = {
  /** @param further what the camera showed just after the photo, soon */
  readonly onTaken: (photo: FreshPhoto, further?: Promise<readonly Blob[]>) => void
  readonly onType: () => void
  /** The photo before did not serve. */
  readonly again: boolean
}

/** S5 with the camera running: one hint at a time, automatic and manual shutter. */
export function LiveKtp({ onTaken, onType, again }: LiveKtpProps) {
  const { t } = useText()
  const camera = useCamera('ktp')
  const { choosing, action, dialog } = useCameraChoice(camera, useStillCameras(onTaken))
  const waited = useWaited(true, again ? PAUSE_AFTER_RETAKE_MS : 0)
  const looks = useCardLooks(camera.video, camera.condition === 'live' && !choosing && waited, async () => {
    const further = looks.further()
    const taken = await looks.take()
    // Pulled away in the very last moment: the next good look comes.
    if (!taken || (taken.verdict !== 'good' && taken.verdict !== 'unchecked')) return false
    onTaken(taken.photo, further)
    return true
  })
  /** By hand, whatever the checks say: the reader may find more than they do. Without a picture the camera is tried again. */
  const take = async () => {
    if (camera.condition !== 'live') return camera.retry()
    const further = looks.further()
    const taken = await looks.take()
    if (taken) onTaken(taken.photo, further)
  }

  const hint = looks.missing ? 'ktp.notFound' : looks.hint && HINTS[looks.hint]
  const longSide = looks.found?.longSide ?? null
  const small = looks.hint === 'good' && longSide !== null && longSide < CARD_LIMITS.wantedLongSidePx
  const deed = looks.hint && DEEDS[looks.hint]
  return (
    <StepScreen
      title={t('ktp.title')}
      sub={t('ktp.sub')}
      view="live"
      live
      groupIssues={['ktp-frame']}
      primary={{
        label: t('btn.Ambil foto'),
        onPress: () => void take(),
        icon: <CameraIcon aria-hidden="true" />,
      }}
      secondary={[
        action,
        { label: t('btn.Ketik sendiri'), onPress: onType, icon: <Keyboard aria-hidden="true" /> },
      ]}
    >
      <div className={styles.capture}>
        <div className={styles.stage}>
          <CameraView camera={camera} guide="card" good={looks.hint === 'good'} />
        </div>
        {camera.condition === 'live' && looks.state === 'broken' ? (
          <Notice kind="unsure">{t('capture.card.broken')}</Notice>
        ) : camera.condition === 'live' && looks.hint && hint ? (
          <Hint
            subject={`card.${looks.hint}`}
            text={t(hint)}
            more={small ? t('capture.card.small', { n: longSide }) : deed ? t(deed) : undefined}
            good={looks.hint === 'good'}
          />
        ) : null}
      </div>
      {dialog}
    </StepScreen>
  )
}

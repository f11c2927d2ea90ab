import { Camera as CameraIcon, ShieldAlert } from 'lucide-react'
import { useText } from '../../i18n/index.ts'
import { Notice } from '../../ui/index.ts'
import {
  CAPTURE_TIMES,
  CameraView,
  type FaceChecks,
  type FaceVerdict,
  Hint,
  type JudgedPhoto,
  PASSABLE,
  useCamera,
  useCameraChoice,
  useFaceLooks,
  useWaited,
} from '../capture/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import styles from './face.module.css'
import { FACE_DEEDS, FACE_HINTS, type Refusal, refusalKey } from './face-words.ts'
import { useHeadTurn } from './use-head-turn.ts'

export type LiveFaceProps = {
  readonly checks: FaceChecks
  /** A photo that was taken, by itself or by hand; answers whether it may be kept. */
  readonly onTaken: (photo: JudgedPhoto<FaceVerdict>, byHand: boolean) => boolean
  readonly onBack: () => void
  /** Why the last photo by hand was not taken. */
  readonly refusal: Refusal | undefined
  /** Set when the petugas may keep the last photo all the same. */
  readonly onOverride: (() => void) | undefined
}

/**
 * S11 with the camera running, mirrored: one hint at a time, and the photo takes itself. After ten seconds the registrant
 * or the petugas may take it by hand.
 */
export function LiveFace({ checks, onTaken, onBack, refusal, onOverride }: LiveFaceProps) {
  const { t } = useText()
  const { status } = useStep()
  const camera = useCamera('swafoto')
  const { choosing, action, dialog } = useCameraChoice(camera)
  const live = camera.condition === 'live'
  const looks = useFaceLooks(checks, camera.video, live && !choosing, async () => {
    if (headTurn.ask()) return false
    const taken = await looks.take()
    if (!taken || taken.verdict === 'unchecked' || !PASSABLE.includes(taken.verdict)) return false
    return onTaken(taken, false)
  })
  const headTurn = useHeadTurn(status?.capture.headTurn ?? false, looks.found?.face?.yaw ?? null)
  const waited = useWaited(live, CAPTURE_TIMES.manualAfter)
  const byHand = waited || looks.state === 'broken' || refusal !== undefined

  const take = async () => {
    if (!live) return camera.retry()
    const taken = await looks.take()
    if (taken) onTaken(taken, true)
  }
  const asked = headTurn.turn === 'left' || headTurn.turn === 'right' ? headTurn.turn : undefined
  const good = looks.hint === 'good' && !asked
  const deed = looks.hint && FACE_DEEDS[looks.hint]

  return (
    <StepScreen
      title={t('face.title')}
      sub={t('face.live.sub')}
      view="live"
      live
      back={onBack}
      groupIssues={['swafoto']}
      {...(byHand || (!live && camera.condition !== 'starting')
        ? {
            primary: {
              label: t(live ? 'btn.Ambil foto' : 'btn.Coba lagi'),
              onPress: () => void take(),
              icon: <CameraIcon aria-hidden="true" />,
            },
          }
        : {})}
      secondary={[
        action,
        ...(onOverride
          ? [
              {
                label: t('face.override.button'),
                onPress: onOverride,
                icon: <ShieldAlert aria-hidden="true" />,
              },
            ]
          : []),
      ]}
    >
      <div className={styles.capture}>
        <div className={styles.stage}>
          <CameraView camera={camera} guide="face" mirrored good={good} />
        </div>
        <div className={styles.notes}>
          {live && looks.state === 'loading' ? (
            <Notice kind="info">{t('capture.loading')}</Notice>
          ) : live && looks.state === 'broken' ? (
            <Notice kind="unsure">{t('capture.broken')}</Notice>
          ) : live && asked ? (
            <Hint
              subject={`face.turn-${asked}`}
              text={t(asked === 'left' ? 'face.headTurn.left' : 'face.headTurn.right')}
              more={t('face.headTurn.why')}
              good={false}
            />
          ) : live && looks.hint ? (
            <Hint
              subject={`face.${looks.hint}`}
              text={t(FACE_HINTS[looks.hint])}
              more={deed ? t(deed) : undefined}
              good={good}
            />
          ) : null}
          {live && refusal ? (
            <Notice kind="unsure">{t('face.refused', { reason: t(refusalKey(refusal)) })}</Notice>
          ) : live && byHand && looks.state === 'looking' ? (
            <Notice kind="info">{t('face.byHand')}</Notice>
          ) : null}
        </div>
      </div>
      {dialog}
    </StepScreen>
  )
}

import { useState } from 'react'
import { useErrorText } from '../../i18n/index.ts'
import { type FaceVerdict, type JudgedPhoto, useFaceChecks } from '../capture/index.ts'
import { useFileUrl, usePhoto, useStep } from '../step/index.ts'
import { ArmFace } from './ArmFace.tsx'
import { ARMING_FIELD } from './arming.ts'
import { CheckFace } from './CheckFace.tsx'
import { refusalOf } from './face-words.ts'
import { LiveFace } from './LiveFace.tsx'
import { OverrideFace } from './OverrideFace.tsx'

/** Refused photos after which the petugas may keep one all the same (interface.md §6.8). */
const REFUSALS_TO_OVERRIDE = 3

/** S11: arm, look, take, check (SOP 003 step 11). Going back to it shows the photo that is there. */
export function FaceScreen() {
  const { snapshot, value, call, showFailure, showIssues, advance } = useStep()
  const errorText = useErrorText()
  const kept = snapshot.photos.swafoto !== undefined
  const [view, setView] = useState<'arm' | 'live' | 'check'>(kept ? 'check' : 'arm')
  const [taken, setTaken] = useState<JudgedPhoto<FaceVerdict>>()
  const [refused, setRefused] = useState<JudgedPhoto<FaceVerdict>>()
  const [refusals, setRefusals] = useState(0)
  const [overriding, setOverriding] = useState(false)
  const [saving, setSaving] = useState(false)
  const stored = usePhoto('swafoto', !taken)
  const takenUrl = useFileUrl(taken?.photo.file)
  // Loaded while the petugas still ticks: the camera's first picture is judged at once.
  const checks = useFaceChecks()

  const use = async () => {
    if (!taken) return void advance()
    setSaving(true)
    const answer = await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: taken.photo.jpeg })
    setSaving(false)
    if (answer.ok) return void advance()
    if (answer.error.code === 'form') showIssues(answer.error.issues)
    else showFailure(answer.error)
  }

  const judge = (photo: JudgedPhoto<FaceVerdict>, byHand: boolean): boolean => {
    if (refusalOf(photo)) {
      setRefused(photo)
      // A camera whose photos are too small goes on taking them by itself: only what somebody wanted counts.
      if (byHand) setRefusals((count) => count + 1)
      return false
    }
    setTaken(photo)
    setRefused(undefined)
    setRefusals(0)
    setView('check')
    return true
  }

  const keepAllTheSame = async (finding: string, reason: string, pin: string) => {
    if (!refused) return undefined
    const answer = await call('visit.keepPhoto', {
      purpose: 'swafoto',
      jpeg: refused.photo.jpeg,
      override: { finding, reason, pin },
    })
    if (!answer.ok) return errorText(answer.error)
    setOverriding(false)
    await advance()
    return undefined
  }

  if (view === 'arm') return <ArmFace onStart={() => setView('live')} />
  const refusal = refused && refusalOf(refused)
  if (view === 'live') {
    return (
      <>
        <LiveFace
          checks={checks}
          onBack={() => setView('arm')}
          onTaken={judge}
          refusal={refusal}
          onOverride={refusals >= REFUSALS_TO_OVERRIDE ? () => setOverriding(true) : undefined}
        />
        {overriding && refused && refusal ? (
          <OverrideFace
            photo={refused.photo.file}
            refusal={refusal}
            onCancel={() => setOverriding(false)}
            onKeep={(reason, pin) => keepAllTheSame(refusal, reason, pin)}
          />
        ) : null}
      </>
    )
  }
  const picture = takenUrl ?? stored?.url
  const size = taken?.photo ?? snapshot.photos.swafoto
  return (
    <CheckFace
      {...(picture ? { picture } : {})}
      {...(size ? { size } : {})}
      unchecked={taken?.verdict === 'unchecked'}
      busyWall={taken?.verdict === 'busy'}
      saving={saving}
      onUse={() => void use()}
      onRetake={() => {
        setTaken(undefined)
        setView(value(ARMING_FIELD) === true ? 'live' : 'arm')
      }}
    />
  )
}

import { useState } from 'react'
import { jpegUrl } from '../capture/index.ts'
import { usePhoto, useStep } from '../step/index.ts'
import { ArmFace } from './ArmFace.tsx'
import { ARMING_FIELD } from './arming.ts'
import { CheckFace } from './CheckFace.tsx'
import { LiveFace } from './LiveFace.tsx'

/** S11: arm, look, take, check (SOP 003 step 11). Going back to it shows the photo that is there. */
export function FaceScreen() {
  const { snapshot, value, call, showFailure, showIssues, advance } = useStep()
  const kept = snapshot.photos.swafoto !== undefined
  const [view, setView] = useState<'arm' | 'live' | 'check'>(kept ? 'check' : 'arm')
  const [taken, setTaken] = useState<string>()
  const [saving, setSaving] = useState(false)
  const stored = usePhoto('swafoto')

  const use = async () => {
    if (taken === undefined) return void advance()
    setSaving(true)
    const answer = await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: taken })
    setSaving(false)
    if (answer.ok) return void advance()
    if (answer.error.code === 'form') showIssues(answer.error.issues)
    else showFailure(answer.error)
  }

  if (view === 'arm') return <ArmFace onStart={() => setView('live')} />
  if (view === 'live') {
    return (
      <LiveFace
        onBack={() => setView('arm')}
        onTaken={(frame) => {
          setTaken(frame.jpeg)
          setView('check')
        }}
      />
    )
  }
  const picture = taken ?? stored?.jpeg
  return (
    <CheckFace
      {...(picture ? { picture: jpegUrl(picture) } : {})}
      saving={saving}
      onUse={() => void use()}
      onRetake={() => {
        setTaken(undefined)
        setView(value(ARMING_FIELD) === true ? 'live' : 'arm')
      }}
    />
  )
}

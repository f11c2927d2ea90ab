import { useState } from 'react'
import type { VisitSnapshot } from '#shared/contract/views.ts'
import { formOfVisit } from '#shared/domain/services/index.ts'
import { useCall, useVisit } from '../../app/state/index.ts'
import { StepProvider, useStepApi } from '../step/index.ts'
import { StepScreenOf } from './StepScreenOf.tsx'
import { StopDialog } from './StopDialog.tsx'
import { VisitIdleGuard } from './VisitIdleGuard.tsx'

/** The open visit. Shows nothing when none is open: the app then shows another page. */
export function Visit() {
  const snapshot = useVisit()
  const call = useCall()
  const [stopping, setStopping] = useState(false)
  const [correcting, setCorrecting] = useState(false)
  if (!snapshot) return null
  return (
    <>
      {/* A new step starts with nothing typed: the key mounts it anew. */}
      <Step
        key={`${snapshot.id}:${snapshot.step}`}
        snapshot={snapshot}
        askStop={() => setStopping(true)}
        correcting={correcting}
        setCorrecting={setCorrecting}
      />
      {stopping ? (
        <StopDialog
          onStay={() => setStopping(false)}
          onErase={() => void call('visit.end', { reason: 'withdrawn' }).finally(() => setStopping(false))}
        />
      ) : null}
    </>
  )
}

type StepProps = {
  readonly snapshot: VisitSnapshot
  readonly askStop: () => void
  readonly correcting: boolean
  readonly setCorrecting: (correcting: boolean) => void
}

function Step(props: StepProps) {
  // The core started the visit from the same catalogue: a missing form is a bug for the error page.
  const api = useStepApi({ ...props, form: formOfVisit(props.snapshot) })
  return (
    <StepProvider value={api}>
      <StepScreenOf kind={api.step.screen} />
      <VisitIdleGuard seconds={api.step.idleSeconds} />
    </StepProvider>
  )
}

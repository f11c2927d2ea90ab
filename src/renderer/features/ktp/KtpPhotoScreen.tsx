import { useState } from 'react'
import type { FreshPhoto } from '../capture/index.ts'
import { useFileUrl, usePhoto, useStep } from '../step/index.ts'
import { LiveKtp } from './LiveKtp.tsx'
import { TakenKtp } from './TakenKtp.tsx'

/** The photo is shown before it is sent: both at once would make the person wait. */
const SHOWN_FIRST_MS = 50

/** S5: photograph the KTP, let it be read, go on (SOP 003 step 13). Typing by hand is always possible. */
export function KtpPhotoScreen() {
  const { snapshot, call, advance, showIssues, showFailure } = useStep()
  const kept = snapshot.photos['ktp-frame'] !== undefined
  const [view, setView] = useState<'live' | 'taken'>(kept ? 'taken' : 'live')
  const [fresh, setFresh] = useState<FreshPhoto>()
  const [reading, setReading] = useState(false)
  const [retaken, setRetaken] = useState(false)
  const stored = usePhoto('ktp-frame', !fresh)
  const freshUrl = useFileUrl(fresh?.file)

  const read = async (further: readonly Blob[] = []) => {
    setReading(true)
    const answer = await call('visit.readKtp', { further: [...further] })
    setReading(false)
    if (!answer.ok) return showFailure(answer.error)
    if (answer.value.reading.kind === 'read') await advance({ ketikSendiri: false })
  }

  const take = async (photo: FreshPhoto, further?: Promise<readonly Blob[]>) => {
    setFresh(photo)
    setView('taken')
    setReading(true)
    showFailure(undefined)
    await new Promise((resolve) => setTimeout(resolve, SHOWN_FIRST_MS))
    const answer = await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: photo.jpeg })
    if (answer.ok) return read(await further)
    setReading(false)
    setView('live')
    if (answer.error.code === 'form') showIssues(answer.error.issues)
    else showFailure(answer.error)
  }

  const typeByHand = () => void advance({ ketikSendiri: true })

  if (view === 'live')
    return (
      <LiveKtp onTaken={(photo, further) => void take(photo, further)} onType={typeByHand} again={retaken} />
    )
  const picture = freshUrl ?? stored?.url
  return (
    <TakenKtp
      {...(picture ? { picture } : {})}
      reading={reading}
      onUse={() => (snapshot.reading.kind === 'none' ? void read() : void advance({ ketikSendiri: false }))}
      onType={typeByHand}
      onRetake={() => {
        setRetaken(true)
        setFresh(undefined)
        setView('live')
      }}
    />
  )
}

import { useEffect, useState } from 'react'
import { findForm } from '#shared/domain/services/index.ts'
import { DRAFT_LIFE } from '#shared/domain/visit/life.ts'
import { useText } from '../i18n/index.ts'
import { Dialog } from '../ui/index.ts'
import { useCall, useKiosk, useView, useVisit } from './state/index.ts'
import { useIdle } from './use-idle.ts'

/** A shift without a visit closes after this (interface specification, PIN overlay). */
const SHIFT_IDLE_SECONDS = 15 * 60
/** A page with somebody's status on it goes back to the start after this. */
const PAGE_IDLE_SECONDS = 120

/** "Masih di sini?", then the lock; and the shift's own end when nobody comes. */
export function IdleGuard() {
  const kiosk = useKiosk()
  const call = useCall()
  const visit = useVisit()
  const [asking, setAsking] = useState(false)
  const inShift = useView((state) => state.status?.staff != null)
  const locked = useView((state) => state.status?.visit === 'locked')
  const onPublicPage = useView((state) => state.page === 'status-check')

  const step = visit
    ? findForm(visit.service, visit.formVersion)?.steps.find((each) => each.id === visit.step)
    : undefined
  const visitSeconds = visit && !asking ? (step?.idleSeconds ?? PAGE_IDLE_SECONDS) : null
  useIdle(visitSeconds, () => setAsking(true))
  useIdle(!visit && inShift && !locked ? SHIFT_IDLE_SECONDS : null, () => {
    kiosk.toStart()
    void call('staff.signOut', {})
  })
  useIdle(!visit && onPublicPage ? PAGE_IDLE_SECONDS : null, kiosk.toStart)

  useEffect(() => {
    if (!visit) setAsking(false)
  }, [visit])

  if (!visit || !asking) return null
  return <StillHere onStay={() => setAsking(false)} />
}

function StillHere({ onStay }: { readonly onStay: () => void }) {
  const { t } = useText()
  const call = useCall()
  const [left, setLeft] = useState<number>(DRAFT_LIFE.lockCountdownSeconds)
  const [stopping, setStopping] = useState(false)

  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [])

  useEffect(() => {
    if (left === 0) void call('visit.lock', {})
  }, [left, call])

  if (stopping) {
    return (
      <Dialog
        role="alertdialog"
        title={t('stop.title')}
        primary={{ label: t('btn.Tetap lanjut'), onPress: onStay }}
        secondary={{
          label: t('btn.Hapus'),
          danger: true,
          onPress: () => void call('visit.end', { reason: 'abandoned' }),
        }}
      >
        <p>{t('stop.sub')}</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      role="alertdialog"
      title={t('idle.title')}
      primary={{ label: t('btn.Ya, lanjutkan'), onPress: onStay }}
      secondary={{ label: t('btn.Selesai dan hapus'), onPress: () => setStopping(true) }}
    >
      {/* Read out once, not every second. */}
      <p aria-live="off">{t('idle.sub', { n: left })}</p>
    </Dialog>
  )
}

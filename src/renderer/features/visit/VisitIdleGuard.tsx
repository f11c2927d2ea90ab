import { useEffect, useState } from 'react'
import { DRAFT_LIFE } from '#shared/domain/visit/life.ts'
import { useCall } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog, useIdle } from '../../ui/index.ts'

/** "Masih di sini?" after a step's own time without a touch, then the lock (interface specification, Overlays). */
export function VisitIdleGuard({ seconds }: { readonly seconds: number }) {
  const [asking, setAsking] = useState(false)
  useIdle(asking ? null : seconds, () => setAsking(true))
  return asking ? <StillHere onStay={() => setAsking(false)} /> : null
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

import { Minus, Plus, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { shownSize } from '../../app/scale.ts'
import { useCall, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Button, Notice, Screen } from '../../ui/index.ts'
import type { FormProps } from './form-props.ts'
import styles from './ScreenSizeForm.module.css'

/** A KTP is a card of the ID-1 format (ISO/IEC 7810), millimetres. */
const CARD_MM = { width: 85.6, height: 53.98 } as const
/** Frame widths that stand for a screen somebody may have, CSS pixels: 44 to 220 pixels an inch. */
const LEAST_PX = 150
const MOST_PX = 740
/** The specification's screen: where an unmeasured desk begins. */
const USUAL_PX = 345
/** Below this share of the meant size the admin is told that the screen is too small. */
const TOO_SMALL = 0.9

const within = (px: number): number => Math.min(MOST_PX, Math.max(LEAST_PX, px))

/** Fits a frame on the screen to a KTP held at it, so that sizes are millimetres (interface specification §3). */
export function ScreenSizeForm({ onBack, onDone }: FormProps) {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const before = useView((state) => state.status?.screen.pxPerMm ?? null)
  const [width, setWidth] = useState(before === null ? USUAL_PX : Math.round(before * CARD_MM.width))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const pxPerMm = width / CARD_MM.width
  const size = shownSize(window.innerWidth, window.innerHeight, pxPerMm)
  const save = async (measured: number | null) => {
    if (busy) return
    setBusy(true)
    const answer = await call('app.setScreen', { pxPerMm: measured })
    setBusy(false)
    if (answer.ok) onDone(t('office.screen.saved'))
    else setError(errorText(answer.error))
  }
  const step = (by: number, label: string) => (
    <Button
      icon={by < 0 ? <Minus aria-hidden="true" /> : <Plus aria-hidden="true" />}
      onPress={() => setWidth(within(width + by))}
    >
      {label}
    </Button>
  )
  return (
    <Screen
      turn="petugas"
      title={t('office.screen.title')}
      sub={t('office.screen.sub')}
      {...(error ? { error } : {})}
      back={{ onPress: onBack }}
      secondary={
        before === null
          ? []
          : [
              {
                label: t('office.screen.reset'),
                icon: <RotateCcw aria-hidden="true" />,
                onPress: () => void save(null),
              },
            ]
      }
      primary={{ label: t('office.screen.save'), onPress: () => void save(pxPerMm), busy }}
    >
      <div className={styles.screen}>
        <div
          className={styles.card}
          style={{ width, height: (width * CARD_MM.height) / CARD_MM.width }}
          role="img"
          aria-label={t('office.screen.frame', { n: width })}
        >
          KTP
        </div>
        <div className={styles.steps}>
          {step(-20, t('office.screen.muchSmaller'))}
          {step(-1, t('office.screen.littleSmaller'))}
          {step(1, t('office.screen.littleLarger'))}
          {step(20, t('office.screen.muchLarger'))}
        </div>
        {size < TOO_SMALL ? (
          <Notice kind="unsure">{t('office.screen.small', { percent: Math.round(size * 100) })}</Notice>
        ) : null}
      </div>
    </Screen>
  )
}

import { AArrowUp, Contrast, EyeOff, LifeBuoy, Volume2, VolumeX } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useText } from '../i18n/index.ts'
import { type Frame, FrameProvider, playTurnTone } from '../ui/index.ts'
import { NetworkBanner } from './NetworkBanner.tsx'
import { useKiosk, useView } from './state/index.ts'

/** Fills the frame of every screen: the tools, the network line, the demo's ribbon. */
export function FrameHost({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const kiosk = useKiosk()
  const demo = useView((state) => state.status?.demo ?? null)
  const office = useView((state) => state.status?.office?.name ?? null)
  const textSize = useView((state) => state.textSize)
  const highContrast = useView((state) => state.highContrast)
  const sound = useView((state) => state.sound)

  const frame = useMemo<Frame>(
    () => ({
      demo,
      office,
      banner: <NetworkBanner />,
      onTurnChange: () => {
        if (sound) playTurnTone()
      },
      tools: [
        {
          id: 'help',
          label: t('btn.Bantuan'),
          icon: <LifeBuoy aria-hidden="true" />,
          onPress: () => kiosk.set({ helpOpen: true }),
        },
        {
          id: 'text-size',
          label: textSize === 100 ? t('tool.textSize') : `${textSize}%`,
          description: t('tool.textSize.description', { percent: textSize }),
          icon: <AArrowUp aria-hidden="true" />,
          onPress: kiosk.nextTextSize,
        },
        {
          id: 'contrast',
          label: t('btn.Kontras'),
          icon: <Contrast aria-hidden="true" />,
          onPress: () => kiosk.set({ highContrast: !highContrast }),
          pressed: highContrast,
        },
        {
          id: 'sound',
          label: t('btn.Suara'),
          icon: sound ? <Volume2 aria-hidden="true" /> : <VolumeX aria-hidden="true" />,
          onPress: () => kiosk.set({ sound: !sound }),
          pressed: sound,
        },
        {
          id: 'hide',
          label: t('btn.Sembunyikan layar'),
          icon: <EyeOff aria-hidden="true" />,
          onPress: () => kiosk.set({ hidden: true }),
        },
      ],
    }),
    [t, kiosk, demo, office, textSize, highContrast, sound],
  )

  return <FrameProvider value={frame}>{children}</FrameProvider>
}

import { AArrowUp, Contrast, EyeOff, LifeBuoy, Volume2, VolumeX } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useText } from '../i18n/index.ts'
import { type Frame, FrameProvider } from '../ui/index.ts'
import { useKiosk, useView } from './state/index.ts'
import { useNetworkBanner } from './use-network-banner.tsx'

/** Fills the frame of every screen: the tools, the network line, the demo's ribbon. */
export function FrameHost({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const kiosk = useKiosk()
  const demo = useView((state) => state.status?.demo ?? null)
  const office = useView((state) => state.status?.office?.name ?? null)
  const textSize = useView((state) => state.textSize)
  const highContrast = useView((state) => state.highContrast)
  const paper = useView((state) => state.status?.printer.paper ?? 'a4')
  const banner = useNetworkBanner()
  const sound = useView((state) => state.sound)

  const frame = useMemo<Frame>(
    () => ({
      demo,
      office,
      banner,
      paper,
      sound,
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
          description: t(sound ? 'tool.sound.on' : 'tool.sound.off'),
          icon: sound ? <Volume2 aria-hidden="true" /> : <VolumeX aria-hidden="true" />,
          onPress: () => kiosk.set({ sound: !sound }),
        },
        {
          id: 'hide',
          label: t('btn.Sembunyikan layar'),
          icon: <EyeOff aria-hidden="true" />,
          onPress: () => kiosk.set({ hidden: true }),
        },
      ],
    }),
    [t, kiosk, demo, office, banner, paper, textSize, highContrast, sound],
  )

  return <FrameProvider value={frame}>{children}</FrameProvider>
}

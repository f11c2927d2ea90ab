import { type ReactNode, Suspense, useEffect } from 'react'
import { LanguageProvider } from '../i18n/index.ts'
import { KeyboardHost } from '../ui/index.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FrameHost } from './FrameHost.tsx'
import { HelpPanel } from './HelpPanel.tsx'
import { HideScreen } from './HideScreen.tsx'
import { IdleGuard } from './IdleGuard.tsx'
import { LostConnection } from './LostConnection.tsx'
import { LoadingScreen, Route } from './Route.tsx'
import { type Kiosk, KioskProvider, useView } from './state/index.ts'
import { useDesk } from './use-desk.ts'

function Preferences({ children }: { readonly children: ReactNode }) {
  const language = useView((state) => state.visit?.language ?? state.language)
  const textSize = useView((state) => state.textSize)
  const highContrast = useView((state) => state.highContrast)

  useEffect(() => {
    const root = document.documentElement
    root.lang = language
    root.style.setProperty('--t', String(textSize / 100))
    root.dataset.size = textSize > 125 ? 'large' : 'normal'
    root.dataset.contrast = highContrast ? 'high' : 'normal'
  }, [language, textSize, highContrast])

  return <LanguageProvider language={language}>{children}</LanguageProvider>
}

function Desk() {
  useDesk()
  return (
    <FrameHost>
      <Suspense fallback={<LoadingScreen />}>
        <Route />
      </Suspense>
      <HelpPanel />
      <IdleGuard />
      <HideScreen />
      <LostConnection />
      <KeyboardHost />
    </FrameHost>
  )
}

/** The whole renderer for one kiosk. */
export function App({ kiosk }: { readonly kiosk: Kiosk }) {
  return (
    <KioskProvider kiosk={kiosk}>
      <Preferences>
        <ErrorBoundary>
          <Desk />
        </ErrorBoundary>
      </Preferences>
    </KioskProvider>
  )
}

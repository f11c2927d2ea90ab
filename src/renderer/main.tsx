import '@fontsource/plus-jakarta-sans/latin-400.css'
import '@fontsource/plus-jakarta-sans/latin-600.css'
import '@fontsource/plus-jakarta-sans/latin-700.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { followScreen } from './app/scale.ts'
import { createKiosk } from './app/state/index.ts'
import { findClient } from './client/index.ts'

const kiosk = createKiosk(findClient())
kiosk.start()
followScreen(document.documentElement, window, kiosk.store)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App kiosk={kiosk} />
  </StrictMode>,
)

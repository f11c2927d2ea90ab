import '@fontsource/plus-jakarta-sans/latin-400.css'
import '@fontsource/plus-jakarta-sans/latin-600.css'
import '@fontsource/plus-jakarta-sans/latin-700.css'
import '../../src/renderer/ui/tokens.css'
import '../../src/renderer/ui/base.css'
import { createRoot } from 'react-dom/client'
import type { Language } from '#shared/contract/views.ts'
import { App } from '../../src/renderer/app/App.tsx'
import { followScreen } from '../../src/renderer/app/scale.ts'
import { createKiosk, type TextSize, type ViewState } from '../../src/renderer/app/state/index.ts'
import { loadLaterTexts } from '../../src/renderer/i18n/index.ts'
import { Contents } from './Contents.tsx'
import { installCamera } from './camera.ts'
import { installClock } from './clock.ts'
import { galleryCore } from './core.ts'
import { pressAll, untilShown } from './press.ts'
import { Specimens } from './Specimens.tsx'
import { SCREENS } from './screens.ts'
import { SPECIMENS } from './specimens/index.ts'

/**
 * The gallery: `?screen=NAME` mounts one screen of the kiosk, `?part=NAME` one component in all its states;
 * `&lang=id|en`, `&contrast=high`, `&size=100|125|150|200`, `&paper=80mm`. Without either: the table of contents.
 */
const query = new URLSearchParams(location.search)
const language = (query.get('lang') ?? 'id') as Language
const preferences = {
  language,
  textSize: Number(query.get('size') ?? 100) as TextSize,
  highContrast: query.get('contrast') === 'high',
  sound: false,
}

/** The desk has a roll printer that asks nothing. */
const onRoll = (view: Partial<ViewState>): Partial<ViewState> =>
  view.status ? { ...view, status: { ...view.status, printer: { paper: '80mm', silent: true } } } : view

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// A part is shown without the route that waits for its texts.
await loadLaterTexts()

const screen = SCREENS[query.get('screen') ?? '']
const part = SPECIMENS[query.get('part') ?? '']
if (screen) {
  const { view: plain, answers = {}, press = [], camera } = screen(language)
  const skip = installClock()
  if (camera) installCamera(camera)
  const view = query.get('paper') === '80mm' ? onRoll(plain) : plain
  const kiosk = createKiosk(galleryCore(view, answers), { ...view, ...preferences })
  followScreen(document.documentElement, window, kiosk.store)
  createRoot(root).render(<App kiosk={kiosk} />)
  void untilShown()
    // The start screen clears what the last registrant had chosen for himself.
    .then(() => kiosk.set(preferences))
    .then(() => pressAll(press, language, skip))
    .then(
      () => {
        document.documentElement.dataset.ready = 'true'
      },
      (error: unknown) => {
        document.documentElement.dataset.failed = String(error)
      },
    )
} else {
  followScreen(document.documentElement, window)
  createRoot(root).render(
    part ? <Specimens part={part} preferences={preferences} /> : <Contents language={language} />,
  )
  document.documentElement.dataset.ready = 'true'
}

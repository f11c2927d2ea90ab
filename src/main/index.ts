import { join } from 'node:path'
import { runKiosk } from './electron/run-kiosk.ts'
import { ocrWorkerBeside } from './hosts/ocr-worker-url.ts'

// Not awaited: Electron becomes ready only after this module has been evaluated.
void runKiosk({
  rendererDir: join(import.meta.dirname, '..', 'renderer'),
  preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
  ...ocrWorkerBeside(import.meta.url),
})

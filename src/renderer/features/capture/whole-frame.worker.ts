import { serveFrames } from './serve-frames.ts'

postMessage({ kind: 'ready' })
serveFrames()

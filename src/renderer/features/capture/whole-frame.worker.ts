import { serveFrames } from './serve-frames.ts'

serveFrames()

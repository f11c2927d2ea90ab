export { type LoopbackServer, serveApp } from './serve-app.ts'
export { createToken, pageAddress } from './token.ts'

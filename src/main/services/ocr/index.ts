export { readFrames } from './read-frames.ts'
export { createKtpReader, type KtpReader, type KtpReaderOptions } from './reader-host.ts'

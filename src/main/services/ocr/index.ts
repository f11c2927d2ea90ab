export { createKtpReader, type KtpReader, type KtpReaderOptions } from './reader-host.ts'

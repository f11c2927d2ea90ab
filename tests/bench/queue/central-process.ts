/** A real central in a process of its own, so that it does not take the measured one's thread. */
import { startCentral } from '#central/index.ts'

const [dataDir = ''] = process.argv.slice(2)
const central = await startCentral({ dataDir, port: 0, host: '127.0.0.1', demo: false })
const codes = Array.from({ length: 4 }, () => central.newEnrolmentCode())
process.stdout.write(`${JSON.stringify({ url: central.url, codes })}\n`)
process.once('SIGTERM', () => void central.stop().then(() => process.exit(0)))

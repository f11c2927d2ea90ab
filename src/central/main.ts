import { parseArgs } from 'node:util'
import { LIMITS } from './context.ts'
import { startCentral } from './index.ts'
import { ProgramFailure, runProgram } from './program-failure.ts'

const USAGE = `The reference central API (resources/central-api/openapi.yaml).

  --data-dir DIR        where it keeps everything (required)
  --port N              0 picks a free port (default 0)
  --host ADDRESS        default 127.0.0.1
  --demo                demonstration: messages are shown at /demo/kotak-masuk
  --delay-ms N          from the last proof to the verdict (default 4000)
  --office-code CODE    --office-name NAME
  --packet-bytes N      largest packet taken (default 20971520); kiosks are told
  --rotate-key          begin with a new key for packets; older packets stay readable
  --public-url URL      how registrants reach the links in their messages
`

/** Prints one JSON line when it is ready, then stays up until it is told to stop. */
async function main(): Promise<number | undefined> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      demo: { type: 'boolean', default: false },
      'delay-ms': { type: 'string' },
      'office-code': { type: 'string' },
      'office-name': { type: 'string' },
      'packet-bytes': { type: 'string' },
      'rotate-key': { type: 'boolean', default: false },
      'public-url': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const dataDir = values['data-dir']
  if (values.help || dataDir === undefined) {
    process.stderr.write(USAGE)
    return values.help ? 0 : 2
  }
  const { 'office-code': officeCode, 'office-name': officeName, 'public-url': publicUrl } = values
  const central = await startCentral({
    dataDir,
    port: wholeNumber('--port', values.port, 65_535),
    host: values.host,
    demo: values.demo,
    rotateRecipient: values['rotate-key'],
    log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
    ...(values['delay-ms'] === undefined
      ? {}
      : { demoDelayMs: wholeNumber('--delay-ms', values['delay-ms'], 86_400_000) }),
    ...(values['packet-bytes'] === undefined
      ? {}
      : {
          limits: {
            ...LIMITS,
            packetBytes: wholeNumber('--packet-bytes', values['packet-bytes'], LIMITS.packetBytes),
          },
        }),
    ...(officeCode === undefined || officeName === undefined
      ? {}
      : { office: { code: officeCode, name: officeName } }),
    ...(publicUrl === undefined ? {} : { publicUrl: webAddress('--public-url', publicUrl) }),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void central.stop())
  }
  process.stdout.write(
    `${JSON.stringify({ url: central.url, enrolmentCode: central.enrolmentCode, pid: process.pid })}\n`,
  )
  return undefined
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= max) return value
  throw new ProgramFailure({
    id: `${name} perlu angka bulat 0 sampai ${max}.`,
    en: `${name} needs a whole number from 0 to ${max}.`,
  })
}

/** An address that can be put before `/kode/…` in a message. */
function webAddress(name: string, text: string): string {
  const url = URL.parse(text)
  if (url && ['http:', 'https:'].includes(url.protocol) && url.search === '' && url.hash === '') return text
  throw new ProgramFailure({
    id: `${name} perlu alamat web, misalnya https://kode.contoh.go.id.`,
    en: `${name} needs a web address, for example https://kode.contoh.go.id.`,
  })
}

await runProgram(main)

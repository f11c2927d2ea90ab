import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { systemClock } from '../../../src/main/app/clock.ts'
import { createSubmissionLog, createSubmitter } from '../../../src/main/services/queue/index.ts'
import { openStore } from '../../../src/main/services/store/index.ts'
import { createPackets } from '../../../src/main/services/vault/index.ts'
import { fakeJpeg } from '../../helpers/packet.ts'
import { picturesOf, prepareDraft } from '../../helpers/queue-desk.ts'

/** One submit in a process of its own, whose system calls are looked at; a file before it and one after mark it. */
const [dataDir = ''] = process.argv.slice(2)
const store = openStore(dataDir, randomBytes(32), 'real')
const submit = createSubmitter({
  store,
  packets: createPackets(dataDir, randomBytes(32)),
  submissions: createSubmissionLog(store, systemClock, systemClock),
  clock: systemClock,
  random: randomBytes,
  keyedHash: () => randomBytes(32),
  log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
})
const photos = picturesOf(fakeJpeg(400_000, 3), ['ktp', 'ktp-frame', 'swafoto'])
const draft = prepareDraft(store, 1, photos)
const to = {
  recipients: [await identityToRecipient(await generateX25519Identity())],
  limits: { packetBytes: 20_000_000, photoBytes: 5_000_000 },
  office: { code: '62.71', name: 'LPSE Kota Contoh' },
}
writeFileSync(join(dataDir, 'begin'), '')
const submitted = await submit({ draft, values: draft.values, photos, documents: [] }, to, () => true)
writeFileSync(join(dataDir, 'end'), '')
store.close()
process.exitCode = submitted.ok ? 0 : 1

import { openStore } from '../../src/main/services/store/index.ts'
import { loadOrCreateDataKey, openKeyFile } from '../../src/main/services/vault/index.ts'

/** The audit trail of a stopped kiosk with its key file beside the data folder, newest first. */
export async function auditOf(dataDir: string) {
  const { keys } = await openKeyFile({ path: `${dataDir}.key`, dataDir, createWhenMissing: false })
  const store = openStore(dataDir, await loadOrCreateDataKey(dataDir, keys, () => new Uint8Array()), 'real')
  try {
    return store.audit.list(1000)
  } finally {
    store.close()
  }
}

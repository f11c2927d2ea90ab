import { networkInterfaces } from 'node:os'

/** How often the computer's addresses are looked at; no system tells a program of its own accord on every platform. */
const LOOK_MS = 2_000

/** Every address by which this computer can be on a network now; an unplugged cable takes its address away. */
function addresses(): string[] {
  try {
    const found = Object.values(networkInterfaces()).flatMap((ofOne) => ofOne ?? [])
    return found.filter(({ internal }) => !internal).map(({ address }) => address)
  } catch {
    // Where the system does not tell, the questions to the central alone find out.
    return []
  }
}

/**
 * Tells when the computer has an address that it had not a moment ago: a cable plugged in, another network.
 * @param list the addresses of this moment; the system's own unless a test passes others
 * @returns ends it
 */
export function watchNetwork(onNewAddress: () => void, list = addresses, lookMs = LOOK_MS): () => void {
  let known = new Set(list())
  const timer = setInterval(() => {
    const now = list()
    const isNew = now.some((address) => !known.has(address))
    known = new Set(now)
    if (isNew) onNewAddress()
  }, lookMs).unref()
  return () => clearInterval(timer)
}

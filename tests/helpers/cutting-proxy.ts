import { connect, createServer, type Socket } from 'node:net'
import { listen } from './listen.ts'

/** A TCP proxy whose line can be cut after a number of bytes towards the server. */
export type CuttingProxy = {
  readonly url: string
  /** Cuts every connection, and refuses new ones, once so many more bytes went to the server. */
  cutAfter(bytes: number): void
  mend(): void
  readonly isCut: () => boolean
  stop(): Promise<void>
}

/** Starts it in front of `target` (`http://host:port`), which may be changed after a restart. */
export async function startCuttingProxy(target: () => string): Promise<CuttingProxy> {
  const sockets = new Set<Socket>()
  let left = Number.POSITIVE_INFINITY
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const server = createServer((client) => {
    const { hostname, port } = new URL(target())
    const upstream = connect(Number(port), hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    if (left <= 0) client.destroy()
    client.on('data', (data) => {
      const passed = data.subarray(0, Math.max(0, left))
      left -= passed.length
      upstream.write(passed, () => {
        // What was let through must arrive; only then does the line go dead.
        if (left <= 0) setImmediate(cut)
      })
    })
    upstream.pipe(client)
  })
  const listening = await listen(server)
  return {
    url: listening.url,
    cutAfter: (bytes) => {
      left = bytes
    },
    mend: () => {
      left = Number.POSITIVE_INFINITY
    },
    isCut: () => left <= 0,
    stop: listening.stop,
  }
}

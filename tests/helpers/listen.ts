import type { AddressInfo, Server, Socket } from 'node:net'

/** A server at a free port of 127.0.0.1. */
export type Listening = {
  readonly port: number
  /** `http://127.0.0.1:port` */
  readonly url: string
  /** How many connections are open now. */
  connections(): number
  /** Ends it at once, and every connection that hangs on it. */
  stop(): Promise<void>
}

/** Lets a server of any kind (TCP, HTTP, HTTPS) listen. */
export async function listen(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined))
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    connections: () => sockets.size,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** For a test file: its servers, and what ends them all after a test. */
export function createServers() {
  const started: Listening[] = []
  return {
    async listen(server: Server): Promise<Listening> {
      const listening = await listen(server)
      started.push(listening)
      return listening
    },
    async stopAll(): Promise<void> {
      for (const each of started.splice(0)) await each.stop()
    },
  }
}

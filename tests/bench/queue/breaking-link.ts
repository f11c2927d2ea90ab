import { connect, createServer, type Socket } from 'node:net'
import { listen } from '../../helpers/listen.ts'
import type { QueueDesk } from '../../helpers/queue-desk.ts'
import { drain, fillQueue } from './drain.ts'
import { atMost, plain, type Verdict } from './figures.ts'

/** A line that goes dead each time after so many bytes towards the server, and can be used anew at once. */
export async function startBreakingLink(target: string, everyBytes: number) {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let left = everyBytes
  let sent = 0
  let breaks = 0
  const server = createServer((client) => {
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
    client.on('data', (data) => {
      const passed = data.subarray(0, left)
      left -= passed.length
      sent += passed.length
      const broken = left <= 0
      if (broken) {
        left = everyBytes
        breaks += 1
        client.pause()
      }
      // What was let through must arrive; only then does the line go dead.
      upstream.write(passed, () => broken && setTimeout(() => client.destroy(), 2))
    })
    upstream.pipe(client)
  })
  const listening = await listen(server)
  return {
    url: listening.url,
    sentBytes: () => sent,
    breaks: () => breaks,
    stop: listening.stop,
  }
}
export type BreakingLink = Awaited<ReturnType<typeof startBreakingLink>>

/** How much more than the packets themselves travels over such a line, headers and all. */
export async function measureBreakingLink(
  desk: QueueDesk,
  link: BreakingLink,
  count: number,
  arrived: () => number,
): Promise<Verdict[]> {
  const payload = await fillQueue(desk, count)
  await drain(desk, 120_000)
  return [
    plain('packets', count),
    plain('line breaks', link.breaks()),
    plain('arrived', arrived()),
    atMost('bytes sent / payload', link.sentBytes() / payload, 1.15),
    atMost('packets that did not arrive', count - arrived(), 0),
  ]
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { listMessages } from '../messages.ts'
import { PAGE_HEADERS } from '../pages/html.ts'
import { inboxPage } from '../pages/inbox-page.ts'
import { Problem } from '../problem.ts'
import type { Verification } from '../verification.ts'

const LOOPBACK_ADDRESS = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/
const LOOPBACK_HOST = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d+)?$/i

/** Both ends must be this machine: the Host check keeps a web page elsewhere from reading through DNS rebinding. */
function requireLoopback(request: FastifyRequest): void {
  const local = LOOPBACK_ADDRESS.test(request.raw.socket.remoteAddress ?? '')
  if (!local || !LOOPBACK_HOST.test(request.headers.host ?? '')) throw new Problem(404, 'not-found')
}

/** What a demonstration "sent", so that a person trying it, and the tests, can read the codes. Demo mode only. */
export function demoRoutes(app: FastifyInstance, ctx: Context, verification: Verification): void {
  app.get('/demo/messages', async (request, reply) => {
    requireLoopback(request)
    await verification.advance()
    return reply.header('cache-control', 'no-store').send({ items: listMessages(ctx) })
  })

  app.get('/demo/kotak-masuk', async (request, reply) => {
    requireLoopback(request)
    await verification.advance()
    return reply.headers(PAGE_HEADERS).send(inboxPage(listMessages(ctx)))
  })
}

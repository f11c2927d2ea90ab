import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { Context } from './context.ts'
import { PROBLEM_MEDIA_TYPE, Problem } from './problem.ts'
import { checkRoutes } from './routes/check-routes.ts'
import { demoRoutes } from './routes/demo-routes.ts'
import { deviceRoutes } from './routes/device-routes.ts'
import { publicRoutes } from './routes/public-routes.ts'
import { referenceRoutes } from './routes/reference-routes.ts'
import { submissionRoutes } from './routes/submission-routes.ts'
import type { Uploads } from './uploads.ts'
import type { Verification } from './verification.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes an HTML form or an OAuth request (`application/x-www-form-urlencoded`). */
    form?: boolean
  }
}

/** JSON and form bodies are small; packets travel by tus, which has its own limit. */
const BODY_LIMIT = 32 * 1024

/** Turns what Fastify itself refuses into the contract's problems. */
function fromFastify(error: FastifyError): Problem | undefined {
  switch (error.statusCode) {
    case 413:
      return new Problem(413, 'too-large')
    case 415:
      return new Problem(415, 'unsupported-media-type')
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? new Problem(400, 'malformed')
        : undefined
  }
}

/** Puts the HTTP application together. It does not listen yet. */
export async function buildApp(
  ctx: Context,
  uploads: Uploads,
  verification: Verification,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    // A broken percent-encoding must answer like any other unknown path.
    frameworkErrors: (_error, _request, reply) => {
      reply.raw
        .writeHead(404, { 'content-type': PROBLEM_MEDIA_TYPE })
        .end(JSON.stringify(new Problem(404, 'not-found').body()))
    },
    routerOptions: { maxParamLength: 200 },
  })

  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, body, done) => {
      // Only where a form is expected: elsewhere it would be a way around the browser's cross-origin preflight.
      if (request.routeOptions.config.form === true) done(null, Object.fromEntries(new URLSearchParams(body)))
      else done(new Problem(415, 'unsupported-media-type'))
    },
  )

  app.addHook('onSend', async (_request, reply, payload) => {
    // Kiosks read the central's clock from here when their own is wrong.
    reply.header('date', ctx.now().toUTCString())
    if (!reply.hasHeader('x-content-type-options')) reply.header('x-content-type-options', 'nosniff')
    return payload
  })

  app.setNotFoundHandler(() => {
    throw new Problem(404, 'not-found')
  })

  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = error instanceof Problem ? error : fromFastify(error)
    if (problem === undefined) {
      ctx.log({
        event: 'internal-error',
        detail: `${request.routeOptions.url ?? 'unknown'}: ${error.message}`,
      })
    }
    const answer = problem ?? new Problem(500, 'internal')
    return reply
      .code(answer.status)
      .headers(answer.extras.headers ?? {})
      .type(PROBLEM_MEDIA_TYPE)
      .send(JSON.stringify(answer.body()))
  })

  deviceRoutes(app, ctx)
  submissionRoutes(app, ctx, uploads, verification)
  checkRoutes(app, ctx)
  referenceRoutes(app, ctx)
  publicRoutes(app, ctx)
  if (ctx.demo) demoRoutes(app, ctx, verification)
  await app.register((scope) => uploads.routes(scope))
  return app
}

import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { enrolDevice } from '../devices.ts'
import { parseInput } from '../parse-input.ts'
import { Problem } from '../problem.ts'
import { signedRecipients } from '../recipients.ts'
import { authenticate, issueToken, TOKEN_SECONDS } from '../tokens.ts'
import { EnrolInput, TokenInput } from './input.ts'

/** Wrong enrolment codes that are answered at once; then guessing is slowed down. */
const FREE_GUESSES = 10
const GUESS_WINDOW_MS = 10 * 60 * 1000

/** Health, enrolment and tokens: what a kiosk needs before it can be known. */
export function deviceRoutes(app: FastifyInstance, ctx: Context): void {
  let wrongCodes: number[] = []

  app.get('/v1/health', async () => ({
    service: 'lpse-central',
    demo: ctx.demo,
    time: ctx.now().toISOString(),
  }))

  app.post('/v1/devices', async (request, reply) => {
    const input = parseInput(EnrolInput, request.body)
    const now = ctx.now().getTime()
    wrongCodes = wrongCodes.filter((at) => at > now - GUESS_WINDOW_MS)
    const [oldest] = wrongCodes
    if (oldest !== undefined && wrongCodes.length >= FREE_GUESSES) {
      const seconds = Math.ceil((oldest + GUESS_WINDOW_MS - now) / 1000)
      throw new Problem(429, 'too-many-requests', { headers: { 'retry-after': String(seconds) } })
    }
    const device = await enrolDevice(ctx, input).catch((cause: unknown) => {
      if (cause instanceof Problem && cause.problem === 'enrolment-code') wrongCodes.push(now)
      throw cause
    })
    return reply.code(201).send({
      deviceId: device.id,
      office: device.office,
      recipients: [ctx.keys.recipient],
      receiptKey: ctx.keys.receiptPublicKey,
      limits: ctx.keys.limits,
      demo: ctx.demo,
    })
  })

  app.get('/v1/recipients', async (request, reply) => {
    authenticate(ctx, request.headers.authorization)
    const { document, etag } = await signedRecipients(ctx)
    reply.header('etag', etag).header('cache-control', 'no-cache')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.send({ document })
  })

  app.post('/v1/token', { config: { form: true } }, async (request, reply) => {
    const input = parseInput(TokenInput, request.body)
    const token = await issueToken(ctx, input.client_assertion)
    // RFC 6749 section 5.1.
    return reply
      .header('cache-control', 'no-store')
      .send({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS })
  })
}

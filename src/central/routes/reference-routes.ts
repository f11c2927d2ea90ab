import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { parseInput } from '../parse-input.ts'
import { ListName, referenceList } from '../reference/reference.ts'
import { authenticate } from '../tokens.ts'

/** Reference data that kiosks keep for use without a network; asked with the entity tag they have. */
export function referenceRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<{ Params: { list: string } }>('/v1/reference/:list', async (request, reply) => {
    authenticate(ctx, request.headers.authorization)
    const { document, etag } = referenceList(ctx, parseInput(ListName, request.params.list))
    reply.header('etag', etag).header('cache-control', 'no-cache')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return document
  })
}

import type { FastifyInstance } from 'fastify'
import { changesAfter, latestChange } from '../changes.ts'
import type { Context } from '../context.ts'
import { parseInput } from '../parse-input.ts'
import { Problem } from '../problem.ts'
import { findSubmission, isSender, receivedAnswer, receiveSubmission } from '../submissions.ts'
import { authenticate } from '../tokens.ts'
import type { Uploads } from '../uploads.ts'
import type { Verification } from '../verification.ts'
import { withdrawSubmission } from '../withdrawals.ts'
import { ChangesQuery, RegistrationInput, SubmissionId, WithdrawalInput } from './input.ts'

/** Taking submissions and telling what became of them. */
export function submissionRoutes(
  app: FastifyInstance,
  ctx: Context,
  uploads: Uploads,
  verification: Verification,
): void {
  // One registration at a time: a request that was sent twice must find the first one finished.
  let registering: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = registering.then(run, run)
    registering = next.catch(() => undefined)
    return next
  }

  app.put<{ Params: { id: string } }>('/v1/submissions/:id', async (request) => {
    const device = authenticate(ctx, request.headers.authorization)
    const id = parseInput(SubmissionId, request.params.id).toLowerCase()
    const input = parseInput(RegistrationInput, request.body)
    const answer = await inTurn(() => receiveSubmission(ctx, uploads, device, id, input))
    verification.wake()
    return answer
  })

  app.put<{ Params: { id: string } }>('/v1/submissions/:id/withdrawal', async (request) => {
    const device = authenticate(ctx, request.headers.authorization)
    const id = parseInput(SubmissionId, request.params.id).toLowerCase()
    const input = parseInput(WithdrawalInput, request.body)
    // Not while a packet is being taken in or opened: neither must undo the other.
    return inTurn(async () => {
      await verification.advance()
      return withdrawSubmission(ctx, device, id, input)
    })
  })

  app.get<{ Params: { id: string } }>('/v1/submissions/:id', async (request) => {
    const device = authenticate(ctx, request.headers.authorization)
    const id = parseInput(SubmissionId, request.params.id).toLowerCase()
    await verification.advance()
    const row = findSubmission(ctx, id)
    if (row === undefined || !isSender(ctx, device, id)) throw new Problem(404, 'not-found')
    const change = latestChange(ctx, id)
    return { ...receivedAnswer(row), ...(change === undefined ? {} : { status: change }) }
  })

  app.get('/v1/changes', async (request) => {
    const device = authenticate(ctx, request.headers.authorization)
    const { cursor } = parseInput(ChangesQuery, request.query)
    await verification.advance()
    return changesAfter(ctx, device.id, cursor)
  })
}

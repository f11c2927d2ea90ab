import type { FastifyInstance } from 'fastify'
import { provenContacts, requestCode, verifyCode } from '../codes.ts'
import type { Context } from '../context.ts'
import { parseInput } from '../parse-input.ts'
import { Problem } from '../problem.ts'
import { accessesOf, isAccountContact } from '../rules/accesses.ts'
import { companyOf } from '../rules/companies.ts'
import { isEmailRegistered, isUsernameFree } from '../rules/verdict.ts'
import { authenticate } from '../tokens.ts'
import {
  AccessesInput,
  CodeId,
  CodeInput,
  CompanyInput,
  EmailInput,
  TypedCode,
  UsernameInput,
} from './input.ts'

/** Online checks during a visit. POST, not GET: addresses and codes must not stand in anybody's access log. */
export function checkRoutes(app: FastifyInstance, ctx: Context): void {
  app.post('/v1/emails/check', async (request) => {
    authenticate(ctx, request.headers.authorization)
    return { registered: isEmailRegistered(parseInput(EmailInput, request.body).email) }
  })

  app.post('/v1/usernames/check', async (request) => {
    authenticate(ctx, request.headers.authorization)
    return { free: isUsernameFree(parseInput(UsernameInput, request.body).username) }
  })

  app.post('/v1/companies/check', async (request) => {
    authenticate(ctx, request.headers.authorization)
    return companyOf(parseInput(CompanyInput, request.body).nib)
  })

  app.post('/v1/accesses/check', async (request) => {
    const device = authenticate(ctx, request.headers.authorization)
    const { visitId, nik } = parseInput(AccessesInput, request.body)
    const { phone, email } = provenContacts(ctx, device, visitId)
    // One answer for both: whether an account exists, and whose it is, is told to nobody without the proof.
    if (phone === undefined || email === undefined || !isAccountContact(email))
      throw new Problem(409, 'contact-unproven')
    return { accesses: accessesOf(nik, ctx.now()) }
  })

  app.post('/v1/codes', async (request, reply) => {
    const device = authenticate(ctx, request.headers.authorization)
    return reply.code(201).send(requestCode(ctx, device, parseInput(CodeInput, request.body)))
  })

  app.post<{ Params: { codeId: string } }>('/v1/codes/:codeId/verify', async (request) => {
    const device = authenticate(ctx, request.headers.authorization)
    const codeId = parseInput(CodeId, request.params.codeId)
    return verifyCode(ctx, device, codeId, parseInput(TypedCode, request.body).code)
  })
}

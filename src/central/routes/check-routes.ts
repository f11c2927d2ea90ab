import type { FastifyInstance } from 'fastify'
import { requestCode, verifyCode } from '../codes.ts'
import type { Context } from '../context.ts'
import { parseInput } from '../parse-input.ts'
import { companyOf } from '../rules/companies.ts'
import { isEmailRegistered, isUsernameFree } from '../rules/verdict.ts'
import { authenticate } from '../tokens.ts'
import { CodeId, CodeInput, CompanyInput, EmailInput, TypedCode, UsernameInput } from './input.ts'

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

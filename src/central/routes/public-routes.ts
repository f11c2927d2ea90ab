import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { answerLink, findLink, type LinkRow, secondsUntilResend, sendLinkCode } from '../links.ts'
import { codePage, endPage, type PageNotice } from '../pages/code-page.ts'
import { PAGE_HEADERS } from '../pages/html.ts'

type TokenParams = { Params: { token: string } }

const TypedForm = z.object({ kode: z.string().max(40).default('') })

const send = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).headers(PAGE_HEADERS).send(html)

/** The page behind a one-time link: no login, no script; whoever has the link and the code is the registrant. */
export function publicRoutes(app: FastifyInstance, ctx: Context): void {
  const show = (
    reply: FastifyReply,
    token: string,
    link: LinkRow,
    status: number,
    notice?: { kind: PageNotice; triesLeft?: number; waitSeconds?: number },
  ): FastifyReply => send(reply, status, codePage(link, `/kode/${token}`, ctx.demo, notice))

  /** Answers for links that have no form any more; otherwise gives the link. */
  const open = (reply: FastifyReply, token: string): LinkRow | undefined => {
    const link = findLink(ctx, token)
    if (link === undefined) send(reply, 404, endPage('unknown', ctx.demo))
    else if (link.done_at !== null) send(reply, 200, endPage('accepted', ctx.demo))
    else if (ctx.now().getTime() >= link.expires_at) send(reply, 410, endPage('expired', ctx.demo))
    else return link
    return undefined
  }

  app.get<TokenParams>('/kode/:token', async (request, reply) => {
    const { token } = request.params
    const link = open(reply, token)
    return link === undefined ? reply : show(reply, token, link, 200)
  })

  app.post<TokenParams>('/kode/:token', { config: { form: true } }, async (request, reply) => {
    const { token } = request.params
    if (open(reply, token) === undefined) return reply
    const typed = TypedForm.safeParse(request.body)
    const answer = answerLink(ctx, token, typed.success ? typed.data.kode.replaceAll(/\s/g, '') : '')
    if (answer.kind === 'accepted') return send(reply, 200, endPage('accepted', ctx.demo))
    const link = open(reply, token)
    if (link === undefined) return reply
    const kind = answer.kind === 'spent' ? 'spent' : 'wrong'
    return show(reply, token, link, 422, { kind, triesLeft: answer.triesLeft })
  })

  app.post<TokenParams>('/kode/:token/baru', { config: { form: true } }, async (request, reply) => {
    const { token } = request.params
    const link = open(reply, token)
    if (link === undefined) return reply
    const waitSeconds = secondsUntilResend(ctx, link)
    if (waitSeconds > 0) {
      reply.header('retry-after', String(waitSeconds))
      return show(reply, token, link, 429, { kind: 'wait', waitSeconds })
    }
    sendLinkCode(ctx, token)
    return show(reply, token, findLink(ctx, token) ?? link, 200, { kind: 'sent' })
  })
}

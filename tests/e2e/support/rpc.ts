import type { Answer } from '#shared/domain/errors.ts'
import { type Call, CallError } from '../../helpers/kiosk.ts'

/** Calls a running kiosk through its scripting door (docs/scripting.md), with the token of its page's address. */
export function callerAt(address: string): Call {
  const [url, token] = address.split('/#token=')
  return async (channel, input) => {
    const response = await fetch(`${url}/rpc/${channel}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    const answer = (await response.json()) as Answer
    if (!answer.ok) throw new CallError(channel, answer.error)
    return answer.value as never
  }
}

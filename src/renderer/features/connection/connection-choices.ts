import type { ConnectionView } from '#shared/contract/views.ts'
import { ConnectionInput } from '#shared/domain/connection.ts'

/** What the screen of the connection holds while it is being filled. */
export type ConnectionChoices = {
  readonly proxy: 'system' | 'none' | 'manual'
  readonly proxyUrl: string
  readonly ca: 'keep' | 'none' | 'file'
  readonly caFile: string
}

/** The operating system's proxy is what a new kiosk uses; the certificate stays as it was. */
export const FIRST_CHOICES: ConnectionChoices = { proxy: 'system', proxyUrl: '', ca: 'keep', caFile: '' }

/** What is set now, as the screen holds it; a proxy's password stays with the kiosk. */
export const choicesOf = ({ proxy }: ConnectionView): ConnectionChoices => ({
  ...FIRST_CHOICES,
  proxy: proxy.mode,
  proxyUrl: proxy.mode === 'manual' ? proxy.url : '',
})

/** Which of the typed fields do not fit yet. */
export function choiceProblems(choices: ConnectionChoices): { proxyUrl: boolean; caFile: boolean } {
  const proxy = { mode: 'manual', url: choices.proxyUrl.trim() }
  return {
    proxyUrl: choices.proxy === 'manual' && !ConnectionInput.safeParse({ proxy }).success,
    caFile: choices.ca === 'file' && choices.caFile.trim() === '',
  }
}

/** The choices as the core takes them. */
export function connectionInput({ proxy, proxyUrl, ca, caFile }: ConnectionChoices): ConnectionInput {
  return {
    proxy: proxy === 'manual' ? { mode: proxy, url: proxyUrl.trim() } : { mode: proxy },
    ...(ca === 'none' ? { caFile: null } : {}),
    ...(ca === 'file' ? { caFile: caFile.trim() } : {}),
  }
}

import type { SentMessage } from '../messages.ts'
import { both, escapeHtml, page } from './html.ts'

const time = new Intl.DateTimeFormat('id-ID', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Jakarta',
})

/** The registrant's phone and mailbox, as far as a demonstration has them: newest message first. */
export function inboxPage(messages: readonly SentMessage[]): string {
  const items = messages.map((message) => {
    const code = message.code === undefined ? '' : `<p class="code">${escapeHtml(message.code)}</p>`
    const link =
      message.link === undefined
        ? ''
        : `<p><a href="${escapeHtml(message.link)}">Buka tautan <span lang="en">/ Open the link</span></a></p>`
    const channel = message.channel === 'phone' ? 'SMS' : 'E-mail'
    return `<li><p class="small"><strong>${channel}</strong> · ${escapeHtml(message.to)} · <time datetime="${message.at}">${time.format(new Date(message.at))} WIB</time></p>
${both(message.text)}${code}${link}</li>`
  })
  const list =
    items.length === 0
      ? '<p>Belum ada pesan. <span lang="en">/ No messages yet.</span></p>'
      : `<ol>${items.join('')}</ol>`
  return page(
    'Kotak masuk demo / Demo inbox',
    `<h1>Kotak masuk demo <span lang="en">/ Demo inbox</span></h1>
<p>Pesan yang akan sampai di HP dan e-mail pemohon. <span lang="en">/ Messages that would reach the registrant's phone and e-mail.</span></p>
<p><a href="/demo/kotak-masuk">Muat ulang <span lang="en">/ Reload</span></a></p>${list}`,
    true,
  )
}

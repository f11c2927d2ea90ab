import type { LinkAnswer, LinkRow } from '../links.ts'
import { both, escapeHtml, page } from './html.ts'

type Notice = { readonly id: string; readonly en: string; readonly fault: boolean }

const notices = (triesLeft: number) =>
  ({
    wrong: {
      id: `Kode belum sesuai. Sisa ${triesLeft} kali.`,
      en: `The code does not match. ${triesLeft} tries left.`,
      fault: true,
    },
    spent: {
      id: 'Sudah 5 kali belum sesuai. Minta kode baru.',
      en: 'Five tries did not match. Ask for a new code.',
      fault: true,
    },
    sent: { id: 'Kode baru sudah dikirim.', en: 'A new code was sent.', fault: false },
  }) satisfies Record<string, Notice>

/** What the page says besides its form. */
export type PageNotice = 'wrong' | 'spent' | 'sent' | 'wait'

/** `0812-****-7890` and `b***@gmail.com`: enough to recognise one's own, useless to anybody else. */
export function maskContact(destination: string): string {
  const at = destination.indexOf('@')
  if (at > 0) return `${destination.slice(0, 1)}***${destination.slice(at)}`
  const local = destination.replace(/^\+62/, '0')
  return `${local.slice(0, 4)}-****-${local.slice(-4)}`
}

/** The form behind a one-time link where a registrant types a code that followed later (domain.md, deferred). */
export function codePage(
  link: LinkRow,
  action: string,
  demo: boolean,
  notice?: { kind: PageNotice; triesLeft?: number; waitSeconds?: number },
): string {
  const title = 'Ketik kode Anda / Type your code'
  const contact = escapeHtml(maskContact(link.destination))
  const shown = noticeText(notice)
  const form =
    link.tries_left === 0
      ? ''
      : `<form method="post" action="${escapeHtml(action)}">
<label for="kode">Kode 6 angka <span lang="en">/ 6-digit code</span></label>
<input id="kode" name="kode" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,12}" maxlength="12" required
 aria-describedby="pemberitahuan"${shown?.fault ? ' aria-invalid="true"' : ''}>
<button>Validasi kode <span lang="en">/ Check code</span></button></form>`
  return page(
    title,
    `<h1>Ketik kode yang Anda terima <span lang="en">/ Type the code you received</span></h1>
<p>Dikirim ke <strong>${contact}</strong>. Jangan sebutkan kode kepada siapa pun, juga petugas.</p>
<p lang="en">Sent to ${contact}. Tell nobody, not even the officer.</p>
<div id="pemberitahuan" role="status">${shown === undefined ? '' : `<div class="notice${shown.fault ? ' fault' : ''}">${both(shown)}</div>`}</div>
${form}
<form method="post" action="${escapeHtml(action)}/baru"><button class="quiet">Kirim kode baru <span lang="en">/ Send a new code</span></button></form>`,
    demo,
  )
}

function noticeText(notice: Parameters<typeof codePage>[3]): Notice | undefined {
  if (notice === undefined) return undefined
  const { kind, triesLeft = 0, waitSeconds = 0 } = notice
  if (kind !== 'wait') return notices(triesLeft)[kind]
  return {
    id: `Tunggu ${waitSeconds} detik sebelum meminta kode baru.`,
    en: `Wait ${waitSeconds} seconds before asking for a new code.`,
    fault: true,
  }
}

/** Pages without a form: done, too late, or no such link. */
export function endPage(
  kind: Extract<LinkAnswer['kind'], 'accepted' | 'expired' | 'unknown'>,
  demo: boolean,
): string {
  const texts = {
    accepted: {
      title: 'Kode diterima / Code accepted',
      id: 'Terima kasih. Kontak Anda sudah dikonfirmasi. Hasil pemeriksaan dikirim ke e-mail Anda.',
      en: 'Thank you. Your contact is confirmed. The result will be sent to your e-mail.',
    },
    expired: {
      title: 'Tautan lewat waktu / Link expired',
      id: 'Tautan ini sudah lewat 3 hari. Silakan datang lagi ke kantor LPSE.',
      en: 'This link is more than 3 days old. Please visit the LPSE office again.',
    },
    unknown: {
      title: 'Tautan tidak dikenal / Unknown link',
      id: 'Tautan ini tidak dikenal. Periksa kembali pesan yang Anda terima.',
      en: 'This link is not known. Please check the message you received.',
    },
  }[kind]
  return page(texts.title, `<h1>${escapeHtml(texts.title)}</h1>${both(texts)}`, demo)
}

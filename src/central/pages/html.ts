import { createHash } from 'node:crypto'

/** Text that is safe inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

/** Plain and large: read on old phones in sunlight. Colours reach 7:1 on their ground (WCAG 1.4.6). */
const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 34rem; padding: 1.5rem 1rem 4rem; font: 1.125rem/1.5 system-ui, sans-serif;
  color: #14213d; background: #fff; }
h1 { font-size: 1.6rem; line-height: 1.25; }
button [lang=en] { color: inherit; }
[lang=en] { color: #3d4557; }
label { display: block; font-weight: 600; margin: 1.5rem 0 .5rem; }
input { font: inherit; font-size: 1.75rem; letter-spacing: .3em; width: 100%; box-sizing: border-box;
  padding: .6rem .75rem; border: 2px solid #14213d; border-radius: .5rem; }
button { font: inherit; font-weight: 600; width: 100%; min-height: 3.5rem; margin-top: 1rem; border-radius: .5rem;
  border: 2px solid #0b3d91; background: #0b3d91; color: #fff; }
button.quiet { background: #fff; color: #0b3d91; }
:focus-visible { outline: 4px solid #b45309; outline-offset: 2px; }
.notice { border-left: .4rem solid #0b3d91; padding: .25rem 1rem; background: #eef3fb; }
.fault { border-color: #9b1c1c; background: #fdecec; }
.ribbon { background: #7a4b00; color: #fff; font-weight: 700; padding: .25rem .75rem; display: inline-block; }
ol { list-style: none; padding: 0; }
li { border: 1px solid #9aa5bd; border-radius: .75rem; padding: .75rem 1rem; margin: 1rem 0; overflow-wrap: anywhere; }
li p { margin: .4rem 0; }
.code { font-size: 1.75rem; font-weight: 700; letter-spacing: .2em; }
.small { font-size: 1rem; }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Headers of every page: no script, no foreign content, no frame, no trace of the address elsewhere. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

/** A whole page around `body`, which is HTML already. */
export function page(title: string, body: string, demo: boolean): string {
  const ribbon = demo ? '<header><p class="ribbon">MODE DEMO</p></header>' : ''
  return `<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>${ribbon}<main>${body}</main></body>
</html>
`
}

/** One text in Indonesian, then in English. */
export const both = (text: { id: string; en: string }): string =>
  `<p>${escapeHtml(text.id)}</p><p lang="en">${escapeHtml(text.en)}</p>`

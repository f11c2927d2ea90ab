import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SCRIPT = `
const token = new URLSearchParams(location.hash.slice(1)).get('token')
const call = (channel) => fetch('/rpc/' + channel, {
  method: 'POST', headers: { authorization: 'Bearer ' + token, 'content-type': 'application/json' }, body: '{}',
})
await call('app.status')
const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'live', (error) => error.name)
await call('camera:' + camera)
`

/** Writes a page that makes one call and asks for the camera, then says by a call what it got. */
export function writePage(dir: string): string {
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'index.html'), '<!doctype html><script type="module" src="/page.js"></script>')
  writeFileSync(join(dir, 'page.js'), SCRIPT)
  return dir
}

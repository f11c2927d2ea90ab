/** `npm run gallery`: every component and screen in every state, at a loopback address. Ctrl+C ends it. */
import { startGallery } from '../e2e/support/gallery.ts'

const { url } = await startGallery()
console.log(`The gallery is at  ${url}`)

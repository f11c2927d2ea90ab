export { findChromium } from './find-chromium.ts'
export { type ChromiumWindow, hasDisplay, openChromiumWindow } from './open-window.ts'

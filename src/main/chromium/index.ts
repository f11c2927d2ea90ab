export { findChromium } from './find-chromium.ts'
export { showMessageBox } from './message-box.ts'
export { type ChromiumWindow, hasDisplay, openChromiumWindow } from './open-window.ts'
export { showFailure } from './show-failure.ts'

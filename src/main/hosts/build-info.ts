/** Both are replaced by the build (electron.vite.config.ts) and are not there when a source file is run directly. */
declare const __VERSION__: string | undefined
declare const __BUILT_AT__: string | undefined

/** The version that the kiosk shows and sends. */
export const VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0-source'

/** When this build was made: a computer clock before it is wrong. Running from source, a date long past. */
export const BUILT_AT = new Date(typeof __BUILT_AT__ === 'string' ? __BUILT_AT__ : '2026-01-01T00:00:00Z')

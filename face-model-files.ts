import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const HUMAN = '@vladmandic/human'
const WASM = '@tensorflow/tfjs-backend-wasm'

const fromPackage = (path: string) => resolve(import.meta.dirname, 'node_modules', path)
const version = (name: string): string =>
  (JSON.parse(readFileSync(fromPackage(`${name}/package.json`), 'utf8')) as { version: string }).version

/** Only what the face guidance needs (docs/decisions/0030-face-guidance.md); the package holds 28 MB of models. */
const FILES = [
  ...['blazeface', 'facemesh', 'iris'].flatMap((model) =>
    ['json', 'bin'].map((ending) => `${HUMAN}/models/${model}.${ending}`),
  ),
  `${WASM}/dist/tfjs-backend-wasm-simd.wasm`,
]

/** Folder of the built page that holds them. Named by version: what lies below assets/ may be kept for ever. */
export const FACE_FILES = `assets/face-${version(HUMAN)}-${version(WASM)}`

/** Puts the models beside the page: the kiosk fetches nothing from anywhere else. */
export const faceModelFiles = (): Plugin => ({
  name: 'face-model-files',
  generateBundle() {
    for (const path of FILES) {
      const name = path.slice(path.lastIndexOf('/') + 1)
      this.emitFile({
        type: 'asset',
        fileName: `${FACE_FILES}/${name}`,
        source: readFileSync(fromPackage(path)),
      })
    }
  },
})

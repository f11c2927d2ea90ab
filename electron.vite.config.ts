import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { FACE_FILES, faceModelFiles } from './face-model-files.ts'
import packageJson from './package.json' with { type: 'json' }

const fromRoot = (path: string) => resolve(import.meta.dirname, path)

/** When this build is made; reproducible builds name the moment (reproducible-builds.org, SOURCE_DATE_EPOCH). */
function builtAt(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH
  return (epoch === undefined ? new Date() : new Date(Number(epoch) * 1000)).toISOString()
}

/**
 * Three bundles, one per Electron runtime. The main bundle has several entries because the
 * same core is carried by several hosts (docs/architecture.md): Electron, plain Node with a
 * browser window, headless for scripts, and the reference central API on its own.
 */
export default defineConfig({
  main: {
    define: { __VERSION__: JSON.stringify(packageJson.version), __BUILT_AT__: JSON.stringify(builtAt()) },
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: fromRoot('src/main/index.ts'),
          'node-host': fromRoot('src/main/node-host.ts'),
          headless: fromRoot('src/main/headless.ts'),
          central: fromRoot('src/central/main.ts'),
          'central-import': fromRoot('src/central/import-main.ts'),
          recover: fromRoot('src/main/recover.ts'),
          'ocr-worker': fromRoot('src/main/services/ocr/ocr-worker.ts'),
          'pdf-worker': fromRoot('src/main/services/documents/pdf-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but `electron`: it must be one CommonJS file.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { index: fromRoot('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: fromRoot('src/renderer'),
    plugins: [react(), faceModelFiles()],
    define: { __FACE_FILES__: JSON.stringify(`/${FACE_FILES}/`) },
    worker: { format: 'es' },
    build: {
      outDir: fromRoot('out/renderer'),
      // electron-vite leaves code as it is; the first screen should come fast on an old desk.
      minify: true,
      rolldownOptions: { input: { index: fromRoot('src/renderer/index.html') } },
    },
  },
})

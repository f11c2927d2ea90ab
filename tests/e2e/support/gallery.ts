import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, preview } from 'vite'

const fromRoot = (path: string) => resolve(import.meta.dirname, '../../..', path)

/** Builds the gallery and serves it; answers its address. Nothing of it is in the shipped bundle. */
export async function startGallery(): Promise<{ url: string; close(): Promise<void> }> {
  // A folder of its own: two runs at once must not build over each other.
  const outDir = mkdtempSync(join(tmpdir(), 'kiosk-gallery-'))
  const config: InlineConfig = {
    configFile: false,
    root: fromRoot('tests/gallery'),
    plugins: [react()],
    logLevel: 'warn',
    // Components keep their names: a test asks which of them were shown (screens.spec.ts).
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 5_000, minify: false },
  }
  await build(config)
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0, open: false } })
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    close: () => server.close().finally(() => rmSync(outDir, { recursive: true, force: true })),
  }
}

/** The address of one thing in the gallery. */
export const galleryAddress = (url: string, query: Readonly<Record<string, string | number>>): string =>
  `${url}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`

import { defineConfig } from '@playwright/test'

/**
 * Journeys in a real browser against the built kiosk. `npm test` finds Chromium and Electron and names them
 * in KIOSK_CHROMIUM and KIOSK_ELECTRON (scripts/commands/test.mjs).
 */
const chromium = process.env.KIOSK_CHROMIUM
const JOURNEYS = '**/*.{e2e,spec,test}.ts'
const ELECTRON = '**/*.electron.{e2e,spec,test}.ts'
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Baseline pictures of the gallery: one browser, one system (pictures.spec.ts says how to renew them).
  snapshotPathTemplate: 'tests/e2e/pictures/{arg}{ext}',
  // One journey at a time: each starts a kiosk with its camera, OCR and central, and CI has two cores.
  workers: 1,
  fullyParallel: false,
  // The camera's film runs in real time: a machine that stalls for a moment may miss its scene. CI names what it tried twice.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    // No video: it needs an ffmpeg of Playwright's own.
    video: 'off',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'chromium', testMatch: JOURNEYS, testIgnore: ELECTRON },
    // Real Electron; each test says why when it is skipped (tests/e2e/support/electron.ts).
    { name: 'electron', testMatch: ELECTRON },
    // npm run tour: the README's pictures.
    { name: 'tour', testMatch: '**/*.tour.ts' },
  ],
})

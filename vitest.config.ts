import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Unit, contract and integration tests. Browser journeys are Playwright's (playwright.config.ts). */
export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/{unit,contract,integration}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

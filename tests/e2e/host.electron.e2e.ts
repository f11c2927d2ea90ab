import { expect, test } from '@playwright/test'
import { launchElectronKiosk, whyNoElectron } from './support/electron.ts'

const why = whyNoElectron()
// Said by the runner and not again by each worker.
if (why !== undefined && process.env.TEST_WORKER_INDEX === undefined) {
  process.stderr.write(`Journeys in real Electron are skipped: ${why}.\n`)
}
test.skip(why !== undefined, why)

test('real Electron shows the first screen, answers calls and keeps Node away from the page', async () => {
  const { page, close } = await launchElectronKiosk()
  try {
    expect(page.url()).toBe('app://kiosk/index.html')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const facts = await page.evaluate(async () => {
      const { kiosk } = globalThis as unknown as {
        kiosk: { invoke(channel: string, input: unknown): Promise<unknown> }
      }
      return {
        status: await kiosk.invoke('app.status', {}),
        unknown: await kiosk.invoke('nope', {}),
        node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
        outside: await fetch('https://example.com/').then(
          () => 'reached',
          () => 'refused',
        ),
        camera: await navigator.permissions
          .query({ name: 'camera' as PermissionName })
          .then(({ state }) => state),
        microphone: await navigator.permissions
          .query({ name: 'microphone' as PermissionName })
          .then(({ state }) => state),
      }
    })
    expect(facts).toMatchObject({
      status: { ok: true, value: { host: 'electron' } },
      unknown: { ok: false, error: { code: 'unknown-channel' } },
      node: ['undefined', 'undefined'],
      outside: 'refused',
      camera: 'granted',
      microphone: 'denied',
    })
  } finally {
    await close()
  }
})

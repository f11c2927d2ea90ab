import { FIRST_PAINT_KB, firstPaintSize } from '../bench/ui/first-screen.ts'
import { startNodeHost } from './support/processes.ts'
import { callerAt } from './support/rpc.ts'
import { expect, test } from './support/test.ts'

test('the first screen loads no more than it may, and none of what only a visit needs', async ({
  desk,
  page,
}) => {
  const host = await startNodeHost([
    '--demo',
    '--data-dir',
    `${desk.dir}/data`,
    '--key-file',
    `${desk.dir}/desk.key`,
  ])
  try {
    const call = callerAt(host.address)
    const [petugas] = await call('staff.choices', {})
    await call('staff.signIn', { staffId: petugas?.id ?? '', pin: '121212' })
    await page.goto(host.address)
    await expect(page.locator('[data-screen="awal"]')).toBeVisible()
    expect(await firstPaintSize(page)).toBeLessThanOrEqual(FIRST_PAINT_KB)
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => entry.name),
    )
    expect(loaded.filter((name) => /visit|worker|tesseract|wasm|TouchKeyboard/.test(name))).toEqual([])
  } finally {
    await host.process.stop()
  }
})

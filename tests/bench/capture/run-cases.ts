import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import type { Point } from '../ktp/warp.ts'
import { serveBuiltPage, workerPath } from './built-page.ts'
import { type Composer, installComposer } from './composer.ts'
import type { Case } from './scene.ts'

/** What became of the pictures of one check. */
export type Outcome = {
  readonly check: string
  readonly pictures: number
  readonly right: number
  /** Verdicts that were wrong, and how often. */
  readonly wrong: Readonly<Record<string, number>>
}

declare const composer: Composer

/** A page of the built kiosk with a composer and one worker in it. */
export async function openComposer(
  browser: Browser,
  kind: 'face-check' | 'card-check',
): Promise<{
  page: Page
  give(name: string, jpeg: Uint8Array): Promise<void>
  giveCard(name: string, jpeg: Uint8Array, corners: readonly Point[]): Promise<void>
  run(cases: readonly Case[]): Promise<Outcome[]>
  /** A case as the camera sees it: JPEG. */
  picture(of: Case): Promise<Uint8Array>
  close(): Promise<void>
}> {
  const served = await serveBuiltPage()
  const page = await browser.newPage()
  await page.goto(served.url)
  await page.evaluate(installComposer, workerPath(kind))
  await page.evaluate(() => composer.ready())
  return {
    page,
    give: (name, jpeg) =>
      page.evaluate(([n, b]) => composer.give(n, b), [name, Buffer.from(jpeg).toString('base64')] as const),
    giveCard: (name, jpeg, corners) =>
      page.evaluate(([n, b, c]) => composer.giveCard(n, b, c), [
        name,
        Buffer.from(jpeg).toString('base64'),
        corners,
      ] as const),
    async run(cases) {
      const outcomes = new Map<string, { pictures: number; right: number; wrong: Record<string, number> }>()
      for (const { check, scene, right } of cases) {
        const { verdict } = await page.evaluate((each) => composer.judge(each), scene)
        const outcome = outcomes.get(check) ?? { pictures: 0, right: 0, wrong: {} }
        outcome.pictures += 1
        if (right.includes(verdict)) outcome.right += 1
        else outcome.wrong[verdict] = (outcome.wrong[verdict] ?? 0) + 1
        outcomes.set(check, outcome)
      }
      return [...outcomes].map(([check, outcome]) => ({ check, ...outcome }))
    },
    picture: async ({ scene }) =>
      Buffer.from(await page.evaluate((each) => composer.picture(each), scene), 'base64'),
    async close() {
      await page.close()
      await served.close()
    },
  }
}

/** A portrait of the fixtures. */
export const readPortrait = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/faces/${name}.jpg`, import.meta.url)))

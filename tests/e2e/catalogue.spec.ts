import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import type { KtpTruth } from '../bench/ktp/index.ts'
import { findTraces } from '../helpers/find-traces.ts'
import { DEVIATIONS, inventedSteps, uncoveredSteps } from '../integration/catalogue/sop.ts'
import { storedAs } from './support/catalogue/fill-field.ts'
import type { Journey } from './support/catalogue/journey.ts'
import { JOURNEYS } from './support/catalogue/journeys.ts'
import { Office } from './support/catalogue/office.ts'
import { ELSEWHERE, missingPairs } from './support/catalogue/pairs.ts'
import { notePassed, readPassed } from './support/catalogue/passed.ts'
import { Walker } from './support/catalogue/walker.ts'
import { countJourney, expectAsDocumented } from './support/count-journey.ts'
import { type Desk, SIZES } from './support/desk.ts'
import { expect, test } from './support/test.ts'

for (const journey of JOURNEYS) {
  test(`${journey.name}, ${journey.language}, ${journey.size}`, async ({ desk }) => {
    test.setTimeout(240_000)
    const truth = journey.card === undefined ? undefined : await desk.showCard(journey.card)
    const office = new Office(desk)
    const page = await office.open(SIZES[journey.size], journey.network)
    const counter = await countJourney(page)
    const walker = new Walker(page, office, journey, truth, counter)
    await walker.choose()
    const reference = await walker.walk()
    await walker.screens.press('btn.Selesai')
    const counted = await counter.read()
    test.info().annotations.push({ type: 'put right on the card', description: walker.misread.join(', ') })
    notePassed(journey.name, { service: journey.service, steps: walker.passed })

    await page.getByRole('button', { name: 'Menu petugas' }).click()
    if (journey.network === 'offline') await expectWaitsSealed(desk, office, page, reference, truth, journey)
    await expectState(desk, page, reference, journey.ends)
    const [received, ...others] = office.received()
    expect(others, 'received once').toEqual([])
    expectRight(received, reference, journey, truth, walker.passed)
    expectAsDocumented(journey.name, counted)
  })
}

test('the journeys meet every pair of service, network, language and orientation', () => {
  expect(missingPairs([...JOURNEYS, ...ELSEWHERE])).toEqual([])
})

test('every step of the SOPs was passed through in the browser, or stands in the list of deviations', () => {
  const passed = readPassed()
  expect(JOURNEYS.map(({ name }) => name).filter((name) => !passed.has(name))).toEqual([])
  const visits = [...passed.values()]
  expect(uncoveredSteps(visits)).toEqual(Object.keys(DEVIATIONS))
  expect(inventedSteps(visits)).toEqual([])
})

/** The petugas' list shows the registration in this state; the central is asked for news meanwhile. */
async function expectState(desk: Desk, page: Page, reference: string, state: string): Promise<void> {
  await expect(async () => {
    await desk.call('sync.now', {})
    await expect(page.getByRole('row', { name: new RegExp(`${reference}.*${state}`) })).toBeVisible({
      timeout: 1000,
    })
  }).toPass({ timeout: 60_000 })
}

/** It lies in the queue, nothing of it is legible on the disk, and nothing has come to the central; then the network is back. */
async function expectWaitsSealed(
  desk: Desk,
  office: Office,
  page: Page,
  reference: string,
  truth: KtpTruth | undefined,
  { answers }: Journey,
): Promise<void> {
  await expect(page.getByRole('row', { name: new RegExp(`${reference}.*Antre`) })).toBeVisible()
  const email = String(answers.email)
  expect(
    findTraces(join(desk.dir, 'data'), { email, ...(truth ? { nik: truth.nik, nama: truth.nama } : {}) }),
  ).toEqual([])
  expect(office.received()).toEqual([])
  await office.reconnect()
  await expectState(desk, page, reference, 'Menunggu')
  await office.typeCodesAtHome()
}

/** Everything that was shown, typed and ticked is there as it was meant. */
function expectRight(
  payload: SubmissionPayload | undefined,
  reference: string,
  journey: Journey,
  truth: KtpTruth | undefined,
  passed: readonly string[],
): void {
  const typed = Object.entries(journey.answers).map(([field, answer]) => [field, storedAs(answer)])
  expect(payload).toMatchObject({
    reference,
    service: journey.service,
    language: journey.language,
    values: { ...truth, ...Object.fromEntries(typed), ...journey.chosen?.values },
  })
  const given = (payload?.documents ?? []).map(({ kind }) => kind)
  expect(given.toSorted()).toEqual(Object.keys(journey.documents ?? {}).toSorted())
  const photos = (payload?.photos ?? []).map(({ purpose }) => purpose)
  // The whole frame stands for the card where no card was found in it.
  expect(photos.some((purpose) => purpose !== 'swafoto')).toBe(passed.includes('foto-ktp'))
  expect(photos.includes('swafoto')).toBe(passed.includes('swafoto'))
  expect([...(payload?.deferred ?? [])].toSorted()).toEqual([...(journey.deferred ?? [])].toSorted())
}

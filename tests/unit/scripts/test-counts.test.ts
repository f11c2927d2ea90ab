import { describe, expect, it } from 'vitest'
// @ts-expect-error plain JavaScript: it runs before anything is installed
import { addUp, countPlaywright, countVitest, selectRunners } from '../../../scripts/lib/test-counts.mjs'

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ],
}

describe('counting', () => {
  it('counts a test file that could not be loaded as a failure', () => {
    expect(countVitest(vitestReport)).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })
  it("counts Playwright's results and its errors outside tests", () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] }
    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 2, skipped: 2 })
  })
  it('counts a missing report as a failure', () => {
    expect(countVitest(undefined).failed).toBe(1)
    expect(countPlaywright(undefined).failed).toBe(1)
  })
  it('adds up', () => {
    expect(addUp([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
    expect(
      addUp([
        { passed: 1, failed: 2, skipped: 3 },
        { passed: 1, failed: 1, skipped: 1 },
      ]),
    ).toEqual({ passed: 2, failed: 3, skipped: 4 })
  })
})

describe('selecting', () => {
  it.each([
    [[], { vitest: [], playwright: [] }],
    [['unit'], { vitest: ['tests/unit/'] }],
    [['unit', 'contract', '-t', 'NIK'], { vitest: ['tests/unit/', 'tests/contract/', '-t', 'NIK'] }],
    [['tests/integration/hosts'], { vitest: ['tests/integration/hosts'] }],
    [['e2e', '-t', 'offline'], { playwright: ['tests/e2e/', '-g', 'offline'] }],
    [['unit', 'e2e'], { vitest: ['tests/unit/'], playwright: ['tests/e2e/'] }],
    [['-t', 'NIK'], { vitest: ['-t', 'NIK'], playwright: ['-g', 'NIK'] }],
  ])('%j', (args, wanted) => {
    expect(selectRunners(args)).toEqual(wanted)
  })
})

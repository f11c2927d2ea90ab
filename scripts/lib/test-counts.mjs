/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

const VITEST_PARTS = ['unit', 'contract', 'integration']

/**
 * Which runner gets which arguments. Without a selection both run; a path or part belongs to the runner
 * whose tests lie there, and options go with it. `-t NAME` is Playwright's `-g NAME`.
 * @returns {{vitest?: string[], playwright?: string[]}}
 */
export function selectRunners(args) {
  const isPlaywright = (arg) => arg === 'e2e' || arg.startsWith('tests/e2e') || arg.startsWith('--project')
  const isVitest = (arg) =>
    VITEST_PARTS.includes(arg) || VITEST_PARTS.some((part) => arg.startsWith(`tests/${part}`))
  const options = args.filter((arg) => !isPlaywright(arg) && !isVitest(arg))
  const forVitest = args.filter(isVitest).map((arg) => (VITEST_PARTS.includes(arg) ? `tests/${arg}/` : arg))
  const forPlaywright = args.filter(isPlaywright).map((arg) => (arg === 'e2e' ? 'tests/e2e/' : arg))
  const all = forVitest.length === 0 && forPlaywright.length === 0
  return {
    ...(all || forVitest.length > 0 ? { vitest: [...forVitest, ...options] } : {}),
    ...(all || forPlaywright.length > 0
      ? { playwright: [...forPlaywright, ...options.map((arg) => (arg === '-t' ? '-g' : arg))] }
      : {}),
  }
}

/** Counts of vitest's JSON report. A file that could not even be loaded counts as one failure. @returns {Counts} */
export function countVitest(report) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/** Counts of Playwright's JSON report. @returns {Counts} */
export function countPlaywright(report) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped }
}

/** @param {Counts[]} counts @returns {Counts} */
export function addUp(counts) {
  return counts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

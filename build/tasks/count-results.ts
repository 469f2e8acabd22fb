/** What the test runners' JSON reports say, in three figures. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  /** One entry a file. */
  readonly testResults: readonly {
    readonly status: string
    readonly name?: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName?: string }[]
  }[]
}
/** A file, or a group of tests within it. */
interface PlaywrightSuite {
  readonly file: string
  readonly specs: readonly { readonly title: string; readonly ok: boolean }[]
  readonly suites?: readonly PlaywrightSuite[]
}
interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly flaky: number; readonly unexpected: number; readonly skipped: number }
  readonly suites?: readonly PlaywrightSuite[]
}
export type Report = VitestReport | PlaywrightReport

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }

function countsIn(report: Report): Counts {
  if ('stats' in report) {
    const { expected, flaky, unexpected, skipped } = report.stats
    return { passed: expected + flaky, failed: unexpected, skipped }
  }
  // A file that does not load has failed without a failed test.
  const failedFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'))
  return { passed: report.numPassedTests, failed: report.numFailedTests + failedFiles.length, skipped: report.numPendingTests + report.numTodoTests }
}

/**
 * The counts of one layer. A runner that failed without a failed test (an error between tests, a time limit, no report at all)
 * counts as one failure.
 */
export function countLayer(report: Report | undefined, exitCode: number): Counts {
  const counts = report === undefined ? NOTHING : countsIn(report)
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

export const addCounts = (all: readonly Counts[]): Counts =>
  all.reduce((sum, { passed, failed, skipped }) => ({ passed: sum.passed + passed, failed: sum.failed + failed, skipped: sum.skipped + skipped }), NOTHING)

/** The closing line, made for people and for counters. */
export const closingLine = ({ passed, failed, skipped }: Counts): string => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** What failed, by file and title: said again at the very end, since the runner's own lines about it scrolled away hours before. */
export function failuresIn(report: Report | undefined): readonly string[] {
  if (report === undefined) return []
  if ('stats' in report) return (report.suites ?? []).flatMap(failedSpecs)
  return report.testResults.flatMap(({ status, name = '', assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    return failed.length === 0 && status === 'failed' ? [`${name} (the file itself)`] : failed.map(({ fullName = '' }) => `${name} › ${fullName}`)
  })
}

function failedSpecs({ file, specs, suites = [] }: PlaywrightSuite): readonly string[] {
  return [...specs.filter(({ ok }) => !ok).map(({ title }) => `${file} › ${title}`), ...suites.flatMap(failedSpecs)]
}

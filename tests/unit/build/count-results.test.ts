import { expect, test } from 'vitest'
import { addCounts, closingLine, countLayer, failuresIn } from '../../../build/tasks/count-results.ts'

const vitestReport = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] }
const playwrightReport = { stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 0 } }

test('adds up the reports of both runners in one line', () => {
  const counts = addCounts([countLayer(vitestReport, 1), countLayer(playwrightReport, 0)])
  expect(closingLine(counts)).toBe('9 passed, 1 failed, 3 skipped')
})

test('says nothing of skipped tests when there are none', () => {
  expect(closingLine(countLayer(playwrightReport, 0))).toBe('4 passed, 0 failed')
})

test('a file that does not load counts as one failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }, { status: 'failed', assertionResults: [{ status: 'failed' }] }, { status: 'passed', assertionResults: [] }]
  expect(countLayer({ ...vitestReport, testResults }, 1).failed).toBe(2)
})

test('a runner that fails without a failed test, or without a report, counts as one failure', () => {
  expect(countLayer(playwrightReport, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 })
  expect(countLayer(undefined, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('names what failed, in both runners’ reports, a file that does not load too', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'adds up' }, { status: 'passed', fullName: 'takes away' }] },
    { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'divides' }] }
  ]
  expect(failuresIn({ ...vitestReport, testResults })).toEqual(['a.test.ts › adds up', 'b.test.ts (the file itself)'])
  const specs = [{ title: 'opens', ok: true }, { title: 'closes', ok: false }]
  const suites = [{ file: 'd.spec.ts', specs, suites: [{ file: 'd.spec.ts', specs: [{ title: 'opens again', ok: false }] }] }]
  expect(failuresIn({ ...playwrightReport, suites })).toEqual(['d.spec.ts › closes', 'd.spec.ts › opens again'])
  expect(failuresIn(undefined)).toEqual([])
})

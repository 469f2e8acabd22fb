/** `npm test [-- layers] [filters]`: everything that must hold, layer by layer, and one closing line. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../setup/cache-folder.mjs'
import { root } from '../setup/commands.ts'
import { CHECKS, runChecks } from './checks.ts'
import { addCounts, closingLine, countLayer, failuresIn, type Counts, type Report } from './count-results.ts'
import { RUNNERS, type RunnerName } from './test-runners.ts'

export type LayerName = keyof typeof CHECKS | RunnerName

const isCheck = (name: string): name is keyof typeof CHECKS => Object.hasOwn(CHECKS, name)
const isRunner = (name: string): name is RunnerName => Object.hasOwn(RUNNERS, name)
export const isLayerName = (name: string): name is LayerName => isCheck(name) || isRunner(name)
export const LAYER_NAMES: readonly LayerName[] = [...Object.keys(CHECKS).filter(isCheck), ...Object.keys(RUNNERS).filter(isRunner)]

interface LayerResult extends Counts {
  readonly name: LayerName
  /** Why it was left out. */
  readonly remark?: string
  readonly failures: readonly string[]
}

const reports = join(root, 'test-results/reports')

/** Each check counts as one test. */
async function runCheckLayer(name: keyof typeof CHECKS): Promise<LayerResult> {
  const failed = await runChecks(CHECKS[name], [])
  for (const check of failed) say(`failed: ${check}`)
  return { name, passed: CHECKS[name].length - failed.length, failed: failed.length, skipped: 0, failures: failed }
}

async function runTestLayer(name: RunnerName, filters: readonly string[]): Promise<LayerResult> {
  const reportFile = join(reports, `${name}.json`)
  const outcome = await RUNNERS[name]({ filters, reportFile }).catch((error: unknown) => {
    // Something of the machine is missing: the other layers can still be run.
    say(error instanceof Error ? error.message : String(error))
    return { kind: 'ran', exitCode: 1 } as const
  })
  if (outcome.kind === 'skipped') return { name, passed: 0, failed: 0, skipped: 0, failures: [], remark: outcome.reason }
  const report: Report | undefined = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined
  return { name, ...countLayer(report, outcome.exitCode), failures: failuresIn(report) }
}

/** Words that name layers choose them; the others go to the runners, to narrow further. */
export async function test(args: readonly string[]): Promise<number> {
  const chosen = args.filter(isLayerName)
  const filters = args.filter((word) => !isLayerName(word))
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const results: LayerResult[] = []
  for (const name of LAYER_NAMES.filter((candidate) => chosen.length === 0 || chosen.includes(candidate))) {
    const started = performance.now()
    const result = isCheck(name) ? await runCheckLayer(name) : await runTestLayer(name, filters)
    say(`${name} (${((performance.now() - started) / 1000).toFixed(1)} s): ${result.remark ?? closingLine(result)}`)
    results.push(result)
  }
  const failed = results.filter((result) => result.failed > 0)
  if (failed.length > 0) say(`failed: ${failed.map((result) => result.name).join(', ')}`)
  for (const { name, failures } of failed) for (const failure of failures) say(`  ${name}: ${failure}`)
  console.log(closingLine(addCounts(results)))
  return failed.length === 0 ? 0 : 1
}

/** How each layer of tests is run: with what laid out, in which runner. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { say } from '../setup/cache-folder.mjs'
import { findChromium } from '../setup/chromium.ts'
import { isLinux, root, run, type Environment } from '../setup/commands.ts'
import { ensureDependencies } from '../setup/dependencies.ts'
import { withDisplay } from '../setup/display.ts'
import { runWithKeyring } from '../setup/keyring.ts'
import { layOutAppView } from '../setup/appview-servers.ts'
import { requireSystemPackages } from '../setup/system-packages.ts'
import { layOutTestServers } from '../setup/test-servers.ts'
import { filesBelow } from '../source-stamp.ts'
import { buildParts, PART_NAMES } from '../vite-build.ts'
import { prepareElectron } from './prepare-electron.ts'

export interface RunnerInput {
  /** Further words for the runner: parts of file names. */
  readonly filters: readonly string[]
  /** Where its JSON report belongs. */
  readonly reportFile: string
}
export type Outcome = { readonly kind: 'ran'; readonly exitCode: number } | { readonly kind: 'skipped'; readonly reason: string }
type Runner = (input: RunnerInput) => Promise<Outcome>

/** A layer that hangs ends the run, not the day. */
const LIMIT_MS = 40 * 60_000
/** Vitest leaves one core free, which on two is half of them. Only for layers whose files share nothing: no server, no keychain. */
const everyCore = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`
const ran = (exitCode: number): Outcome => ({ kind: 'ran', exitCode })

const hasTests = (...folders: readonly string[]): boolean =>
  folders.some((folder) => filesBelow(join(root, folder)).some((file) => /\.(test|spec)\.tsx?$/.test(file)))

/** A layer without a test yet is skipped, and says so. */
const ifAnyIn =
  (folders: readonly string[], runner: Runner): Runner =>
  async (input) => {
    if (!hasTests(...folders)) return { kind: 'skipped', reason: `no tests in ${folders.join(', ')} yet` }
    ensureDependencies()
    return runner(input)
  }

let isSharedMissingSaid = false

/** Reference data beside the project (feeds, conformance sets); tests that read it look for VIGIE_SHARED and are skipped without it. */
function testEnvironment(): Environment {
  const shared = join(root, '../shared')
  if (existsSync(shared)) return { ...process.env, VIGIE_SHARED: shared }
  if (!isSharedMissingSaid) say('../shared is not here: the tests that read its reference data are skipped')
  isSharedMissingSaid = true
  return { ...process.env }
}

const vitest = (project: string, { filters, reportFile }: RunnerInput): string[] => [
  join(root, 'node_modules/vitest/vitest.mjs'),
  ...['run', '--config', 'build/vitest.config.ts', '--project', project, '--passWithNoTests', '--allowOnly=false'],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...filters]
]

const playwright = (project: string, { filters }: RunnerInput): string[] => [
  join(root, 'node_modules/@playwright/test/cli.js'),
  ...['test', '--config', 'build/playwright.config.ts', '--project', project, '--pass-with-no-tests', ...filters]
]

const plain =
  (project: string): Runner =>
  async (input) =>
    ran(await run(process.execPath, [...vitest(project, input), everyCore], { env: testEnvironment(), timeout: LIMIT_MS }))

const keychain: Runner = async (input) => {
  const keytar = join(root, `node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`)
  if (isLinux) requireSystemPackages({ binaries: [keytar].filter((file) => existsSync(file)) })
  return ran(await runWithKeyring(process.execPath, vitest('keychain', input), { env: testEnvironment(), timeout: LIMIT_MS }))
}

const servers: Runner = async (input) => {
  const env = { ...testEnvironment(), ...(await layOutTestServers()) }
  return ran(await run(process.execPath, vitest('servers', input), { env, timeout: LIMIT_MS }))
}

/** The longer run against Bluesky's own AppView; not a layer of `npm test`. */
export const onRealAppView: Runner = async (input) => {
  ensureDependencies()
  const env = { ...testEnvironment(), ...(await layOutAppView()) }
  return ran(await run(process.execPath, vitest('appview', input), { env, timeout: LIMIT_MS }))
}

const ui: Runner = async (input) => {
  const chromium = findChromium()
  if ('complaint' in chromium) return { kind: 'skipped', reason: `skipped; ${chromium.complaint}` }
  const buildCode = await buildParts(['renderer'])
  if (buildCode !== 0) return ran(buildCode)
  const env = { ...testEnvironment(), VIGIE_CHROMIUM: chromium.executable, PLAYWRIGHT_JSON_OUTPUT_FILE: input.reportFile }
  return ran(await run(process.execPath, playwright('ui', input), { env, timeout: LIMIT_MS }))
}

/** Real windows, a real keyring, real servers beside them. */
export const inElectron =
  (project: string): Runner =>
  async (input) => {
    const electron = await prepareElectron()
    const buildCode = await buildParts(PART_NAMES)
    if (buildCode !== 0) return ran(buildCode)
    const env = { ...testEnvironment(), ...electron.env, ...(await layOutTestServers()), PLAYWRIGHT_JSON_OUTPUT_FILE: input.reportFile }
    const exitCode = await withDisplay(env, (displayEnv) =>
      runWithKeyring(process.execPath, playwright(project, input), { env: displayEnv, timeout: LIMIT_MS })
    )
    return ran(exitCode)
  }

export const RUNNERS = {
  unit: ifAnyIn(['tests/unit'], plain('unit')),
  integration: ifAnyIn(['tests/integration', 'tests/contract'], plain('integration')),
  keychain: ifAnyIn(['tests/keychain'], keychain),
  servers: ifAnyIn(['tests/servers'], servers),
  ui: ifAnyIn(['tests/ui'], ui),
  e2e: ifAnyIn(['tests/e2e'], inElectron('e2e'))
} as const satisfies Readonly<Record<string, Runner>>

export type RunnerName = keyof typeof RUNNERS

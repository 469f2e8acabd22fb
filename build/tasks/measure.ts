/** Tasks that look at the whole product: figures and pictures. */
import { join } from 'node:path'
import { say } from '../setup/cache-folder.mjs'
import { findChromium } from '../setup/chromium.ts'
import { root, runNode } from '../setup/commands.ts'
import { ensureDependencies } from '../setup/dependencies.ts'
import { withDisplay } from '../setup/display.ts'
import { bringSystemPackages, missingEmojiFont } from '../setup/system-packages.ts'
import { buildParts, PART_NAMES } from '../vite-build.ts'
import { prepareElectron } from './prepare-electron.ts'
import { inElectron } from './test-runners.ts'

/** `npm run bench [-- --json FILE]` */
export async function bench(args: readonly string[]): Promise<number> {
  const chromium = findChromium()
  if ('complaint' in chromium) {
    say(`the composer is measured in a browser; ${chromium.complaint}`)
    return 1
  }
  const { env } = await prepareElectron()
  const buildCode = await buildParts(PART_NAMES)
  if (buildCode !== 0) return buildCode
  return withDisplay({ ...env, VIGIE_CHROMIUM: chromium.executable }, (displayEnv) => runNode('tests/bench/bench.ts', args, { env: displayEnv, cwd: process.env['INIT_CWD'] ?? root }))
}

/** `npm run screenshots`: writes docs/screenshots/. */
export async function screenshots(args: readonly string[]): Promise<number> {
  const complaint = bringSystemPackages({ others: missingEmojiFont() })
  if (complaint !== undefined) say(`the pictures will lack emoji; ${complaint}`)
  const outcome = await inElectron('screenshots')({ filters: args, reportFile: join(root, 'test-results/reports/screenshots.json') })
  return outcome.kind === 'ran' ? outcome.exitCode : 1
}

/** `npm run conformance [-- --json FILE]`: asks the published data sets. */
export async function conformance(args: readonly string[]): Promise<number> {
  ensureDependencies()
  return runNode('tests/conformance/conformance.ts', args, { cwd: process.env['INIT_CWD'] ?? root })
}

/** `npm run networks [-- --markdown] [-- --json [FILE]]`: the networks and what Vigie can do there. */
export async function networks(args: readonly string[]): Promise<number> {
  ensureDependencies()
  return runNode('tests/networks/print-networks.ts', args, { cwd: process.env['INIT_CWD'] ?? root })
}

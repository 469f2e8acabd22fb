/** The tasks by name: what `npm run NAME` does. */
import { say } from '../setup/cache-folder.mjs'
import { appview } from './appview.ts'
import { build } from './build.ts'
import { lint, typecheck } from './checks.ts'
import { bench, conformance, networks, screenshots } from './measure.ts'
import { packageApp } from './package-app.ts'
import { setUp } from './set-up.ts'
import { start } from './start.ts'
import { isLayerName, LAYER_NAMES, test } from './test.ts'
import { torture } from './torture.ts'

type Task = (args: readonly string[]) => Promise<number>

const TASKS: Readonly<Record<string, Task>> = { start, test, bench, torture, package: packageApp, screenshots, conformance, networks, appview, setup: setUp, build, lint, typecheck }

/** Runs a task and resolves to the exit code. A layer of the tests is a task too: `unit` is `test unit`. */
export async function runTask([name = '', ...args]: readonly string[]): Promise<number> {
  const task = Object.hasOwn(TASKS, name) ? TASKS[name] : isLayerName(name) ? (words: readonly string[]) => test([name, ...words]) : undefined
  if (task === undefined) {
    say(`unknown task "${name}"; there are ${[...new Set([...Object.keys(TASKS), ...LAYER_NAMES])].join(', ')}`)
    return 2
  }
  try {
    return await task(args)
  } catch (error) {
    say(process.env['VIGIE_DEBUG'] === undefined && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error))
    return 1
  }
}

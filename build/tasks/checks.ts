/** What is checked without running the product: style and rules, the lock file, Electron's age, types. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkElectronAge } from '../check-electron-age.ts'
import { checkLock } from '../check-lock.ts'
import { root, runNode } from '../setup/commands.ts'
import { ensureDependencies } from '../setup/dependencies.ts'
import { ensureFloorTypes } from '../setup/electron-fallback.ts'

export interface Check {
  readonly name: string
  run(args: readonly string[]): Promise<number>
}

const FOLDERS = ['electron', 'renderer', 'shared', 'tests', 'build']

const LINT: readonly Check[] = [
  {
    name: 'lint',
    run: (args) => {
      const places = FOLDERS.filter((folder) => existsSync(join(root, folder)))
      return runNode('node_modules/oxlint/bin/oxlint', ['-c', 'build/oxlintrc.json', '--type-aware', '--deny-warnings', ...args, ...places])
    }
  },
  { name: 'lock file', run: checkLock },
  { name: 'age of Electron', run: checkElectronAge }
]

const typesOf = (project: string): Check => ({
  name: `types: ${project}`,
  run: () => runNode('node_modules/typescript/bin/tsc', ['-p', `build/tsconfig.${project}.json`])
})

const TYPES: readonly Check[] = [
  typesOf('node'),
  typesOf('web'),
  typesOf('browser-tests'),
  {
    name: 'types: floor',
    run: async (args) => {
      await ensureFloorTypes()
      return typesOf('floor').run(args)
    }
  }
]

/** Runs all, also after a failure; resolves to the names of those that failed. */
export async function runChecks(checks: readonly Check[], args: readonly string[]): Promise<string[]> {
  ensureDependencies()
  const failed: string[] = []
  for (const check of checks) if ((await check.run(args)) !== 0) failed.push(check.name)
  return failed
}

export const CHECKS = { lint: LINT, typecheck: TYPES } as const

const exitCodeOf = (failed: readonly string[]): number => (failed.length === 0 ? 0 : 1)

/** `npm run lint [-- --fix]` */
export const lint = async (args: readonly string[]): Promise<number> => exitCodeOf(await runChecks(LINT, args))

/** `npm run typecheck` */
export const typecheck = async (): Promise<number> => exitCodeOf(await runChecks(TYPES, []))

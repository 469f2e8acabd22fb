import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How the built application is started here. `npm test` says it in the environment (build/tasks/prepare-electron.ts). */
export interface StudioCommand {
  readonly executable: string
  /** Switches that this system needs, and the folder of the application. */
  readonly words: readonly string[]
}

export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '')

export function studioCommand(): StudioCommand {
  const executable = process.env['VIGIE_ELECTRON']
  if (executable === undefined) throw new Error('no Electron is named in VIGIE_ELECTRON: run these tests by "npm test e2e"')
  const switches = (process.env['VIGIE_ELECTRON_SWITCHES'] ?? '').split(' ').filter((word) => word !== '')
  return { executable, words: [...switches, projectRoot] }
}

/** The environment of a studio under test: its own data, its own home, nobody in front of it. */
export function studioEnvironment(dataFolder: string, changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(inherited), VIGIE_DATA_DIR: dataFolder, VIGIE_STATE_DIR: stateOfTests, VIGIE_AUTOMATED: '1', ...changes, VIGIE_TEST_OPTIONS: testOptions(changes['VIGIE_TEST_OPTIONS']) }
}

/** Outside of every test's data folder, and of the home. Each data folder has its own name there. */
const stateOfTests = join(tmpdir(), 'vigie-state-of-tests')

/** Nothing waits to be taken back, unless a test is about that. */
function testOptions(given: string | undefined): string {
  return JSON.stringify({ undoSecondsOfNewClients: 0, ...JSON.parse(given ?? '{}') })
}

export interface FinishedRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the application as a command until it ends by itself; for the modes that do one thing, and for a second start. */
export async function runStudio(dataFolder: string, words: readonly string[], changes: Readonly<Record<string, string>> = {}, limit = 50_000): Promise<FinishedRun> {
  const command = studioCommand()
  const child = spawn(command.executable, [...command.words, ...words], { env: studioEnvironment(dataFolder, changes), stdio: ['ignore', 'pipe', 'pipe'] })
  const killer = setTimeout(() => child.kill('SIGKILL'), limit)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearTimeout(killer)
  return { exitCode, stdout, stderr }
}

/** Starts a packaged application, as its user would, and looks at what matters: fuses, native modules, keychain, a window. */
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../setup/cache-folder.mjs'
import { isRoot, root, type Environment } from '../setup/commands.ts'
import { withDisplay } from '../setup/display.ts'
import { runWithKeyring } from '../setup/keyring.ts'

const LIMIT_MS = 60_000
/** As root there is no sandbox; Chromium's remarks about a missing system bus and graphics card are of no interest here. */
const SWITCHES = [...(isRoot ? ['--no-sandbox'] : []), '--log-level=3']
const SMALLEST_PICTURE = 5_000

/** What `vigie --self-check` prints as its last line. */
interface SelfCheck {
  readonly sqlite: boolean
  readonly images: boolean
  readonly keychain: boolean
  readonly engine: boolean
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

function complaintsAboutSelfCheck(output: string): string[] {
  try {
    const found: Partial<SelfCheck> = JSON.parse(lastLine(output))
    return (['sqlite', 'images', 'keychain', 'engine'] as const).filter((part) => found[part] !== true).map((part) => `its ${part} does not work: ${lastLine(output)}`)
  } catch {
    return [`--self-check did not end with a line of JSON: ${output.slice(-500)}`]
  }
}

interface Trial {
  readonly executable: string
  /** For data, output and picture. */
  readonly folder: string
  readonly env: Environment
}

async function selfCheck({ executable, folder, env }: Trial): Promise<string[]> {
  const file = join(folder, 'output')
  const output = openSync(file, 'w')
  try {
    const args = [...SWITCHES, '--self-check']
    const code = await runWithKeyring(executable, args, { env, timeout: LIMIT_MS, stdout: output })
    const complaints = complaintsAboutSelfCheck(readFileSync(file, 'utf8'))
    return code === 0 ? complaints : [`--self-check ended with ${code}`, ...complaints]
  } finally {
    closeSync(output)
  }
}

async function takePicture({ executable, folder, env }: Trial): Promise<string[]> {
  const picture = join(folder, 'picture.png')
  const args = [...SWITCHES, '--screenshot', picture]
  const code = await runWithKeyring(executable, args, { env, timeout: LIMIT_MS })
  if (code !== 0) return [`--screenshot ended with ${code}`]
  const size = statSync(picture, { throwIfNoEntry: false })?.size ?? 0
  return size > SMALLEST_PICTURE ? [] : [`--screenshot wrote ${size} bytes`]
}

/** Resolves to an exit code; says what is wrong. */
export async function checkPackagedApp(executable: string): Promise<number> {
  const { checkFuses } = await import('../package/fuses.ts')
  const folder = mkdtempSync(join(tmpdir(), 'vigie-packaged-'))
  const complaints = await checkFuses(executable)
  try {
    await withDisplay({ ...process.env, VIGIE_DATA_DIR: join(folder, 'data'), VIGIE_STATE_DIR: join(folder, 'state') }, async (env) => {
      complaints.push(...(await selfCheck({ executable, folder, env })), ...(await takePicture({ executable, folder, env })))
      return 0
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  for (const complaint of complaints) say(`${executable}: ${complaint}`)
  if (complaints.length === 0) say(`${executable.replace(`${root}/`, '')} starts; fuses, SQLite, images, keychain and engine are right`)
  return complaints.length === 0 ? 0 : 1
}

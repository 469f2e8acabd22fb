import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import keytar from 'keytar'
import { KeytarSecretStore } from '../../electron/main/secrets/keytar-secret-store.ts'
import { succeed } from '../../shared/contract/result.ts'

/**
 * Against the real keychain of the session: `npm test keychain` starts an unlocked, empty gnome-keyring for it. What a locked one or a session
 * without any does is tried in processes of their own (locked-keychain.ts), as each has one bus for its whole life.
 */

const isLinux = process.platform === 'linux'

function openStore() {
  const states: string[] = []
  let generation = 0
  const store = new KeytarSecretStore({
    load: async () => keytar,
    platform: process.platform,
    newGeneration: () => `test${++generation}`,
    onState: ({ state }) => void states.push(state)
  })
  return { store, states }
}

test('keeps, finds and forgets a secret', async () => {
  const { store, states } = openStore()
  expect(await store.put('test:short', 's3cret with é and 漢')).toEqual(succeed({}))
  expect(await store.get('test:short')).toEqual(succeed('s3cret with é and 漢'))
  expect(await store.put('test:short', 'another')).toEqual(succeed({}))
  expect(await store.get('test:short')).toEqual(succeed('another'))
  expect(await store.delete('test:short')).toEqual(succeed({}))
  expect(await store.get('test:short')).toEqual(succeed(null))
  expect(await store.delete('test:short')).toEqual(succeed({}))
  expect(states).toEqual(['ready'])
})

test('keeps a secret longer than one entry may be, and leaves nothing of it', async () => {
  const { store } = openStore()
  const secret = JSON.stringify({ accessJwt: 'x'.repeat(5_000), refreshJwt: 'é'.repeat(3_000) })
  await store.put('test:long', secret)
  expect(await store.get('test:long')).toEqual(succeed(secret))
  await store.put('test:long', 'short now')
  expect(await store.get('test:long')).toEqual(succeed('short now'))
  await store.delete('test:long')
  const left = await keytar.findCredentials('Vigie')
  expect(left.map(({ account }) => account)).toEqual(['check'])
})

test('many at once come back in order', async () => {
  const { store } = openStore()
  const references = Array.from({ length: 20 }, (_, index) => `test:many:${index}`)
  await Promise.all(references.map((reference) => store.put(reference, `secret of ${reference}`)))
  expect(await Promise.all(references.map((reference) => store.get(reference)))).toEqual(references.map((reference) => succeed(`secret of ${reference}`)))
  await Promise.all(references.map((reference) => store.delete(reference)))
})

test('says that it is there', async () => {
  expect(await openStore().store.check()).toMatchObject({ state: 'ready' })
})

interface Told {
  readonly state: string
  readonly get: string
  readonly put: string
  readonly ms: number
  readonly isAtRest: boolean
}

const child = fileURLToPath(new URL('./locked-keychain.ts', import.meta.url))

/** Runs a process in a session of its own; `before` is a shell line that sets the session up. */
function inSession(before: string, folder: string, changes: Record<string, string> = {}): Told {
  const environment: NodeJS.ProcessEnv = { ...process.env, XDG_RUNTIME_DIR: join(folder, 'run'), XDG_DATA_HOME: join(folder, 'data'), ...changes }
  delete environment['DBUS_SESSION_BUS_ADDRESS']
  delete environment['DISPLAY']
  const { stdout, stderr } = spawnSync('dbus-run-session', ['--', 'sh', '-c', `${before}\nexec "$@"`, 'sh', process.execPath, child], { env: environment, encoding: 'utf8', timeout: 25_000 })
  const line = stdout.split('\n').find((candidate) => candidate.startsWith('{'))
  if (line === undefined) throw new Error(`the session said nothing: ${stderr}`)
  return JSON.parse(line) as Told
}

function sessionFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-session-'))
  for (const name of ['run', 'data']) mkdirSync(join(folder, name), { mode: 0o700 })
  return folder
}

const unlocked = "printf 'password\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1"
const locked = 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1'

test.runIf(isLinux)('a locked keyring is told from an empty one, with nobody there to unlock it', () => {
  const folder = sessionFolder()
  try {
    expect(inSession(unlocked, folder)).toMatchObject({ state: 'ready', get: 'null', put: 'ok' })
    expect(inSession(unlocked, folder)).toMatchObject({ state: 'ready', get: 'value', put: 'ok' })
    rmSync(join(folder, 'run'), { recursive: true })
    mkdirSync(join(folder, 'run'), { mode: 0o700 })
    expect(inSession(locked, folder)).toMatchObject({ state: 'locked', get: 'keychain_timeout', put: 'keychain_timeout' })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
})

test.runIf(isLinux)('a keyring that waits for its password is given up after the time set', () => {
  const folder = sessionFolder()
  try {
    const told = inSession(unlocked, folder, { VIGIE_TEST_HOLD_KEYRING: '1' })
    expect(told).toMatchObject({ state: 'locked', get: 'keychain_timeout', put: 'keychain_timeout' })
    expect(told.isAtRest).toBe(false)
    expect(told.ms).toBeGreaterThanOrEqual(1_000)
    expect(told.ms).toBeLessThan(5_000)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
})

test.runIf(isLinux)('a session without a bus has no keychain', async () => {
  const environment: NodeJS.ProcessEnv = { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }
  delete environment['DISPLAY']
  const run: ChildProcess = spawn(process.execPath, [child], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  let stdout = ''
  run.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  await new Promise((resolve) => run.once('close', resolve))
  expect(JSON.parse(stdout)).toMatchObject({ state: 'missing', get: 'no_keychain', put: 'no_keychain' })
})

import { execFileSync } from 'node:child_process'
import keytar from 'keytar'
import { KeytarSecretStore } from '../../electron/main/secrets/keytar-secret-store.ts'

// Asks the keychain of this process's session and prints what came of it, as one line of JSON.
const store = new KeytarSecretStore({ load: async () => keytar, platform: process.platform, newGeneration: () => 'child', onState: () => {}, timeout: 1_000 })
const held = process.env['VIGIE_TEST_HOLD_KEYRING'] === '1' ? await holdKeyring() : null

const started = performance.now()
const found = await store.get('test:session')
const put = await store.put('test:session', 's3cret')
const foundText = found.ok ? (found.value === null ? 'null' : 'value') : found.error.code
const ms = Math.round(performance.now() - started)
const isAtRest = await store.isAtRest(100)
process.stdout.write(`${JSON.stringify({ state: store.state().state, get: foundText, put: put.ok ? 'ok' : put.error.code, ms, isAtRest })}\n`, end)

/** Stopped, the daemon answers as little as one that waits for a person. */
async function holdKeyring(): Promise<number> {
  await store.check()
  const question = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.GetConnectionUnixProcessID', 'string:org.freedesktop.secrets']
  const pid = Number(/uint32 (\d+)/.exec(execFileSync('dbus-send', question, { encoding: 'utf8' }))?.[1])
  process.kill(pid, 'SIGSTOP')
  return pid
}

/** The end of a process waits for a native call that hangs: it has to be by force. */
function end(): void {
  if (held === null) process.exit(0)
  process.kill(held, 'SIGKILL')
  process.kill(process.pid, 'SIGKILL')
}

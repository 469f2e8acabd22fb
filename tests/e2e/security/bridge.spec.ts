import { bridgeEventNames, bridgeRequestNames } from '../../../shared/contract/bridge-names.ts'
import { expect, test } from '../support/test.ts'

/** The numbers are those of Electron's security list: https://www.electronjs.org/docs/latest/tutorial/security */

test('has no Node and only the bridge (2, 4, 20)', async ({ studio }) => {
  const found = await studio.page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    module: typeof (globalThis as { module?: unknown }).module,
    electron: typeof (globalThis as { electron?: unknown }).electron,
    buffer: typeof (globalThis as { Buffer?: unknown }).Buffer
  }))
  expect(found).toEqual({ require: 'undefined', process: 'undefined', module: 'undefined', electron: 'undefined', buffer: 'undefined' })
})

test('has a bridge of two frozen functions and nothing else (20)', async ({ studio }) => {
  const walk = await studio.page.evaluate(() => {
    const bridge = window.studio!
    const seen: string[] = []
    const look = (value: unknown, path: string): void => {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return
      seen.push(`${path}: ${typeof value}${Object.isFrozen(value) ? ', frozen' : ''}`)
      for (const key of Reflect.ownKeys(value)) {
        if (typeof value === 'object') look(Reflect.get(value, key), `${path}.${String(key)}`)
      }
    }
    look(bridge, 'studio')
    const descriptor = Object.getOwnPropertyDescriptor(window, 'studio')
    return { seen, writable: descriptor?.writable ?? false, configurable: descriptor?.configurable ?? false, bridgeIsFrozen: Object.isFrozen(bridge) }
  })
  expect(walk.seen.map((line) => line.replace(', frozen', ''))).toEqual(['studio: object', 'studio.request: function', 'studio.on: function'])
  expect(walk).toMatchObject({ writable: false, configurable: false, bridgeIsFrozen: true })
  expect(bridgeRequestNames.length).toBeGreaterThan(50)
  expect(bridgeEventNames.length).toBeGreaterThan(10)
})

test('cannot put anything in the bridge’s place', async ({ studio }) => {
  const outcome = await studio.page.evaluate(async () => {
    const attempts = [() => Reflect.set(window, 'studio', {}), () => Reflect.set(window.studio!, 'request', () => 'forged'), () => Reflect.deleteProperty(window, 'studio')]
    const results = attempts.map((attempt) => attempt())
    const answer = await window.studio!.request('studio.environment', {})
    return { results, isReal: answer.ok }
  })
  expect(outcome).toEqual({ results: [false, false, false], isReal: true })
})

test('cannot ask what the contract does not name', async ({ studio }) => {
  const rejected = await studio.page.evaluate(async () => {
    const ask = window.studio!.request as (name: string, input: unknown) => Promise<unknown>
    const names = ['engine.stop', 'login.complete', 'media.locate', 'secrets.get', 'constructor', '__proto__', '']
    const answers = await Promise.allSettled(names.map((name) => ask(name, { reference: 'account:1' })))
    return answers.map(({ status }) => status)
  })
  expect(new Set(rejected)).toEqual(new Set(['rejected']))
})

test('lives in a world of its own: what it does to Array does not reach the bridge (3)', async ({ studio }) => {
  // As a text run by main: Playwright's own way back from the page needs a whole Array.
  const tampering = `(async () => {
    for (const name of ['map', 'forEach', 'push', 'slice', 'filter']) Array.prototype[name] = () => { throw new Error('tampered') }
    Set.prototype.has = () => true
    Map.prototype.get = () => new Set()
    Object.prototype.ok = 'polluted'
    const environment = await window.studio.request('studio.environment', {})
    const strange = await window.studio.request('engine.stop', {}).then(() => 'answered', () => 'rejected')
    return [environment.ok, environment.value.electron !== undefined, strange].join(' ')
  })()`
  const answer = await studio.app.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(code) as Promise<string>, tampering)
  expect(answer).toBe('true true rejected')
})

test('runs with exactly the powers it should have (2, 3, 4, 6, 8, 9, 10, 11)', async ({ studio }) => {
  const preferences = await studio.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false
  })
  expect(preferences['webSecurity'] ?? true).toBe(true)
  expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false)
  expect(preferences['experimentalFeatures'] ?? false).toBe(false)
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
})

test('starts without a complaint', async ({ studio }) => {
  expect(studio.complaints()).toEqual([])
})

test('input that does not fit is answered with a code, and reaches nobody', async ({ studio }) => {
  const answer = await studio.bridge.request('workspaces.create', { id: 'not-an-id', name: '', colour: 'teal', timeZone: 'Europe/Paris' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
})

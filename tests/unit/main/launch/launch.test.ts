import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EngineRequest } from '../../../../electron/main/engine/engine-client.ts'
import { dataFolder } from '../../../../electron/main/launch/data-folder.ts'
import { knownPlatform, systemLanguage } from '../../../../electron/main/launch/describe-environment.ts'
import { overrideSettings } from '../../../../electron/main/launch/override-settings.ts'
import { readDevelopmentEnvironment } from '../../../../electron/main/launch/read-environment.ts'
import { processAge } from '../../../../electron/main/launch/process-age.ts'
import { checkSelf } from '../../../../electron/main/launch/self-check.ts'
import { StartTiming } from '../../../../electron/main/launch/start-timing.ts'
import { takeScreenshot } from '../../../../electron/main/launch/take-screenshot.ts'
import { createMemorySecretStore } from '../../../../electron/main/secrets/memory-secret-store.ts'
import { fail, succeed } from '../../../../shared/contract/result.ts'
import { studioError, type StudioErrorCode } from '../../../../shared/errors/studio-error.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-launch-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the data folder is the wished one, from where the call was made, else the system’s', () => {
  const at = (wished?: string) => dataFolder({ wished, currentFolder: '/home/lea/project', standard: () => '/home/lea/.config/Vigie' })
  expect([at(), at(''), at('/data'), at('data')]).toEqual(['/home/lea/.config/Vigie', '/home/lea/.config/Vigie', '/data', '/home/lea/project/data'])
})

test('a packaged application listens to nothing that is meant for development', () => {
  const variables = { VIGIE_AUTOMATED: '1', VIGIE_SQLITE_BINDING: '/tmp/evil.node', VIGIE_SECRET_STORE: 'memory', VIGIE_TEST_OPTIONS: '{"pollEveryMs":100}' }
  expect(readDevelopmentEnvironment(variables, true)).toEqual({ isAutomated: false, sqliteBinding: null, secretsInMemory: false, testOptions: null })
  expect(readDevelopmentEnvironment(variables, false)).toEqual({ isAutomated: true, sqliteBinding: '/tmp/evil.node', secretsInMemory: true, testOptions: { pollEveryMs: 100 } })
  expect(readDevelopmentEnvironment({}, false)).toEqual({ isAutomated: false, sqliteBinding: null, secretsInMemory: false, testOptions: null })
})

test('options that nobody knows end the start', () => {
  expect(() => readDevelopmentEnvironment({ VIGIE_TEST_OPTIONS: '{"blueskyAppView":"x"}' }, false)).toThrow('blueskyAppView')
})

test('a start is measured from the birth of the process, each step once', () => {
  let now = 1_100
  const lines: string[] = []
  const timing = new StartTiming(() => now, 1_000, (line) => void lines.push(line))
  for (const step of ['ready', 'engine', 'loaded', 'loaded'] as const) {
    timing.reached(step)
    now += 50
  }
  expect(lines).toEqual([])
  timing.reached('interactive')
  timing.reached('interactive')
  expect(lines).toEqual(['VIGIE_TIMING {"ready":100,"engine":150,"loaded":200,"interactive":300}'])
})

test('knows the age of the process to the hundredth of a second on Linux, and what Node knows elsewhere', () => {
  const files: Record<string, string> = { '/proc/uptime': '1000.50 3000.00', '/proc/self/stat': `77 (a) b (c)) S ${Array.from({ length: 18 }, () => '0').join(' ')} 100000 5` }
  const read = (path: string) => files[path] ?? ''
  expect(processAge({ platform: 'linux', uptime: () => 9 }, read)).toBeCloseTo(500, 3)
  expect(processAge({ platform: 'win32', uptime: () => 9 }, read)).toBe(9_000)
  expect(processAge({ platform: 'linux', uptime: () => 9 }, () => 'nonsense')).toBe(9_000)
  expect(Math.abs(processAge(process) - process.uptime() * 1_000)).toBeLessThan(2_000)
})

const studio = {
  settings: { language: 'system', theme: 'system', lastWorkspaceId: null, workOffline: false, notifications: true },
  workspaces: [],
  unavailable: [],
  connectivity: { state: 'online', since: 0 },
  recoveries: []
}

test('another theme for a picture changes what the page is told, and only that', () => {
  const override = { theme: 'dark', language: 'fr' } as const
  expect(overrideSettings('studio.read', succeed(studio), override)).toEqual(succeed({ ...studio, settings: { ...studio.settings, ...override } }))
  expect(overrideSettings('studio.counts', succeed({ workspaces: [] }), override)).toEqual(succeed({ workspaces: [] }))
  const failure = fail(studioError('engine_stopped', 'x'))
  expect(overrideSettings('studio.read', failure, override)).toBe(failure)
})

function changingPage(pictures: readonly string[]) {
  let taken = 0
  return {
    page: {
      executeJavaScript: async () => null,
      capturePage: async () => ({ toPNG: () => Buffer.from(pictures[Math.min(taken++, pictures.length - 1)] ?? '') })
    },
    taken: () => taken
  }
}

test('a picture is taken when the page has come to rest', async () => {
  const { page, taken } = changingPage(['empty', 'half', 'whole'])
  const waits: number[] = []
  await takeScreenshot(page, join(folder, 'a/b.png'), async (ms) => void waits.push(ms))
  expect(readFileSync(join(folder, 'a/b.png'), 'utf8')).toBe('whole')
  expect(taken()).toBe(4)
  expect(waits).toEqual([150, 150, 150])
})

test('a page that never rests is photographed all the same', async () => {
  const { page, taken } = changingPage(Array.from({ length: 100 }, (_, index) => `${index}`))
  await takeScreenshot(page, join(folder, 'c.png'), async () => {})
  expect(taken()).toBe(30)
})

const answering = (code: StudioErrorCode | null): EngineRequest =>
  (async () => (code === null ? succeed(studio) : fail(studioError(code, 'x')))) as unknown as EngineRequest

test.each([
  [null, { engine: true, sqlite: true, images: true, keychain: true, problems: [] }],
  ['database_damaged', { engine: true, sqlite: false, problems: ['engine: database_damaged', 'images: database_damaged'] }],
  ['engine_stopped', { engine: false, sqlite: false, problems: ['engine: engine_stopped', 'images: engine_stopped'] }]
] as const)('a self-check with the engine answering %s says so', async (code, report) => {
  const secrets = createMemorySecretStore()
  expect(await checkSelf({ request: answering(code), secrets, electron: '45', reference: 'self-check:1' })).toMatchObject(report)
  expect(await secrets.get('self-check:1')).toEqual(succeed(null))
})

test('a self-check without a keychain says so', async () => {
  const missing = async () => fail(studioError('no_keychain', 'x'))
  const secrets = { ...createMemorySecretStore(), put: missing }
  expect(await checkSelf({ request: answering(null), secrets, electron: '45', reference: 'self-check:1' })).toMatchObject({ keychain: false, problems: ['keychain: no_keychain'] })
})

test('names the system in the words of the contract', () => {
  expect([knownPlatform('win32'), knownPlatform('darwin'), knownPlatform('linux'), knownPlatform('freebsd')]).toEqual(['win32', 'darwin', 'linux', 'linux'])
  expect(systemLanguage(['fr-FR', 'en'], 'en-US')).toBe('fr-FR')
  expect(systemLanguage(['fr_CA.UTF-8'], 'en')).toBe('fr-CA')
  expect(systemLanguage(['C'], '')).toBe('en')
})

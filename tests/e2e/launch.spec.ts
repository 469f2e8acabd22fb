import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runStudio } from './support/studio-command.ts'
import { expect, test } from './support/test.ts'

/** Width and height stand at fixed places in the head of a PNG file. */
function sizeOfPng(path: string): { width: number; height: number } {
  const bytes = readFileSync(path)
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

test('opens one window with the studio in it', async ({ studio }) => {
  expect(await studio.windowCount()).toBe(1)
  await expect(studio.page).toHaveTitle(/Vigie/)
  const environment = await studio.bridge.ask('studio.environment', {})
  expect(environment).toMatchObject({ dataFolder: studio.dataFolder, isDevelopment: true, platform: process.platform })
  expect((await studio.bridge.ask('studio.read', {})).workspaces).toEqual([])
})

test('keeps everything in VIGIE_DATA_DIR, and leaves the home alone', async ({ dataFolder, launch }) => {
  const home = join(dataFolder, 'home')
  const data = join(dataFolder, 'data')
  mkdirSync(home)
  const studio = await launch({ dataFolder: data, environment: { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache') } })
  await studio.bridge.ask('workspaces.create', { id: '0b1f7a7e-3c1b-4d52-9d5c-111111111111', name: 'Boulangerie Martin', colour: 'teal', timeZone: 'Europe/Paris' })
  await studio.close()
  expect(readdirSync(data)).toEqual(expect.arrayContaining(['browser', 'studio.db', 'window.json', 'workspaces']))
  const strays = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((path) => /vigie|studio|electron/i.test(path))
  expect(strays).toEqual([])
})

test('takes a picture and ends with 0', async ({ dataFolder }) => {
  const path = join(dataFolder, 'pictures/studio.png')
  const run = await runStudio(dataFolder, ['--screenshot', path, '--size=1000x700', '--theme=dark', '--language=fr'])
  expect(run.exitCode, run.stderr).toBe(0)
  expect(sizeOfPng(path)).toEqual({ width: 1_000, height: 700 })
  expect(existsSync(join(dataFolder, 'window.json'))).toBe(false)
})

test('takes a picture of a wished screen', async ({ dataFolder }) => {
  const path = join(dataFolder, 'showcase.png')
  const run = await runStudio(dataFolder, [`--screenshot=${path}`, '--route=showcase'])
  expect(run.exitCode, run.stderr).toBe(0)
  expect(sizeOfPng(path).width).toBe(1_360)
})

test('says what is wrong with its words, and ends', async ({ dataFolder }) => {
  const run = await runStudio(dataFolder, ['--screenshot', 'picture.jpg'])
  expect(run.exitCode).toBe(2)
  expect(run.stderr).toContain('vigie: --screenshot needs the name of a file that ends in .png')
})

test('says why a picture could not be written, and ends with 1', async ({ dataFolder }) => {
  writeFileSync(join(dataFolder, 'a-file'), '')
  const run = await runStudio(dataFolder, ['--screenshot', join(dataFolder, 'a-file/picture.png')])
  expect(run.exitCode).toBe(1)
  expect(run.stderr).toContain('vigie: the picture could not be written')
})

test('checks itself: engine, SQLite, keychain', async ({ dataFolder }) => {
  const run = await runStudio(dataFolder, ['--self-check'])
  expect(run.exitCode, run.stderr).toBe(0)
  const report: unknown = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '')
  expect(report).toMatchObject({ engine: true, sqlite: true, images: true, keychain: true, problems: [] })
})

test('goes on without a keychain, and says so', async ({ dataFolder, launch }) => {
  // No session bus: no keychain can be there.
  const studio = await launch({ dataFolder, environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } })
  expect(await studio.bridge.ask('studio.checkSecretStore', {})).toMatchObject({ state: 'missing' })
  expect((await studio.bridge.request('studio.read', {})).ok).toBe(true)
})

test('measures its start', async ({ launch }) => {
  const studio = await launch({ words: ['--timing'] })
  await expect.poll(() => studio.output()).toContain('VIGIE_TIMING')
  const timing = JSON.parse(/VIGIE_TIMING (\{.*\})/.exec(studio.output())?.[1] ?? '{}') as Record<string, number>
  expect(Object.keys(timing).toSorted()).toEqual(['engine', 'interactive', 'loaded', 'ready'])
  expect(timing['ready']).toBeLessThan(timing['loaded']!)
  expect(timing['loaded']).toBeLessThanOrEqual(timing['interactive']!)
})

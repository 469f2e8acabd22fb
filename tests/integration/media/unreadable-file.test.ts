import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readDeadlineMs, readInTime } from '../../../electron/engine/media/read-in-time.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

const png = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))

it.skipIf(process.platform === 'win32')('fails, with nothing sent, when a pipe lies in a picture’s place', async () => {
  const network = createScriptedNetwork('bluesky')
  network.people.set('lea', { password: 'p', identity: identityOf('lea.example') })
  let published = 0
  const { adapter } = network
  const publisher: typeof adapter.publisher = {
    ...adapter.publisher,
    async publish(_session, draft) {
      for (const file of draft.media) await file.read()
      published += 1
      return { ok: true, value: { remoteId: 'r', url: null } }
    }
  }
  engine = await startTestEngine({ adapters: [{ ...adapter, publisher }] })
  const [workspaceId, mediaId, postId] = [engine.random.id(), engine.random.id(), engine.random.id()]
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'p' })
  await engine.ask('media.add', { workspaceId, mediaId, fileName: 'a.png', bytes: png })
  const folder = join(engine.folder, 'workspaces', workspaceId, 'media')
  const [file = ''] = readdirSync(folder)
  rmSync(join(folder, file))
  execFileSync('mkfifo', [join(folder, file)])
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Bonjour' }] }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: [{ accountId: account.id, variant: null }], media: [{ mediaId, altText: 'Un point' }] } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.advance(1000)
  const { jobs } = await engine.ask('posts.read', { workspaceId, postId })
  expect(jobs).toMatchObject([{ state: 'failed', failure: { code: 'media_unreadable' } }])
  expect(published).toBe(0)
})

describe('a drive that hangs', () => {
  const never = () => new Promise<Uint8Array>(() => undefined)
  const running = () => new AbortController()

  it('is given up after a while, and not before', async () => {
    const clock = createManualClock(0)
    let end: unknown = null
    const reading = readInTime(clock, running().signal, never).catch((error: unknown) => (end = error))
    clock.runDue(readDeadlineMs - 1)
    await Promise.resolve()
    expect(end).toBe(null)
    clock.runDue(readDeadlineMs)
    await reading
    expect(end).toBeInstanceOf(Error)
  })

  it('holds up no end of the engine', async () => {
    const ending = running()
    const reading = readInTime(createManualClock(0), ending.signal, never)
    ending.abort()
    await expect(reading).rejects.toThrow('ending')
    await expect(readInTime(createManualClock(0), ending.signal, never)).rejects.toThrow('ending')
  })

  it('leaves no timer behind a read that succeeds', async () => {
    const clock = createManualClock(0)
    expect(await readInTime(clock, running().signal, async () => png)).toBe(png)
    expect(clock.nextDue()).toBe(null)
  })
})

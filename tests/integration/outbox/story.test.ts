import { afterEach, describe, expect, test } from 'vitest'
import { callForSuccess } from '../../../electron/engine/networks/api-call.ts'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { attemptsOf, contentOf, decide, jobOf, publish, reschedule } from './publish.ts'

const minute = 60_000

describe('what an attempt asked and was answered', () => {
  let engine: TestEngine
  afterEach(() => engine.stop())

  /** An adapter that really calls, at a server that answers as the test says and repeats what it was given. */
  async function published(status: number, answer: (secret: string) => string, meanwhile = async (): Promise<void> => undefined) {
    const network = createScriptedServer('wordpress', { now: () => engine.now() })
    const { publisher } = network.adapter
    engine = await startTestEngine({
      adapters: [{
        ...network.adapter,
        publisher: {
          ...publisher,
          async publish(session) {
            const http: HttpClient = { send: async ({ url }) => (await meanwhile(), { ok: true, response: { status, headers: {}, body: new TextEncoder().encode(answer(session.secret)), url } }) }
            const said = await callForSuccess({ http, effect: 'visible', now: () => engine.now() }, { method: 'POST', url: 'https://site.example/wp-json/wp/v2/posts/7?token=abc', body: '{"content":"Hello"}', signed: true })
            return said.ok ? { ok: true, value: { remoteId: '7', url: null } } : said
          }
        }
      }]
    })
    const workspaceId = engine.random.id()
    await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
    const { id: accountId } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://site.example', identifier: 'lea', appPassword: 'x' })
    const postId = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Hello', [accountId]) })
    const { jobs } = await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await engine.advance(minute)
    return engine.ask('outbox.readJob', { workspaceId, jobId: jobs[0]?.id ?? '' })
  }

  test('stands beside it: method, path, status, sizes; of the text and the query nothing', async () => {
    const { attempts } = await published(201, () => '{}')
    expect(attempts).toMatchObject([{
      step: 'send', outcome: 'published', calls: { leftOut: 0, calls: [{ method: 'POST', host: 'site.example', path: '/wp-json/wp/v2/posts/7', status: 201, reached: true, said: '', sentBytes: 19, receivedBytes: 2 }] }
    }])
    expect(JSON.stringify(attempts)).not.toMatch(/token=abc|Hello/)
  })

  test('is there after a crash in the middle of it: asked, and no answer known', async () => {
    let isCrashed = false
    const { attempts, job } = await published(201, () => '{}', async () => {
      if (isCrashed) return
      isCrashed = true
      await engine.restart({ crash: true })
    })
    expect(job.state).not.toBe('published')
    expect(attempts[0]).toMatchObject({
      step: 'send', outcome: 'interrupted', calls: { leftOut: 0, calls: [{ method: 'POST', host: 'site.example', path: '/wp-json/wp/v2/posts/7', status: null, reached: true, said: '', sentBytes: 19 }] }
    })
  })

  test('tells the network’s refusal in its words, and never the account’s secret, even where the network repeats it', async () => {
    let secret = ''
    const { attempts, job } = await published(422, (given) => {
      secret = given
      return JSON.stringify({ code: 'rest_invalid', message: `Bad title for ${given}` })
    })
    expect(job.state).toBe('failed')
    expect(attempts[0]?.calls?.calls).toMatchObject([{ status: 422, said: 'rest_invalid: Bad title for [hidden]' }])
    expect(secret.length).toBeGreaterThan(7)
    expect(JSON.stringify(attempts.map(({ calls }) => calls))).not.toContain(secret)
  })
})

describe('what happened between the attempts', () => {
  let rig: OutboxRig
  afterEach(() => rig.stop())

  const storyOf = async (jobId: string) => {
    const read = await rig.run.outbox.handlers['outbox.readJob']?.({ workspaceId: rig.run.context.workspace().id, jobId })
    if (!read?.ok) throw new Error('no job')
    return read.value.moments.map(({ at, kind, reason }) => [new Date(at).toISOString().slice(11, 16), kind, ...(reason === '' ? [] : [reason])])
  }
  const workspaceId = (): string => rig.run.context.workspace().id

  test('a wait for the network, and its end', async () => {
    rig = await startOutboxRig()
    const postId = await publish(rig, 'Bonjour', { at: '2026-11-21T10:05' })
    const { id } = await jobOf(rig, postId)
    rig.setOnline(false)
    await rig.advance(20 * minute)
    rig.setOnline(true)
    await rig.advance(minute)
    expect(await storyOf(id)).toEqual([['09:05', 'waits_for_network'], ['09:20', 'network_back']])
    expect(await attemptsOf(rig, id)).toMatchObject([{ outcome: 'published' }])
  })

  test('a hold with its reason, the decision afterwards, another time', async () => {
    rig = await startOutboxRig()
    const postId = await publish(rig, 'Bonjour', { at: '2026-11-21T10:05' })
    const { id } = await jobOf(rig, postId)
    await reschedule(rig, postId, '2026-11-21T10:10')
    await rig.run.safety.handlers['safety.hold']?.({ workspaceId: workspaceId(), reason: 'Storm' })
    await rig.advance(15 * minute)
    await rig.run.safety.handlers['safety.lift']?.({ workspaceId: workspaceId() })
    await rig.advance(5 * minute)
    await decide(rig, id, 'publish_now')
    await rig.advance(minute)
    expect(await storyOf(id)).toEqual([['09:00', 'planned_for'], ['09:00', 'moved'], ['09:10', 'held', 'Storm'], ['09:20', 'decided_here']])
  })

  test('too late after a sleep, and what was decided then', async () => {
    rig = await startOutboxRig({ lateGraceMinutes: 10 })
    const { id } = await jobOf(rig, await publish(rig, 'Bonjour', { at: '2026-11-21T10:05' }))
    rig.setOnline(false)
    await rig.advance(30 * minute)
    rig.setOnline(true)
    await decide(rig, id, 'publish_now')
    await rig.advance(minute)
    expect((await storyOf(id)).map(([, kind]) => kind)).toEqual(['waits_for_network', 'late', 'planned_for', 'decided_here'])
  })

  test('an account that was connected again is not taken for a decision of somebody, each time', async () => {
    rig = await startOutboxRig()
    const account = rig.accounts[0]!.id
    const { id } = await jobOf(rig, await publish(rig, 'Bonjour', { at: '2026-11-21T10:05' }))
    rig.expire(account)
    await rig.advance(6 * minute)
    await rig.logIn(account)
    await rig.advance(minute)
    expect(await storyOf(id)).toEqual([['09:05', 'no_access'], ['09:06', 'reconnected']])
    expect(await attemptsOf(rig, id)).toMatchObject([{ outcome: 'published' }])
  })

  test('what goes out as planned has no such line', async () => {
    rig = await startOutboxRig()
    const { id } = await jobOf(rig, await publish(rig, 'Bonjour', { at: '2026-11-21T10:05' }))
    await rig.advance(10 * minute)
    expect(await storyOf(id)).toEqual([])
  })

  test('a connection that comes and goes is told once each time it lasts, and a crash loses nothing of it', async () => {
    rig = await startOutboxRig()
    const { id } = await jobOf(rig, await publish(rig, 'Bonjour', { at: '2026-11-21T10:05' }))
    rig.setOnline(false)
    await rig.advance(10 * minute)
    rig.crash()
    await rig.restart()
    await rig.advance(5 * minute)
    expect(await storyOf(id)).toEqual([['09:05', 'waits_for_network']])
  })
})

import { describe, expect, it } from 'vitest'
import type { FromEngine } from '../../../shared/contract/engine-link.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Engine } from '../../../electron/engine/create-engine.ts'
import type { EngineEnvironment } from '../../../electron/engine/engine-environment.ts'
import type { Route } from '../../../electron/engine/http/route.ts'
import { serveEngine } from '../../../electron/engine/rpc/serve-engine.ts'
import { createManualClock } from '../../integration/support/manual-clock.ts'
import { createImageWork } from '../../../electron/engine/images/image-work.ts'
import { createSeededRandom } from '../../integration/support/seeded-random.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Main's end of the link, and an engine that answers what the test says. */
function rig(handle: Engine['handle'] = async (name, input) => succeed({ name, input })) {
  const sent: FromEngine[] = []
  const clock = createManualClock(0)
  let deliver: (message: unknown) => void = () => undefined
  let environment: EngineEnvironment | undefined
  let isEnded = false
  const routes: (readonly Route[])[] = []
  let finishCreating: (result: Result<Engine>) => void = () => undefined
  let created = new Promise<Result<Engine>>((resolve) => (finishCreating = resolve))
  const logged: string[] = []
  const log = (text: string): void => void logged.push(text)
  const served = serveEngine({
    port: { post: (message) => void sent.push(message), onMessage: (listener) => void (deliver = listener) },
    log: { info: log, warning: log, error: log },
    clock,
    environment: {
      dataFolder: '/nowhere',
      machine: () => 'this one',
      clock,
      random: createSeededRandom(1),
      stateFolder: null,
      sqliteBinding: null,
      images: createImageWork({ files: { worker: '/nowhere', library: '/nowhere', heic: '/nowhere' }, clock, log: { info: log, warning: log, error: log } }),
      videoWorker: '/nowhere',
      spellingFiles: { worker: '/nowhere', library: '/nowhere', dictionaries: { fr: { rules: '/nowhere', words: [] }, en: { rules: '/nowhere', words: [] } } },
      startBackgroundWork: false,
      checkAnswers: true
    },
    openHttp: (findRoutes) => ({
      async send({ url }) {
        routes.push(await findRoutes(new URL(url)))
        return { ok: false, failure: { sent: 'no', error: studioError('offline', 'no network') } }
      }
    }),
    create(given) {
      environment = given
      return created
    },
    end: () => void (isEnded = true)
  })
  return {
    sent, clock, logged, served, routes,
    deliver: (message: unknown) => deliver(message),
    environment: () => environment!,
    isEnded: () => isEnded,
    /** What comes of the next try. */
    recreate: (result: Result<Engine>) => void (created = Promise.resolve(result)),
    async start(result: Result<Engine> = succeed({ handle, stop: async () => undefined })) {
      finishCreating(result)
      await served
      await turn()
    }
  }
}
const request = (sequence: number, name: string, input: unknown = {}) => ({ kind: 'request', sequence, name, input })

describe('the link between main and engine', () => {
  it('says ready once, then answers each request under its own number', async () => {
    const { start, deliver, sent } = rig()
    await start()
    deliver(request(1, 'a', { x: 1 }))
    deliver(request(2, 'b'))
    await turn()
    expect(sent).toEqual([
      { kind: 'ready' },
      { kind: 'reply', sequence: 1, result: succeed({ name: 'a', input: { x: 1 } }) },
      { kind: 'reply', sequence: 2, result: succeed({ name: 'b', input: {} }) }
    ])
  })

  it('keeps requests that come while it starts, and answers them when it is ready', async () => {
    const { start, deliver, sent } = rig()
    deliver(request(1, 'early'))
    await turn()
    expect(sent).toEqual([])
    await start()
    expect(sent.map((message) => message.kind)).toEqual(['ready', 'reply'])
  })

  it('tries again where the reason may pass, and tells the page when it has', async () => {
    const { start, recreate, deliver, sent, clock } = rig()
    await start(fail(studioError('not_writable', 'read-only', { retryable: true })))
    recreate(fail(studioError('not_writable', 'read-only', { retryable: true })))
    clock.runDue(20_000)
    await turn()
    deliver(request(1, 'a'))
    await turn()
    expect(sent.at(-1)).toMatchObject({ kind: 'reply', result: { ok: false, error: { code: 'not_writable' } } })
    recreate(succeed({ handle: async (name) => succeed({ name }), stop: async () => undefined }))
    clock.runDue(40_000)
    await turn()
    expect(sent.at(-1)).toMatchObject({ kind: 'event', name: 'studio.changed' })
    deliver(request(2, 'b'))
    await turn()
    expect(sent.at(-1)).toEqual({ kind: 'reply', sequence: 2, result: succeed({ name: 'b' }) })
    expect(clock.nextDue()).toBeNull()
  })

  it('does not try again what only a newer Vigie can mend, nor after it was asked to end', async () => {
    const never = rig()
    await never.start(fail(studioError('database_from_the_future', 'newer')))
    expect(never.clock.nextDue()).toBeNull()
    const ended = rig()
    await ended.start(fail(studioError('file_locked', 'locked', { retryable: true })))
    ended.deliver(request(1, 'engine.stop'))
    await turn()
    ended.recreate(succeed({ handle: async () => Promise.reject(new Error('ended')), stop: async () => undefined }))
    ended.clock.runDue(20_000)
    await turn()
    expect(ended.sent.filter(({ kind }) => kind === 'event')).toEqual([])
    expect(ended.isEnded()).toBe(true)
  })

  it('answers with the reason when it cannot start', async () => {
    const { start, deliver, sent, isEnded } = rig()
    const reason = fail(studioError('disk_full', 'full', { retryable: true }))
    await start(reason)
    deliver(request(5, 'studio.read'))
    deliver(request(6, 'engine.stop'))
    await turn()
    expect(sent).toEqual([{ kind: 'ready' }, { kind: 'reply', sequence: 5, result: reason }, { kind: 'reply', sequence: 6, result: reason }])
    expect(isEnded()).toBe(true)
  })

  it('ends the process after the answer to engine.stop', async () => {
    const { start, deliver, sent, isEnded } = rig()
    await start()
    deliver(request(9, 'engine.stop'))
    expect(isEnded()).toBe(false)
    await turn()
    expect(sent.at(-1)).toMatchObject({ kind: 'reply', sequence: 9 })
    expect(isEnded()).toBe(true)
  })

  it('can be ended without main, in the same order', async () => {
    const asked: string[] = []
    const { start, served, isEnded } = rig(async (name) => {
      asked.push(name)
      return succeed({})
    })
    await start()
    const { stop } = await served
    await stop()
    expect(asked).toEqual(['engine.stop'])
    expect(isEnded()).toBe(true)
  })

  it('asks main for secrets and takes the answer to the right question', async () => {
    const { start, environment, deliver, sent } = rig()
    await start()
    const first = environment().secrets.get('w:a')
    const second = environment().secrets.put('w:b', 'secret')
    expect(sent.slice(1)).toEqual([
      { kind: 'question', sequence: 1, name: 'secrets.get', input: { reference: 'w:a' } },
      { kind: 'question', sequence: 2, name: 'secrets.put', input: { reference: 'w:b', secret: 'secret' } }
    ])
    deliver({ kind: 'answer', sequence: 2, result: succeed({}) })
    deliver({ kind: 'answer', sequence: 1, result: succeed('stored') })
    expect([await first, await second]).toEqual([succeed('stored'), succeed(null)])
  })

  it('asks main which way leads to a server, and goes straight when main cannot say', async () => {
    const { start, environment, deliver, sent, routes } = rig()
    await start()
    const call = (url: string): Promise<unknown> => environment().http.send({ method: 'GET', url, signed: false })
    const first = call('https://reseau.example/a?token=b')
    expect(sent.at(-1)).toEqual({ kind: 'question', sequence: 1, name: 'network.route', input: { origin: 'https://reseau.example/' } })
    deliver({ kind: 'answer', sequence: 1, result: succeed('PROXY proxy.example:3128; DIRECT') })
    await first
    const second = call('https://autre.example/')
    deliver({ kind: 'answer', sequence: 2, result: fail(studioError('bug', 'no')) })
    await second
    expect(routes).toEqual([[{ kind: 'proxy', host: 'proxy.example', port: 3128, isSecured: false }, { kind: 'direct' }], [{ kind: 'direct' }]])
  })

  it('does not wait for ever for the keychain', async () => {
    const { start, environment, deliver, clock } = rig()
    await start()
    const asked = environment().secrets.delete('w:a')
    clock.runDue(60_000)
    expect(await asked).toMatchObject({ ok: false, error: { code: 'keychain_timeout', retryable: true } })
    deliver({ kind: 'answer', sequence: 1, result: succeed({}) }) // Too late, and harmless.
    expect(clock.nextDue()).toBeNull()
  })

  it('hands on a refusal, and does not believe an answer of the wrong shape', async () => {
    const { start, environment, deliver } = rig()
    await start()
    const refused = environment().secrets.get('w:a')
    deliver({ kind: 'answer', sequence: 1, result: fail(studioError('no_keychain', 'none')) })
    expect(await refused).toMatchObject({ ok: false, error: { code: 'no_keychain' } })
    const odd = environment().secrets.get('w:a')
    deliver({ kind: 'answer', sequence: 2, result: succeed({ secret: 'not a text' }) })
    expect(await odd).toMatchObject({ ok: false, error: { code: 'bug' } })
  })

  it('drops messages that it does not understand, with a line in the log that repeats nothing of them', async () => {
    const { start, deliver, sent, logged } = rig()
    await start()
    for (const nonsense of [null, 7, 'text', {}, { kind: 'request' }, { kind: 'request', sequence: 'x', name: 'secret-word', input: {} }, { kind: 'answer', sequence: 1, result: { ok: 'yes' } }]) deliver(nonsense)
    await turn()
    expect(sent).toEqual([{ kind: 'ready' }])
    expect(logged).toHaveLength(7)
    expect(logged.join()).not.toContain('secret-word')
  })

  it('passes events on as they are', async () => {
    const { start, environment, sent } = rig()
    await start()
    environment().emit('studio.changed', {})
    expect(sent.at(-1)).toEqual({ kind: 'event', name: 'studio.changed', payload: {} })
  })
})

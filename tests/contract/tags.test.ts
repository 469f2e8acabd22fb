import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { draftOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { createFakeDiscourse } from './fake-discourse.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'
import { createFakeWordpress } from './fake-wordpress.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }

describe('tags apart from the words', () => {
  let end: () => Promise<void> = () => Promise.resolve()
  afterEach(() => end())

  interface Life {
    readonly server: HostileServer
    readonly adapter: NetworkAdapter
    readonly session: AccountSession
    readonly publish: (tags: readonly string[] | undefined, key?: string) => ReturnType<NetworkAdapter['publisher']['publish']>
    readonly edit: (remoteId: string) => Promise<unknown>
  }

  async function live(name: string, network?: FakeNetwork): Promise<Life> {
    const subject = adaptersUnderTest.find((one) => one.name === name)!
    const server = await startHostileServer(network ?? subject.createNetwork())
    const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    const ledger = createRequestLedger()
    end = async () => {
      http.close()
      await server.stop()
      if (hasSharedFolder) expect(ledger.complaints(subject.loadDescription())).toEqual([])
    }
    const adapter = subject.createAdapter({ http: ledger.watch(http), clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) } })
    const session = subject.createSession(server.url, adapter)
    const draft = draftOf('Ouvert #demain', { title: 'Ouverture du jardin', media: subject.fileOf === undefined ? [] : [subject.fileOf('phare')] })
    return {
      server, adapter, session,
      publish: (tags, key = intent.idempotencyKey) => adapter.publisher.publish(session, { ...draft, ...(tags === undefined ? {} : { tags }) }, { ...intent, idempotencyKey: key }),
      edit: (remoteId) => adapter.publisher.edit!(session, { ...draftOf('Fermé', { title: 'Fermeture du jardin' }), remoteId, hasMedia: draft.media.length > 0, was: draft })
    }
  }
  const writes = ({ requests }: HostileServer, path: RegExp, method = 'POST'): FakeRequest[] => requests.filter((request) => request.method === method && path.test(request.path))
  const shown = async ({ server }: Life, path: string): Promise<unknown> => (await fetch(`${server.url}${path}`)).json()

  it('WordPress: names of the site are taken whatever their capitals, others are made first, once, and other words leave them there', async () => {
    const life = await live('WordPress')
    const { remoteId } = valueOf(await life.publish(['PAIN & beurre', 'Été', 'ete']))
    const id = remoteId.replace('post:', '')
    const made = writes(life.server, /\/wp\/v2\/tags$/)
    // The second one is the same to the site, which says whose number it is.
    expect(made.map(({ json }) => json)).toEqual([{ name: 'Été' }, { name: 'ete' }])
    const [draft] = writes(life.server, /\/wp\/v2\/posts$/)
    expect(draft?.json).toMatchObject({ status: 'draft', tags: [7, 21] })
    expect(await life.edit(remoteId)).toMatchObject({ ok: true })
    expect(await shown(life, `/wp-json/wp/v2/posts/${id}`)).toMatchObject({ title: { raw: 'Fermeture du jardin' }, tags: [7, 21] })
  })

  it('WordPress: who may not make one is told, and nothing is begun', async () => {
    const life = await live('WordPress', createFakeWordpress({ createTags: false }))
    expect(await life.publish(['Été'])).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'tag_not_made', tag: 'Été' } } } })
    expect(writes(life.server, /\/wp\/v2\/posts$/)).toEqual([])
    expect(await life.publish(['Pain & beurre'])).toMatchObject({ ok: true })
  })

  it('WordPress: given to the site for later, they go along', async () => {
    const life = await live('WordPress')
    valueOf(await life.adapter.scheduler!.handOver(life.session, { ...draftOf('Ouvert', { title: 'Demain' }), tags: ['Été'] }, { idempotencyKey: intent.idempotencyKey, dueAt: Date.now() + 86_400_000 }))
    expect(writes(life.server, /\/wp\/v2\/posts$/).map(({ json }) => json['tags'])).toEqual([[21]])
  })

  it('Discourse: a forum tells its own bounds, and takes them with the topic; other words leave them there', async () => {
    const life = await live('Discourse')
    const connected = valueOf(await (life.adapter.connect as AppPasswordConnect).whoAmI(life.session))
    expect(connected.serverLimits.tags).toEqual({ maxCount: 4, maxEach: 25 })
    const { remoteId } = valueOf(await life.publish(['jardin', 'potager']))
    expect(writes(life.server, /^\/posts\.json$/).map(({ json }) => json['tags'])).toEqual([['jardin', 'potager']])
    expect(await life.edit(remoteId)).toMatchObject({ ok: true })
    expect(await shown(life, '/t/11.json')).toMatchObject({ title: 'Fermeture du jardin', tags: ['jardin', 'potager'] })
  })

  it.each([
    ['no right to make one', { createTags: false }, 'tag_unknown'],
    ['no right to set any', { tag: false }, 'tags_not_allowed']
  ] as const)('Discourse: what it would leave out without a word is found before anything is sent: %s', async (_, may, reason) => {
    const life = await live('Discourse', createFakeDiscourse(may))
    expect(await life.publish(['jardin', 'potager'])).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason } } } })
    expect(writes(life.server, /^\/posts\.json$/)).toEqual([])
    expect(await life.publish(reason === 'tag_unknown' ? ['jardin'] : undefined, '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12')).toMatchObject({ ok: true })
  })

  it('Dailymotion: as hashtags, which other words leave there', async () => {
    const life = await live('Dailymotion')
    const { remoteId } = valueOf(await life.publish(['jardin', 'été']))
    expect(writes(life.server, /\/videos$/).map(({ json }) => json['hashtags'])).toEqual([['jardin', 'été']])
    expect(await life.edit(remoteId)).toMatchObject({ ok: true })
    expect(writes(life.server, /\/v2\/videos\//, 'PATCH').map(({ json }) => Object.keys(json))).toEqual([['title', 'description']])
  })

  it('YouTube: those that were chosen, and only without any the hashtags of the description; other words leave them there', async () => {
    const life = await live('YouTube')
    const { remoteId } = valueOf(await life.publish(['jardin', 'côte sauvage']))
    valueOf(await life.publish(undefined, '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12'))
    expect(writes(life.server, /^\/upload\/youtube\/v3\/videos$/).map(({ json }) => (json['snippet'] as { tags: unknown }).tags)).toEqual([['jardin', 'côte sauvage'], ['demain']])
    expect(await life.edit(remoteId)).toMatchObject({ ok: true })
    expect(writes(life.server, /^\/youtube\/v3\/videos$/, 'PUT').map(({ json }) => json['snippet'])).toMatchObject([{ title: 'Fermeture du jardin', tags: ['jardin', 'côte sauvage'] }])
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { Category } from '../../shared/posts/categories.ts'
import { draftOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { createFakeWordpress, type FakeCategory } from './fake-wordpress.ts'
import { startHostileServer } from './hostile-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
const gone = { ok: false, failure: { kind: 'rejected', error: { details: { reason: 'category_gone', category: 'Noël' } } } }

describe('the categories of a WordPress site', () => {
  let end: () => Promise<void> = () => Promise.resolve()
  afterEach(() => end())

  async function live(categories?: FakeCategory[]) {
    const subject = adaptersUnderTest.find(({ name }) => name === 'WordPress')!
    const server = await startHostileServer(createFakeWordpress(categories === undefined ? {} : { categories }))
    const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    const ledger = createRequestLedger()
    end = async () => {
      http.close()
      await server.stop()
      if (hasSharedFolder) expect(ledger.complaints(subject.loadDescription())).toEqual([])
    }
    const adapter = subject.createAdapter({ http: ledger.watch(http), clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) } })
    const session = subject.createSession(server.url, adapter)
    const publish = (chosen: Category[] | undefined, key = intent.idempotencyKey) => adapter.publisher.publish(session, draft(chosen), { ...intent, idempotencyKey: key })
    const written = () => server.requests.filter(({ method, path }) => method === 'POST' && /\/wp\/v2\/(posts|categories)(\/\d+)?$/.test(path)).map(({ json }) => json)
    const filed = async (remoteId: string): Promise<unknown> => ((await (await fetch(`${server.url}/wp-json/wp/v2/posts/${remoteId.replace('post:', '')}`)).json()) as { categories: unknown }).categories
    return { adapter, session, publish, written, filed }
  }
  const draft = (categories?: Category[]): Draft => draftOf('Ouvert dès huit heures', { title: 'Le marché', ...(categories === undefined ? {} : { beside: { categories } }) })
  const noel: Category = { id: '5', name: 'Noël' }

  it('are read page by page, with those above them and their names as people write them', async () => {
    const many = Array.from({ length: 199 }, (_, index) => ({ id: index + 10, name: `n° ${index}`, parent: 4 }))
    const { adapter, session } = await live([{ id: 4, name: 'Fêtes &amp; marchés', parent: 0 }, ...many])
    const { categories, isComplete } = valueOf(await adapter.readCategories!(session))
    expect([categories.length, isComplete, categories[0], categories[199]]).toEqual([200, true, { id: '4', name: 'Fêtes & marchés', parentId: null }, { id: '208', name: 'n° 198', parentId: '4' }])
  })

  it('of more than anybody looks through, the list says that it is not whole', async () => {
    const { adapter, session } = await live(Array.from({ length: 2_000 }, (_, index) => ({ id: index + 1, name: `n° ${index}`, parent: 0 })))
    expect(valueOf(await adapter.readCategories!(session))).toMatchObject({ isComplete: false, categories: { length: 2_000 } })
  })

  it('go with the draft by number; without any, nothing is sent and the site files it itself; other words leave them there', async () => {
    const { adapter, session, publish, written, filed } = await live()
    const { remoteId } = valueOf(await publish([noel, { id: '4', name: 'Fêtes & marchés' }]))
    expect([written().map((json) => json['categories']), await filed(remoteId)]).toEqual([[[5, 4], undefined], [5, 4]])
    valueOf(await adapter.publisher.edit!(session, { ...draftOf('Fermé', { title: 'Le marché' }), remoteId, hasMedia: false, was: draft() }))
    expect(await filed(remoteId)).toEqual([5, 4])
    const plain = valueOf(await publish(undefined, '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12'))
    expect([written().slice(3).map((json) => 'categories' in json), await filed(plain.remoteId)]).toEqual([[false, false], [1]])
  })

  it('one that is gone is said before anything is written, and the post goes once another one is chosen', async () => {
    const categories = [{ id: 1, name: 'Non classé', parent: 0 }]
    const { publish, written, filed } = await live(categories)
    expect(await publish([{ id: '1', name: 'Non classé' }, noel])).toMatchObject(gone)
    expect(written()).toEqual([])
    categories.push({ id: 5, name: 'Noël', parent: 0 })
    expect(await filed(valueOf(await publish([noel])).remoteId)).toEqual([5])
  })

  it('one that went between the draft and its publishing is said as well, and the draft is filed anew when it is back', async () => {
    const categories = [{ id: 5, name: 'Noël', parent: 0 }]
    const { adapter, session, publish, filed } = await live(categories)
    const place = { idempotencyKey: intent.idempotencyKey, dueAt: Date.now() + 86_400_000 }
    categories.length = 0
    expect(await adapter.scheduler!.handOver(session, draft([noel]), place)).toMatchObject(gone)
    categories.push({ id: 5, name: 'Noël', parent: 0 })
    const there = valueOf(await adapter.scheduler!.handOver(session, draft([noel]), place))
    expect(there).toMatchObject({ kind: 'waiting', isChanged: false })
    const scheduledId = there.kind === 'waiting' ? there.scheduledId : ''
    const other = draft([{ id: '9', name: 'Autre' }])
    expect(valueOf(await adapter.scheduler!.read(session, other, { ...place, scheduledId }))).toMatchObject({ kind: 'waiting', isChanged: true })
    expect(await filed(valueOf(await publish([noel], '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f13')).remoteId)).toEqual([5])
  })
})

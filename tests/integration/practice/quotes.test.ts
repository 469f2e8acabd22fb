import { afterEach, describe, expect, it } from 'vitest'
import type { PostContent } from '../../../shared/posts/post.ts'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'
import { startPracticeRig } from './practice-rig.ts'

describe('quotes of the practice network', () => {
  it('hold the other post, with a line above for apps that show none, and are counted there', async () => {
    const rig = await startPracticeRig()
    try {
      const token = await rig.logIn()
      const member = rig.record.members.community()[0]!
      const write = (visibility: 'public' | 'direct'): string => rig.record.publish({ authorId: member.id, text: 'Le port au matin', createdAt: rig.clock.now(), inReplyToId: null, reblogOfId: null, visibility, spoilerText: '', sensitive: false, language: 'fr' }).id
      const [quoted, secret] = [write('public'), write('direct')]
      const send = (id: string) => rig.call('POST', '/api/v1/statuses', { token, json: { status: 'Bien vu', quoted_status_id: id } })
      const { body } = await send(quoted)
      expect(body).toMatchObject({ quote: { state: 'accepted', quoted_status: { id: quoted } }, quote_approval: { current_user: 'automatic' } })
      expect(body.content).toMatch(/^<p class="quote-inline">RE: <a href="[^"]+"/)
      expect((await rig.call('GET', `/api/v1/statuses/${quoted}`, { token })).body).toMatchObject({ quotes_count: 1 })
      expect([(await send(secret)).status, (await send('1')).status]).toEqual([404, 404])
    } finally {
      await rig.stop()
    }
  })
})

describe('a quote of the account’s own post on the practice network', () => {
  it('is told to it, listed with the post, and loses the post for good when the account says so, and nobody else', async () => {
    const rig = await startPracticeRig()
    try {
      const token = await rig.logIn()
      const [member, other] = rig.record.members.community()
      const ours = (await rig.call('POST', '/api/v1/statuses', { token, json: { status: 'Grande marée demain' } })).body.id
      const quote = (authorId: string, quotedId: string) => rig.record.publish({ authorId, text: 'Voyez', createdAt: rig.clock.now(), inReplyToId: null, reblogOfId: null, quotedId, visibility: 'public', spoilerText: '', sensitive: false, language: 'fr' }).id
      const quoting = quote(member!.id, ours)
      const elsewhere = quote(other!.id, quoting)
      expect((await rig.call('GET', '/api/v1/notifications?types[]=quote', { token })).body).toMatchObject([{ type: 'quote', status: { id: quoting, quote: { state: 'accepted', quoted_status: { id: ours } } } }])
      const listed = async () => ((await rig.call('GET', `/api/v1/statuses/${ours}/quotes`, { token })).body as unknown as { id: string }[]).map(({ id }) => id)
      expect(await listed()).toEqual([quoting])
      const revoke = async (of: string, by: string) => (await rig.call('POST', `/api/v1/statuses/${of}/quotes/${by}/revoke`, { token })).status
      expect([await revoke(quoting, elsewhere), await revoke(ours, elsewhere)]).toEqual([404, 404])
      expect(await revoke(ours, quoting)).toBe(200)
      expect((await rig.call('GET', `/api/v1/statuses/${quoting}`, { token })).body).toMatchObject({ quote: { state: 'revoked', quoted_status: null } })
      expect([await listed(), (await rig.call('GET', `/api/v1/statuses/${ours}`, { token })).body]).toMatchObject([[], { quotes_count: 0 }])
    } finally {
      await rig.stop()
    }
  })
})

describe('a post with a quote', () => {
  let engine: PracticeEngine
  afterEach(() => engine.stop())

  it('is kept through saves, goes out once with the other post in it, and is no repeat of the same words about another', async () => {
    engine = await startPracticeEngine({ testOptions: { practiceIsInstant: true } })
    const { workspaceId } = engine
    const account = (await engine.ask('accounts.list', { workspaceId })).accounts[0]!
    const there = engine.onTheNetwork<{ id: string }>("SELECT id FROM statuses WHERE visibility = 'public' AND author_id <> ? AND reblog_of_id IS NULL LIMIT 2", account.remoteId)
    expect(there).toHaveLength(2)
    const quote = (place: number) => ({ networkId: 'practice' as const, serverUrl: account.serverUrl, remoteId: there[place]!.id, author: 'Tom', handle: '@tom', text: 'Le port', url: `https://practice.example/${place}`, writtenAt: 5 })
    const content = (place: number): PostContent => ({ title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bien vu' }] }] }, targets: [{ accountId: account.id, variant: null }], media: [], quote: quote(place) })
    const write = async (place: number): Promise<string> => {
      const postId = engine.random.id()
      await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: content(place) })
      return postId
    }
    const [first, other, again] = [await write(0), await write(1), await write(0)]
    expect((await engine.ask('posts.read', { workspaceId, postId: first })).post.quote).toEqual(quote(0))
    await engine.ask('posts.schedule', { workspaceId, postId: first, revision: 1, when: { kind: 'now' } })
    await engine.until(async () => (await engine.ask('posts.read', { workspaceId, postId: first })).post.status === 'published')
    expect(engine.onTheNetwork('SELECT quoted_id FROM statuses WHERE quoted_id IS NOT NULL')).toEqual([{ quoted_id: there[0]!.id }])
    const { jobs } = await engine.ask('posts.read', { workspaceId, postId: first })
    expect((await engine.ask('reality.ofJob', { workspaceId, jobId: jobs[0]!.id })).sent.quote).toEqual(quote(0))
    expect(await engine.request('posts.schedule', { workspaceId, postId: again, revision: 1, when: { kind: 'now' } })).toMatchObject({ ok: false, error: { code: 'repeat_needs_confirmation' } })
    expect(await engine.request('posts.schedule', { workspaceId, postId: other, revision: 1, when: { kind: 'now' } })).toMatchObject({ ok: true })
  })

  it('says so and publishes nothing when what it quotes is gone by then', async () => {
    engine = await startPracticeEngine({ testOptions: { practiceIsInstant: true } })
    const { workspaceId } = engine
    const account = (await engine.ask('accounts.list', { workspaceId })).accounts[0]!
    const postId = engine.random.id()
    const quote = { networkId: 'practice' as const, serverUrl: account.serverUrl, remoteId: '1', author: '', handle: '@tom', text: '', url: '', writtenAt: 5 }
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bien vu, vraiment' }] }] }, targets: [{ accountId: account.id, variant: null }], media: [], quote } })
    await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })
    await engine.until(async () => (await engine.ask('posts.read', { workspaceId, postId })).jobs[0]?.failure !== null)
    expect((await engine.ask('posts.read', { workspaceId, postId })).jobs[0]?.failure).toMatchObject({ code: 'rejected', details: { reason: 'quoted_gone' } })
    expect(engine.onTheNetwork("SELECT id FROM statuses WHERE text LIKE 'Bien vu, vraiment%'")).toEqual([])
  })
})

import { afterEach, expect, test } from 'vitest'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import { tinyJpeg } from '../../support/tiny-images.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

test('who is shown in a picture is kept over a crash and in copies, counts for the client’s yes, and goes out with the picture', async () => {
  const sent: (readonly PersonTag[] | undefined)[] = []
  const network = createScriptedNetwork('mastodon')
  const shown: PersonTag[] = [{ name: 'marie_o', at: { x: 0.2, y: 0.85 } }, { name: 'quai.nantes', at: { x: 0.5, y: 0 } }]
  const adapter: NetworkAdapter = { ...network.adapter, publisher: { ...network.adapter.publisher, async publish(_session, { media }) { sent.push(...media.map(({ people }) => people)); return { ok: true, value: { remoteId: '1', url: null } } } } }
  const own = await startTestEngine({ adapters: [adapter] })
  engine = own
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.people.set('lune', { password: 'p', identity: identityOf('lune') })
  const accountId = (await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'mastodon', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })).id
  const mediaId = own.random.id()
  await own.ask('media.add', { workspaceId, mediaId, fileName: 'quay.jpg', bytes: Uint8Array.from(tinyJpeg(1280, 720)) })
  const postId = own.random.id()
  const content = (people?: PersonTag[]) => ({
    title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'La marée' }] }] },
    targets: [{ accountId, variant: null }], media: [{ mediaId, altText: 'Un quai', ...(people === undefined ? {} : { people }) }]
  })
  const read = async (id = postId) => (await own.ask('posts.read', { workspaceId, postId: id })).post

  const first = await own.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: content() })
  await own.ask('posts.recordApproval', { workspaceId, postId, revision: first.revision, approval: { kind: 'approved', by: 'Claire', channel: 'mail', note: '' } })
  expect((await read()).approval.kind).toBe('approved')
  const second = await own.ask('posts.saveDraft', { workspaceId, postId, revision: (await read()).revision, content: content(shown) })
  expect((await read()).approval.kind).toBe('taken_back')
  // The same once more has arrived before.
  expect((await own.ask('posts.saveDraft', { workspaceId, postId, revision: second.revision, content: content(shown) })).revision).toBe(second.revision)
  await own.restart({ crash: true })
  expect((await read()).media).toEqual(content(shown).media)
  const newPostId = own.random.id()
  await own.ask('posts.copy', { workspaceId, postId, newPostId })
  expect((await read(newPostId)).media[0]?.people).toEqual(shown)

  await own.ask('posts.schedule', { workspaceId, postId, revision: (await read()).revision, when: { kind: 'now' } })
  await own.until(async () => (await own.advance(1000), (await read()).status === 'published'))
  expect(sent).toEqual([shown])
})

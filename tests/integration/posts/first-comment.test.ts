import { afterEach, expect, test } from 'vitest'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../../electron/engine/networks/network-draft.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

const written = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

test('the first comment follows its post on a network without threads, and comes back from the disk as one', async () => {
  const network = createScriptedNetwork('facebook')
  const sent: Pick<Draft, 'text' | 'replyTo'>[] = []
  const adapter: NetworkAdapter = {
    ...network.adapter,
    publisher: {
      async publish(_session, { text, replyTo }) {
        sent.push({ text, replyTo })
        return { ok: true, value: { remoteId: `1_${sent.length}`, url: null } }
      },
      findPublished: async () => ({ ok: true, value: 'none' })
    }
  }
  engine = await startTestEngine({ adapters: [adapter] })
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.people.set('lune', { password: 'p', identity: identityOf('lune') })
  const { id: accountId } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'facebook', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })
  const postId = engine.random.id()
  const comment = { id: engine.random.id(), document: written('#marée #port'), variants: [], media: [], isComment: true as const }
  const content = { title: '', document: written('La halle rouvre'), targets: [{ accountId, variant: null }], media: [], moreParts: [comment] }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.restart({ crash: true })
  const { post } = await engine.ask('posts.read', { workspaceId, postId })
  expect(post.moreParts).toEqual([comment])
  await engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  await engine.advance(120_000)
  expect(sent).toMatchObject([{ text: 'La halle rouvre', replyTo: null }, { text: '#marée #port', replyTo: { remoteId: '1_1', rootRemoteId: '1_1' } }])
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('published')
})

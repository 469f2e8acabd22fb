import { join } from 'node:path'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { seedInbox } from '../../support/seed-inbox.ts'
import { identityOf, type ScriptedNetwork } from './scripted-network.ts'
import type { TestEngine } from './start-test-engine.ts'

/** One pixel. */
const png = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
)

/** Makes a client with something of everything: account, posts, a plan, media, conversations, rules. Every text names the client or its matter. */
export async function fillWorkspace(engine: TestEngine, network: ScriptedNetwork, client: { id: string; name: string; about: string }): Promise<void> {
  const { id: workspaceId, name, about } = client
  await engine.ask('workspaces.create', { id: workspaceId, name, colour: 'teal', timeZone: 'Europe/Paris' })
  const handle = name.replaceAll(' ', '-').toLowerCase()
  network.people.set(handle, { password: 'p', identity: identityOf(handle, { displayName: `${name}, official` }) })
  const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: handle, appPassword: 'p' })
  const mediaId = engine.random.id()
  await engine.ask('media.add', { workspaceId, mediaId, fileName: `${about}.png`, bytes: Uint8Array.from([...png, ...Buffer.from(about)]) })
  for (let post = 0; post < 4; post += 1) {
    const postId = engine.random.id()
    const text = `${name} writes about its ${about}, part ${post}`
    const { revision } = await engine.ask('posts.saveDraft', {
      workspaceId,
      postId,
      revision: 0,
      content: {
        title: '',
        document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
        targets: [{ accountId: account.id, variant: null }],
        media: post === 0 ? [{ mediaId, altText: `A picture of the ${about} of ${name}` }] : []
      }
    })
    if (post < 2) await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: `2026-12-0${post + 1}T09:00` } })
  }
  seedConversations(engine, workspaceId, account.id, name)
  await engine.ask('watch.addFeed', { workspaceId, feedId: engine.random.id(), url: `https://feeds.example/${handle}/${about}`, folder: `On ${about}` })
  await engine.ask('watch.saveRule', { workspaceId, ruleId: engine.random.id(), name: `All on the ${about}`, query: `"${about}" OR "${name}"` })
}

/** For the engine's client: every address answers with a feed that speaks of the words in the address. */
export const feedsAtEveryAddress: HttpClient = {
  async send({ url }) {
    const [owner = '', about = ''] = URL.canParse(url) ? new URL(url).pathname.split('/').slice(1) : []
    const items = [1, 2, 3].map((number) => `<item><title>${owner} and the ${about}, ${number}</title><link>${url}/${number}</link><guid>${url}#${number}</guid><description>What ${owner} did ${number} times</description></item>`)
    const body = `<rss version="2.0"><channel><title>News of ${owner}</title><link>https://feeds.example</link><description/>${items.join('')}</channel></rss>`
    return { ok: true, response: { status: 200, headers: { 'content-type': 'application/rss+xml' }, body: Buffer.from(body), url } }
  }
}

function seedConversations(engine: TestEngine, workspaceId: string, accountId: string, name: string): void {
  const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
  try {
    seedInbox(database, { accountIds: [accountId], items: 40, from: engine.now() - 30 * 86_400_000, until: engine.now(), random: engine.random, itemsPerConversation: 4 })
    database.prepare(`UPDATE inbox_items SET text = text || ?, author_name = author_name || ?`).run(` — to ${name}`, ` of ${name}`)
    database.prepare(`UPDATE conversations SET last_text = last_text || ?`).run(` — to ${name}`)
  } finally {
    database.close()
  }
}

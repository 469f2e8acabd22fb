import { setTimeout as delay } from 'node:timers/promises'
import { startBlueskyServer } from '../../servers/start-bluesky-server.ts'
import { startWordpressServer } from '../../servers/start-wordpress-server.ts'
import { markOf } from '../marks.ts'
import type { NetworkRecord } from '../networks/network-orders.ts'
import type { Publication } from '../networks/torture-network.ts'
import type { TortureWorld } from '../world.ts'
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy.ts'

export const realNames = ['bluesky', 'wordpress'] as const
export type RealName = (typeof realNames)[number]

const people = ['lea', 'tom', 'mia']

/** A real server on loopback, reached only through a proxy that cuts connections. Its tests have to be laid out (`layOutTestServers`). */
export function startRealWorld(name: RealName, seed: number): Promise<TortureWorld> {
  return name === 'bluesky' ? startBluesky(seed) : startWordpress(seed)
}

async function startBluesky(seed: number): Promise<TortureWorld> {
  const server = await startBlueskyServer()
  const persons = await Promise.all(people.map((each) => server.createPerson(each)))
  const passwords = await Promise.all(persons.map((person) => person.makeAppPassword('Vigie')))
  const proxy = await startCuttingProxy({ target: server.url, seed, isCreate: ({ path, body }) => path.includes('putRecord') && body.includes('app.bsky.feed.post') })
  const publications = async (): Promise<readonly Publication[]> => (await Promise.all(persons.map(({ did }) => publicationsOf(server.url, did)))).flat()
  return {
    ...behind(proxy, publications),
    kinds: people.map(() => 'client_id' as const),
    places: [persons.map((person, index) => ({ network: 'bluesky', serverUrl: proxy.url, name: person.handle, password: passwords[index] ?? '' }))],
    testOptions: { blueskyAppViewDid: server.appViewDid, blueskyChatDid: server.chatDid },
    nameOf: ({ remoteId }) => ({ kind: 'client_id', account: remoteId }),
    async stop() {
      proxy.stop()
      await server.stop()
    }
  }
}

interface Post {
  readonly uri: string
  readonly value: { readonly text: string; readonly createdAt: string; readonly reply?: { readonly parent: { readonly uri: string }; readonly root: { readonly uri: string } } }
}

async function publicationsOf(url: string, account: string): Promise<readonly Publication[]> {
  const posts = await postsOf(url, account)
  const markAt = (uri: string): string => markOf(posts.find((post) => post.uri === uri)?.value.text ?? '')
  return posts.map(({ value: { text, createdAt, reply } }) => {
    const place = reply === undefined ? { parent: null } : { parent: markAt(reply.parent.uri), root: markAt(reply.root.uri) }
    // The clock is not set in this world: the time of sending is the order of sending.
    return { kind: 'client_id', account, text, ...place, number: Date.parse(createdAt) }
  })
}

/** All posts in somebody's repository, page by page. */
async function postsOf(url: string, did: string): Promise<readonly Post[]> {
  const posts: Post[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const query = new URLSearchParams({ repo: did, collection: 'app.bsky.feed.post', limit: '100', ...(cursor === '' ? {} : { cursor }) })
    const answer = (await (await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query.toString()}`)).json()) as { records: Post[]; cursor?: string }
    posts.push(...answer.records)
    cursor = answer.records.length === 0 ? undefined : answer.cursor
  }
  return posts
}

async function startWordpress(seed: number): Promise<TortureWorld> {
  const server = await startWordpressServer()
  for (const name of people) server.make('user', { name, role: 'editor' })
  const proxy = await startCuttingProxy({ target: server.url, seed, isCreate: ({ method, path }) => method === 'POST' && /\/wp\/v2\/posts\/\d+/.test(path) })
  return {
    // Which of the users wrote a post is not told by this record; the texts are different anyway.
    ...behind(proxy, async () => server.posts().flatMap(({ id, content, status }) => (status === 'publish' ? [{ kind: 'look_up' as const, account: 'site', text: content, parent: null, number: id }] : []))),
    kinds: people.map(() => 'look_up' as const),
    places: [people.map((name) => ({ network: 'wordpress', serverUrl: proxy.url, name, password: server.password(name) }))],
    nameOf: () => ({ kind: 'look_up', account: 'site' }),
    async stop() {
      proxy.stop()
      await server.stop()
    }
  }
}

function behind(proxy: CuttingProxy, publications: () => Promise<readonly Publication[]>): Pick<TortureWorld, 'isOurs' | 'order' | 'read' | 'readAll'> {
  const faults = (): NetworkRecord['faults'] => [...proxy.cuts].map(([name, times]) => ({ name: `cut ${name}`, times }))
  return {
    isOurs: false,
    order(order) {
      if (order.kind === 'hostile') proxy.setHostile(order.isHostile)
    },
    // What has arrived so far is not known without asking the server, which must not be asked while the engine stands still.
    read: async () => ({ publications: [], removed: [], standings: [], arrived: [], faults: faults(), history: [] }),
    async readAll() {
      // A request that was cut may still be at work there.
      await delay(2000)
      return { publications: await publications(), removed: [], standings: [], arrived: [], faults: faults(), history: [] }
    }
  }
}

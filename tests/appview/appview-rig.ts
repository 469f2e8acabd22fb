import { randomUUID } from 'node:crypto'
import { inject, vi } from 'vitest'
import { z } from 'zod'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import type { IncomingItem } from '../../electron/engine/networks/network-incoming.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { createPerson, type BlueskyPerson } from '../servers/bluesky-person.ts'
import { createSession, fetchAll, valueOf, type TestSession } from '../support/adapter-session.ts'
import type { BlueskyNetwork } from './start-bluesky-network.ts'

/** How long the AppView may take to show what is in a repository; it is there after about a second. */
const patience = { timeout: 60_000, interval: 100 }

export interface Reference {
  readonly uri: string
  readonly cid: string
}

const countsSchema = z.looseObject({ uri: z.string(), cid: z.string(), likeCount: z.number(), repostCount: z.number(), replyCount: z.number(), quoteCount: z.number(), viewer: z.looseObject({}) })
const notificationsSchema = z.object({ notifications: z.array(z.object({ uri: z.string(), reason: z.string() })), cursor: z.string().optional() })

/** The network of this run, and the adapter over it. */
export interface AppViewRig {
  readonly network: BlueskyNetwork
  readonly http: HttpClient
  readonly adapter: NetworkAdapter
  /** The same adapter over another AppView of the network. */
  adapterOver(appViewDid: string): NetworkAdapter
  /** Somebody new, with a name of their own in this run. */
  person(name: string): Promise<BlueskyPerson>
  logIn(person: BlueskyPerson): Promise<TestSession>
  /** The post as the AppView shows it to somebody; undefined when it does not. */
  postSeenBy(person: BlueskyPerson, uri: string): Promise<z.infer<typeof countsSchema> | undefined>
  /** What the AppView tells somebody, of any kind. */
  notificationsOf(person: BlueskyPerson): Promise<readonly { uri: string; reason: string }[]>
}

export function createAppViewRig(): AppViewRig {
  const network = inject('blueskyNetwork')
  const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  const clock = { now: () => Date.now(), after: () => () => undefined }
  const adapterOver = (appViewDid: string): NetworkAdapter => createBlueskyAdapter({ http, clock, random: systemRandom, appViewDid, chatDid: network.chatDid, plcUrl: 'http://127.0.0.1:1' })
  const adapter = adapterOver(network.appViewDid)
  return {
    network,
    http,
    adapter,
    adapterOver,
    person: (name) => createPerson(network.url, `${name}-${randomUUID().slice(0, 6)}`),
    async logIn(person) {
      const appPassword = await person.makeAppPassword(randomUUID().slice(0, 8))
      const connect = adapter.connect as AppPasswordConnect
      const { identity, secret } = valueOf(await connect.connect({ serverUrl: network.url, identifier: person.handle, appPassword, signal: new AbortController().signal }))
      return createSession('bluesky', identity, secret)
    },
    async postSeenBy(person, uri) {
      const { posts } = z.object({ posts: z.array(countsSchema) }).parse(await person.ask(`app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`, undefined, network.appViewDid))
      return posts[0]
    },
    async notificationsOf(person) {
      return notificationsSchema.parse(await person.ask('app.bsky.notification.listNotifications?limit=100', undefined, network.appViewDid)).notifications
    }
  }
}

/** Asks until the answer is there; the last complaint is the test's. */
export function until<Value>(look: () => Promise<Value>): Promise<Value> {
  return vi.waitFor(look, patience)
}

/** Waits until the AppView shows these posts: an answer to a post that it does not know yet is told to nobody. */
export async function indexed(rig: AppViewRig, by: BlueskyPerson, ...posts: readonly Reference[]): Promise<void> {
  for (const { uri } of posts) {
    await until(async () => {
      if ((await rig.postSeenBy(by, uri)) === undefined) throw new Error(`the AppView does not show ${uri} yet`)
    })
  }
}

/** An inbox read again and again from one cursor to the next, as Vigie does: `items` holds what came since it was opened, as often as it came. */
export interface OpenInbox {
  readonly items: readonly IncomingItem[]
  read(): Promise<void>
  readUntil(wanted: readonly string[]): Promise<void>
}

export async function openInbox({ adapter }: AppViewRig, session: TestSession): Promise<OpenInbox> {
  let { cursor } = await fetchAll(adapter, session, null)
  const items: IncomingItem[] = []
  const read = async (): Promise<void> => {
    const fetched = await fetchAll(adapter, session, cursor)
    ;({ cursor } = fetched)
    items.push(...fetched.items)
  }
  return {
    items,
    read,
    readUntil: (wanted) =>
      until(async () => {
        await read()
        const missing = wanted.filter((uri) => items.every((item) => item.remoteId !== uri))
        if (missing.length > 0) throw new Error(`${missing.length} of ${wanted.length} have not come in: ${missing.slice(0, 3).join(', ')}`)
      })
  }
}

/** What a record of a post holds besides its text when it quotes another. */
export const quoteOf = (record: Reference): object => ({ embed: { $type: 'app.bsky.embed.record', record } })

/** Text and facets of a post that names somebody. */
export function mentionOf({ handle, did }: BlueskyPerson, before: string): [text: string, more: object] {
  const start = new TextEncoder().encode(before).length
  return [`${before}@${handle}`, { facets: [{ index: { byteStart: start, byteEnd: start + handle.length + 1 }, features: [{ $type: 'app.bsky.richtext.facet#mention', did }] }] }]
}

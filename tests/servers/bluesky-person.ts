import { z } from 'zod'

/** Somebody with an account on the test server, acting without Vigie. */
export interface BlueskyPerson {
  readonly did: string
  readonly handle: string
  /** A new app password. */
  makeAppPassword(name: string, options?: { forMessages?: boolean }): Promise<string>
  revokeAppPassword(name: string): Promise<void>
  post(text: string, more?: object): Promise<{ uri: string; cid: string }>
  reply(text: string, parent: { uri: string; cid: string }, root?: { uri: string; cid: string }): Promise<{ uri: string; cid: string }>
  like(subject: { uri: string; cid: string }): Promise<void>
  repost(subject: { uri: string; cid: string }): Promise<void>
  follow(did: string): Promise<void>
  block(did: string): Promise<void>
  /** Lets nobody answer in a thread of theirs, or only whom its first post names. */
  closeThread(uri: string, open?: 'to nobody' | 'to whom it names'): Promise<void>
  remove(uri: string): Promise<void>
  /** Many records in few calls, in this order. */
  createMany(collection: string, records: readonly object[]): Promise<{ uri: string; cid: string }[]>
  /** As any program asks: a query, or a procedure with its input; on to a service behind the server when one is named. */
  ask(method: string, input?: object, service?: string): Promise<unknown>
  records(collection: string): Promise<{ uri: string; cid: string; value: Record<string, unknown> }[]>
}

/** Opens an account on the server at `url`. */
export async function createPerson(url: string, name: string): Promise<BlueskyPerson> {
  const handle = `${name}.test`
  const account = accountSchema.parse(await call(url, {}, 'com.atproto.server.createAccount', { handle, email: `${name}@example.invalid`, password: `password of ${name}` }))
  const ask: BlueskyPerson['ask'] = (method, input, service) =>
    call(url, { authorization: `Bearer ${account.accessJwt}`, ...(service === undefined ? {} : { 'atproto-proxy': service }) }, method, input)
  const repo = account.did
  const complete = (collection: string, record: object): object => ({ $type: collection, createdAt: new Date().toISOString(), ...record })
  const create = async (collection: string, record: object): Promise<{ uri: string; cid: string }> =>
    referenceSchema.parse(await ask('com.atproto.repo.createRecord', { repo, collection, record: complete(collection, record) }))
  const post: BlueskyPerson['post'] = (text, more = {}) => create('app.bsky.feed.post', { text, ...more })
  return {
    did: account.did,
    handle: account.handle,
    makeAppPassword: async (passwordName, { forMessages = false } = {}) =>
      z.object({ password: z.string() }).parse(await ask('com.atproto.server.createAppPassword', { name: passwordName, privileged: forMessages })).password,
    revokeAppPassword: async (passwordName) => void (await ask('com.atproto.server.revokeAppPassword', { name: passwordName })),
    post,
    reply: (text, parent, root = parent) => post(text, { reply: { parent, root } }),
    like: async (subject) => void (await create('app.bsky.feed.like', { subject })),
    repost: async (subject) => void (await create('app.bsky.feed.repost', { subject })),
    follow: async (did) => void (await create('app.bsky.graph.follow', { subject: did })),
    block: async (did) => void (await create('app.bsky.graph.block', { subject: did })),
    async closeThread(uri, open = 'to nobody') {
      const allow = open === 'to nobody' ? [] : [{ $type: 'app.bsky.feed.threadgate#mentionRule' }]
      await ask('com.atproto.repo.createRecord', { repo, collection: 'app.bsky.feed.threadgate', rkey: uri.split('/').at(-1), record: complete('app.bsky.feed.threadgate', { post: uri, allow }) })
    },
    async remove(uri) {
      const [collection, rkey] = uri.split('/').slice(-2)
      await ask('com.atproto.repo.deleteRecord', { repo, collection, rkey })
    },
    async createMany(collection, records) {
      const made: { uri: string; cid: string }[] = []
      for (let from = 0; from < records.length; from += writesPerCall) {
        const writes = records.slice(from, from + writesPerCall).map((record) => ({ $type: 'com.atproto.repo.applyWrites#create', collection, value: complete(collection, record) }))
        made.push(...writtenSchema.parse(await ask('com.atproto.repo.applyWrites', { repo, writes })).results)
      }
      return made
    },
    ask,
    async records(collection) {
      const listed = await ask(`com.atproto.repo.listRecords?repo=${repo}&collection=${collection}&limit=100`)
      return z.object({ records: z.array(z.object({ uri: z.string(), cid: z.string(), value: z.record(z.string(), z.unknown()) })) }).parse(listed).records
    }
  }
}

const accountSchema = z.object({ did: z.string(), handle: z.string(), accessJwt: z.string() })
const referenceSchema = z.object({ uri: z.string(), cid: z.string() })
const writtenSchema = z.object({ results: z.array(referenceSchema) })
const writesPerCall = 200

async function call(url: string, headers: Readonly<Record<string, string>>, method: string, input?: object): Promise<unknown> {
  const answer = await fetch(`${url}/xrpc/${method}`, input === undefined ? { headers } : { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(input) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

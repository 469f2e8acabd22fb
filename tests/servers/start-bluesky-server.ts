import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { firstLine, startChild } from './start-child.ts'

const readySchema = z.object({ url: z.string(), plcUrl: z.string(), servicesUrl: z.string(), appViewDid: z.string(), chatDid: z.string(), jwtSecret: z.string() })

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
  records(collection: string): Promise<{ uri: string; cid: string; value: Record<string, unknown> }[]>
}

export interface BlueskyServer {
  readonly url: string
  readonly appViewDid: string
  readonly chatDid: string
  /** Key of its tokens: a test can make an expired one. */
  readonly jwtSecret: string
  createPerson(name: string): Promise<BlueskyPerson>
  /** A direct message, as if sent in another program. */
  say(message: { from: string; to: string; text: string }): Promise<void>
  stop(): Promise<void>
}

/** Whether the server's modules were laid out (by `npm test`); its tests are skipped otherwise. */
export const hasBlueskyServer = process.env['VIGIE_TEST_PDS_MODULES'] !== undefined

/** A real PDS on loopback, with a small AppView and chat behind it: see bluesky/pds-server.mjs. Ready in about two seconds. */
export async function startBlueskyServer(): Promise<BlueskyServer> {
  const running = startChild(process.execPath, [fileURLToPath(new URL('bluesky/pds-server.mjs', import.meta.url))], { env: { ...process.env, LOG_ENABLED: 'false', NODE_OPTIONS: '' } })
  const ready = readySchema.parse(JSON.parse(await firstLine(running, 60_000)))
  return {
    url: ready.url,
    appViewDid: ready.appViewDid,
    chatDid: ready.chatDid,
    jwtSecret: ready.jwtSecret,
    createPerson: (name) => createPerson(ready.url, name),
    async say(message) {
      await fetch(`${ready.servicesUrl}/test/chat`, { method: 'POST', body: JSON.stringify(message) })
    },
    stop: () => running.stop()
  }
}

type Call = (method: string, input?: object) => Promise<unknown>

async function createPerson(url: string, name: string): Promise<BlueskyPerson> {
  const call = (token: string | null): Call => async (method, input) => {
    const headers = { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(input === undefined ? {} : { 'content-type': 'application/json' }) }
    const answer = await fetch(`${url}/xrpc/${method}`, input === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(input) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method}: ${answer.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
  const account = z.object({ did: z.string(), handle: z.string(), accessJwt: z.string() }).parse(
    await call(null)('com.atproto.server.createAccount', { handle: `${name}.test`, email: `${name}@example.invalid`, password: `password of ${name}` })
  )
  const ask = call(account.accessJwt)
  const reference = z.object({ uri: z.string(), cid: z.string() })
  const create = async (collection: string, record: object): Promise<{ uri: string; cid: string }> =>
    reference.parse(await ask('com.atproto.repo.createRecord', { repo: account.did, collection, record: { $type: collection, createdAt: new Date().toISOString(), ...record } }))
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
    async records(collection) {
      const listed = await ask(`com.atproto.repo.listRecords?repo=${account.did}&collection=${collection}&limit=100`)
      return z.object({ records: z.array(z.object({ uri: z.string(), cid: z.string(), value: z.record(z.string(), z.unknown()) })) }).parse(listed).records
    }
  }
}

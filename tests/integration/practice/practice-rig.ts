import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstPlace } from '../../../electron/engine/practice/practice-places.ts'
import { openPracticeDatabase } from '../../../electron/engine/practice/record/open-practice-database.ts'
import { createPracticeRecord, type PracticeRecord } from '../../../electron/engine/practice/record/practice-record.ts'
import { startPracticeServer } from '../../../electron/engine/practice/server/practice-server.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'

export const ownName = 'test.practice.localhost'
export const startOfTest = Date.UTC(2026, 10, 21, 9)

export interface PracticeRig {
  readonly record: PracticeRecord
  readonly clock: ManualClock
  readonly origin: string
  readonly port: number
  /** How often the own account did something. */
  ownActs(): number
  /** A token for the own account, got by the whole login. */
  logIn(scopes?: string): Promise<string>
  call(method: string, path: string, options?: CallOptions): Promise<Answer>
  stop(): Promise<void>
}
export interface CallOptions {
  readonly token?: string
  readonly json?: unknown
  readonly form?: Record<string, string>
  readonly body?: FormData
  readonly headers?: Record<string, string>
}
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The JSON of the answer; a text when it is none. */
  readonly body: AnswerBody
  /** The same when it is a list. */
  readonly rows: readonly AnswerBody[]
}
/** The fields that tests go on working with; what an answer does not have is undefined. */
export interface AnswerBody {
  readonly id: string
  readonly type: string
  readonly url: string
  readonly error: string
  readonly content: string
  readonly poll: object
  readonly client_id: string
  readonly client_secret: string
  readonly access_token: string
  readonly in_reply_to_account_id: string
  readonly status: AnswerBody
  readonly reblog: AnswerBody
  readonly mentions: readonly AnswerBody[]
  readonly tags: readonly AnswerBody[]
  readonly media_attachments: readonly AnswerBody[]
  readonly ancestors: readonly AnswerBody[]
  readonly descendants: readonly AnswerBody[]
}

/** The practice server on a port of its own with three members and no community life. */
export async function startPracticeRig(): Promise<PracticeRig> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-practice-'))
  const clock = createManualClock(startOfTest)
  const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
  const opened = await openPracticeDatabase(folder, firstPlace, { clock, log: silent, isSuspect: false, openOptions: {} })
  if (!opened.ok) throw new Error(opened.error.code)
  const record = createPracticeRecord(opened.value.database)
  for (const [index, handle] of ['lesamarres', 'claire_b', 'tomasz'].entries()) {
    record.members.add({
      id: `10000000000000000${index}`, handle, name: `${handle} (name)`, note: 'Nantes <3', language: 'fr', isOwn: index === 0, followers: 3, following: 2, joinedAt: startOfTest - 1e9
    })
  }
  let acts = 0
  const server = await startPracticeServer({
    record, ownName, preferredPort: null, now: clock.now, newSecret: () => randomBytes(32).toString('base64url'), ownAct: () => (acts += 1), log: { warning: (text) => { throw new Error(text) } }
  })
  const origin = `http://127.0.0.1:${server.port}`
  const call = (method: string, path: string, options: CallOptions = {}) => callServer(origin, method, path, options)
  return {
    record, clock, origin, port: server.port, call,
    ownActs: () => acts,
    logIn: (scopes = 'read write follow') => logIn(call, scopes),
    async stop() {
      await server.stop()
      opened.value.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function callServer(origin: string, method: string, path: string, options: CallOptions): Promise<Answer> {
  const headers: Record<string, string> = { ...options.headers }
  if (options.token !== undefined) headers['authorization'] = `Bearer ${options.token}`
  if (options.json !== undefined) headers['content-type'] = 'application/json'
  const body = options.json !== undefined ? JSON.stringify(options.json) : options.form !== undefined ? new URLSearchParams(options.form) : options.body
  const response = await fetch(path.startsWith('http') ? path : origin + path, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) })
  const text = await response.text()
  const content = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text
  return { status: response.status, headers: response.headers, body: content, rows: Array.isArray(content) ? content : [content] }
}

async function logIn(call: PracticeRig['call'], scopes: string): Promise<string> {
  const redirectUri = 'http://127.0.0.1:9/callback'
  const app = await call('POST', '/api/v1/apps', { form: { client_name: 'Test', redirect_uris: redirectUri, scopes } })
  const query = new URLSearchParams({ response_type: 'code', client_id: app.body.client_id, redirect_uri: redirectUri, scope: scopes, state: 'abc' })
  const consent = await call('GET', `/oauth/authorize?${query.toString()}`)
  const code = new URL(consent.headers.get('location')!).searchParams.get('code')!
  const token = await call('POST', '/oauth/token', {
    form: { grant_type: 'authorization_code', client_id: app.body.client_id, client_secret: app.body.client_secret, redirect_uri: redirectUri, code }
  })
  return token.body.access_token
}

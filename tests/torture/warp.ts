/**
 * Loaded before the engine (`node --import warp.ts engine`), changes nothing in it: lets its clock run faster, jump, and gives each step of a
 * job's path a name at which the process can be killed. What runs is the engine as it ships.
 */
import { subscribe } from 'node:diagnostics_channel'
import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { isMainThread } from 'node:worker_threads'
import { controlDescriptor, readWarp, type WarpOrder } from './warp-orders.ts'
import { createWarpedTime } from './warped-time.ts'

const { time: start, deathPoint } = readWarp(process.env['VIGIE_TORTURE_WARP'] ?? '')
const time = createWarpedTime(start)
const { speed } = start
let armed = deathPoint

function bendTime(): void {
  const realSetTimeout = globalThis.setTimeout
  const realPerformanceNow = performance.now.bind(performance)
  const realTimeout = AbortSignal.timeout.bind(AbortSignal)
  Date.now = time.now
  performance.now = () => realPerformanceNow() * speed
  AbortSignal.timeout = (delay) => realTimeout(Math.max(1, Math.ceil(delay / speed)))
  globalThis.setTimeout = ((callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) => realSetTimeout(callback, delay / speed, ...args)) as typeof setTimeout
}

/** The orders come over a line of their own, beside the engine's link to its parent. */
function hearOrders(): void {
  const control = new Socket({ fd: controlDescriptor })
  control.unref()
  createInterface({ input: control }).on('line', (line) => {
    const order = JSON.parse(line) as WarpOrder
    if (order.kind === 'skew') time.setSkew(order.skew)
    else if (order.kind === 'advance') time.advance(order.by)
    else armed = order.point
  })
}

function say(message: object): void {
  try {
    writeSync(controlDescriptor, `${JSON.stringify(message)}\n`)
  } catch {
    // The line is full for a moment: a name that is not told now is told at the next start.
  }
}

const known = new Set<string>()

/** A place between two steps: here the process dies when it was told so. SIGKILL to itself ends it before the next step. */
function reach(name: string): void {
  if (!known.has(name)) {
    known.add(name)
    say({ kind: 'point', name })
  }
  if (armed === null || (armed.name !== null && armed.name !== name)) return
  armed = { ...armed, skip: armed.skip - 1 }
  if (armed.skip >= 0) return
  say({ kind: 'died', name })
  process.kill(process.pid, 'SIGKILL')
}

interface StatementLike {
  readonly source: string
}

/** The tables of a job's path: what is read and written between a click and "published". */
const pathTables = /\b(?:outbox_\w+|hand_overs|job_\w+|posts|post_\w+|quarantined_jobs)\b/
const names = new Map<string, string | null>()

function nameOf(source: string): string | null {
  let name = names.get(source)
  if (name !== undefined) return name
  const words = source.replaceAll(/\s+/g, ' ').trim()
  const table = pathTables.exec(words)?.[0]
  const verb = words.split(' ', 1)[0] ?? ''
  const condition = /WHERE (.{0,40})/.exec(words)?.[1] ?? ''
  name = table === undefined ? null : `${verb} ${table}${verb === 'SELECT' ? ` ${condition}` : ''}`.trim()
  names.set(source, name)
  return name
}

/** What the running transaction did last on the path; null outside of one and in those of other features. */
let lastOnPath: string | null = null

function beforeStatement(source: string): void {
  if (source === 'COMMIT') {
    if (lastOnPath !== null) reach(`before the commit after ${lastOnPath}`)
    return
  }
  if (source.startsWith('BEGIN') || source === 'ROLLBACK') lastOnPath = null
  const name = nameOf(source)
  if (name === null) return
  reach(`before ${name}`)
  if (!name.startsWith('SELECT')) lastOnPath = name
}

function afterStatement(source: string): void {
  if (source !== 'COMMIT' || lastOnPath === null) return
  const name = lastOnPath
  lastOnPath = null
  reach(`after the commit after ${name}`)
}

function watchStatements(): void {
  const Database = createRequire(import.meta.url)('better-sqlite3') as new (path: string) => { prepare(sql: string): object; close(): void }
  const database = new Database(':memory:')
  const prototype = Object.getPrototypeOf(database.prepare('SELECT 1')) as Record<string, (this: StatementLike, ...args: unknown[]) => unknown>
  database.close()
  for (const method of ['run', 'get', 'all']) {
    const original = prototype[method]
    if (original === undefined) throw new Error(`better-sqlite3 has no ${method}`)
    prototype[method] = function (...args) {
      const { source } = this
      beforeStatement(source)
      const result = original.apply(this, args)
      afterStatement(source)
      return result
    }
  }
}

interface RequestMessage {
  readonly request: { readonly method: string; readonly path: string }
}

function watchRequests(): void {
  const channels = { 'http.client.request.created': 'before sending', 'http.client.request.start': 'after sending', 'http.client.response.finish': 'at the answer to' }
  for (const [channel, words] of Object.entries(channels)) {
    subscribe(channel, (message) => {
      const { method, path } = (message as RequestMessage).request
      // Reads of the inbox go on all the time and are not part of a job's path.
      if (method !== 'HEAD' && !/notification|convo|comments/.test(path)) reach(`${words} ${method}`)
    })
  }
}

// A thread of the engine's (it reads videos) sends nothing, and has no line.
if (isMainThread) {
  bendTime()
  hearOrders()
  watchStatements()
  watchRequests()
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { CallRecord, CallSummary } from '../../../shared/outbox/call-summary.ts'
import type { HttpRequest } from '../http/http-client.ts'
import { hiddenWord, redactPath, redactText } from '../http/redact.ts'
import { secretWords } from './secret-words.ts'

/** What came of a request. `said` as the network said it: it is redacted here. */
export type CallEnd = Pick<CallSummary, 'status' | 'reached' | 'said' | 'receivedBytes'>

/** The requests that are made for one attempt, in the order in which they began. */
export interface CallRecorder {
  begin(request: HttpRequest, startedAt: number): (end: CallEnd, endedAt: number) => void
  /** Never in what is recorded, whatever it looks like. */
  hide(secret: string): void
  read(): CallRecord
}

const mostCalls = 16
/** Of more than that, the first ones stay: how it began. */
const firstCalls = 4
const longestWords = 240

interface Entry {
  readonly summary: CallSummary
  readonly isOpen: boolean
}

/** `onAsked` is told what was asked so far, before anything leaves that may change something: a crash in the middle of it must not take that along. */
export function createCallRecorder(onAsked: (calls: CallRecord) => void = () => undefined): CallRecorder {
  const entries: Entry[] = []
  const secrets = new Set<string>()
  let leftOut = 0

  function clean(text: string): string {
    let cleaned = text
    for (const secret of secrets) cleaned = cleaned.replaceAll(secret, hiddenWord)
    return cleaned.slice(0, longestWords)
  }

  function put(place: number, summary: CallSummary): void {
    const before = entries[place - 1]
    if (before === undefined || before.isOpen || !isSameCall(before.summary, summary)) return void (entries[place] = { summary, isOpen: false })
    entries[place - 1] = { summary: added(before.summary, summary), isOpen: false }
    entries.splice(place, 1)
  }

  // Cleaned at the end: a secret that was renewed on the way is known by then.
  const read = (): CallRecord => ({ calls: entries.map(({ summary }) => ({ ...summary, path: clean(summary.path), said: clean(summary.said) })), leftOut })

  return {
    begin(request, startedAt) {
      const url = URL.canParse(request.url) ? new URL(request.url) : null
      const open: CallSummary = {
        method: request.method, host: url?.host ?? '', path: redactPath(url?.pathname ?? ''), status: null, reached: true, said: '', sentBytes: sizeOf(request.body), receivedBytes: 0, tookMs: 0
      }
      const entry: Entry = { summary: open, isOpen: true }
      entries.push(entry)
      if (entries.length > mostCalls) {
        entries.splice(firstCalls, 1)
        leftOut += 1
      }
      if (request.method !== 'GET' && request.method !== 'HEAD') onAsked(read())
      return (end, endedAt) => {
        const place = entries.indexOf(entry)
        if (place >= 0) put(place, { ...open, ...end, said: redactText(end.said), tookMs: Math.max(0, Math.round(endedAt - startedAt)) })
      }
    },
    hide(secret) {
      for (const word of secretWords(secret)) secrets.add(word)
    },
    read
  }
}

function isSameCall(one: CallSummary, other: CallSummary): boolean {
  return one.method === other.method && one.host === other.host && one.path === other.path && one.status === other.status && one.said === other.said
}

function added(one: CallSummary, other: CallSummary): CallSummary {
  const sentBytes = one.sentBytes === null || other.sentBytes === null ? null : one.sentBytes + other.sentBytes
  return { ...one, sentBytes, receivedBytes: one.receivedBytes + other.receivedBytes, tookMs: one.tookMs + other.tookMs, times: (one.times ?? 1) + 1 }
}

function sizeOf(body: HttpRequest['body']): number | null {
  if (body === undefined) return 0
  if (typeof body === 'string') return new TextEncoder().encode(body).byteLength
  return body instanceof Uint8Array || 'pieces' in body ? body.byteLength : null
}

/**
 * Follows the work of one attempt through whatever it awaits, so that no adapter has to hand it on, and none can forget to. Outside of an attempt (the inbox,
 * a login) nothing is recorded.
 */
const recorders = new AsyncLocalStorage<CallRecorder>()

export function recordCalls<Value>(recorder: CallRecorder, work: () => Promise<Value>): Promise<Value> {
  return recorders.run(recorder, work)
}

/** Of the attempt that is under way here; null where there is none. */
export function currentRecorder(): CallRecorder | null {
  return recorders.getStore() ?? null
}

import { expect, test } from 'vitest'
import type { JobRecord } from '../../../electron/engine/outbox/job-record.ts'
import { callApi } from '../../../electron/engine/networks/api-call.ts'
import type { MediaToSend } from '../../../electron/engine/networks/network-media.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { SendIntent } from '../../../electron/engine/networks/network-publisher.ts'
import { performAttempt, type AttemptNeeds } from '../../../electron/engine/outbox/perform-attempt.ts'

const file = (read: MediaToSend['read']): MediaToSend => ({ mediaType: 'image/png', fileName: 'quay.png', altText: '', width: 1, height: 1, byteLength: 1, durationMs: null, read, readPart: () => read() })
const payload = { effect: 'create', title: '', text: 'Low tide', document: { type: 'doc', content: [] }, media: [{ mediaId: 'm', altText: '' }], replyTo: null, audience: null }

/** An attempt with one file, on an adapter that reads it and then does as told. */
function attempt(read: MediaToSend['read'], afterwards: () => never | Promise<never>, send?: NetworkAdapter['publisher']['publish'], hold: () => object | null = () => null): Promise<unknown> {
  const readAndGoOn: NetworkAdapter['publisher']['publish'] = async (_session, { media }) => {
    await media[0]!.read()
    return afterwards()
  }
  const publish = send ?? readAndGoOn
  const adapter = { publisher: { publish } } as unknown as NetworkAdapter
  const needs = {
    accounts: { read: () => null, withSession: (_id: string, _signal: AbortSignal, work: (session: unknown, its: NetworkAdapter) => unknown) => work({}, adapter) },
    media: { toSend: () => file(read) },
    guard: { hold },
    oldestOf: () => 3,
    isAnothers: (_job: unknown, remoteId: string) => remoteId === 'another’s',
    isUnwanted: () => false,
    threadFrom: () => []
  } as unknown as AttemptNeeds
  const job = { id: 'j', accountId: 'a', idempotencyKey: 'k', intentAt: 7, payload } as unknown as JobRecord
  return performAttempt(needs, { job, step: 'send', anchor: null, begunBefore: null }, new AbortController().signal)
}

test('a file that cannot be read stops the post before it is made: nobody is asked whether it arrived', async () => {
  const gone = (): Promise<never> => Promise.reject(new Error('ENOENT: /home/lea/quay.png'))
  const answer = await attempt(gone, () => Promise.reject(new Error('not reached')))
  expect(answer).toEqual({ kind: 'unsendable', error: expect.objectContaining({ code: 'media_unreadable', details: { fileName: 'quay.png' } }) })
  expect(JSON.stringify(answer)).not.toContain('/home/lea')
})

test('an error after the files were read stays what it is: something may have gone out', async () => {
  await expect(attempt(() => Promise.resolve(new Uint8Array(1)), () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
})

test('a send knows since when something of it may stand there, and what is another job’s', async () => {
  const sent: SendIntent[] = []
  const publish: NetworkAdapter['publisher']['publish'] = (_session, _draft, intent) => {
    sent.push(intent)
    return Promise.reject(new Error('enough'))
  }
  await expect(attempt(() => Promise.resolve(new Uint8Array(1)), () => Promise.reject(new Error('unused')), publish)).rejects.toThrow('enough')
  expect(sent).toMatchObject([{ idempotencyKey: 'k', intentAt: 7, since: 3 }])
  expect([sent[0]!.isAnothers!('another’s'), sent[0]!.isAnothers!('mine')]).toEqual([true, false])
})

test('a hold that comes while a video goes up stops the call that others would see, and none before it', async () => {
  let isHeld = false
  const called: string[] = []
  const call = (effect: 'none' | 'visible') =>
    callApi({ effect, now: () => 0, http: { send: async ({ url }) => (called.push(effect), { ok: true, response: { status: 200, headers: {}, body: new Uint8Array(), url } }) } }, { method: 'PUT', url: 'https://network.example/', signed: true })
  const publish: NetworkAdapter['publisher']['publish'] = async () => {
    await call('none')
    isHeld = true
    await call('none')
    const made = await call('visible')
    return made.ok ? { ok: true, value: { remoteId: '1', url: null } } : made
  }
  const answer = await attempt(() => Promise.resolve(new Uint8Array(1)), () => Promise.reject(new Error('unused')), publish, () => (isHeld ? {} : null))
  expect(called).toEqual(['none', 'none'])
  expect(answer).toMatchObject({ kind: 'failed', failure: { kind: 'not_sent', error: { code: 'on_hold' } } })
})

test('an act is told what the attempt before had begun, and can keep what it begins', async () => {
  const kept: string[] = []
  const act: NetworkAdapter['publisher']['act'] = async (_session, { begunBefore, keepBegun }) => {
    keepBegun!(`after ${begunBefore}`)
    return { ok: true, value: null }
  }
  const adapter = { capabilities: { acts: { repost: 'yes' } }, publisher: { act } } as unknown as NetworkAdapter
  const needs = {
    accounts: { withSession: (_id: string, _signal: AbortSignal, work: (session: unknown, its: NetworkAdapter) => unknown) => work({}, adapter) },
    guard: { hold: () => null },
    keepBegun: ({ id }: JobRecord, token: string) => void kept.push(`${id}: ${token}`)
  } as unknown as AttemptNeeds
  const job = { id: 'j', accountId: 'a', payload: { effect: 'act', act: 'repost', remoteId: 'r' } } as unknown as JobRecord
  expect(await performAttempt(needs, { job, step: 'send', anchor: null, begunBefore: 'one' }, new AbortController().signal)).toMatchObject({ kind: 'done' })
  expect(kept).toEqual(['j: after one'])
})

import { expect, test } from 'vitest'
import type { AccountsService } from '../../../electron/engine/accounts/accounts-service.ts'
import { performHandOver } from '../../../electron/engine/outbox/hand-over/perform-hand-over.ts'
import type { HandOverStep } from '../../../electron/engine/outbox/hand-over/decide-hand-over.ts'

type Needs = Parameters<typeof performHandOver>[0]

/** Everything that a hold meets while the keychain is still being asked for the access. */
async function callDuringHold(step: HandOverStep): Promise<{ readonly answer: unknown; readonly calls: readonly string[] }> {
  const calls: string[] = []
  const note = (name: string) => async () => {
    calls.push(name)
    return { ok: true, value: { kind: 'gone' } }
  }
  const scheduler = { handOver: note('handOver'), find: note('find'), read: note('read'), move: note('move'), cancel: note('cancel') }
  const withSession = (async (_id: string, _signal: AbortSignal, call: (session: unknown, adapter: unknown) => unknown) => call({}, { scheduler })) as unknown as AccountsService['withSession']
  const needs = {
    accounts: { withSession, read: () => null },
    media: { toSend: () => null },
    elsewhere: { of: () => ({ isAnothers: () => false, isAnothersThere: () => false }) },
    guard: { hold: () => ({ reason: 'A fire', since: 0, restored: null }) },
    isUnwanted: () => false
  } as unknown as Needs
  const payload = { effect: 'create', title: '', text: 'Hello', document: { type: 'doc', content: [] }, media: [], replyTo: null }
  const answer = await performHandOver(needs, { payload } as never, { accountId: 'a', scheduledId: 's', dueAt: 1, askedDueAt: 1, dueUntil: 1 } as never, step, new AbortController().signal)
  return { answer, calls }
}

test.each(['hand', 'move'] as const)('nothing is handed over or moved once a hold stands, also when it came in between: %s', async (step) => {
  expect(await callDuringHold(step)).toEqual({ answer: { kind: 'failed', failure: expect.objectContaining({ kind: 'not_sent' }) }, calls: [] })
})

test.each(['cancel', 'find', 'read'] as const)('a hold does not keep from calling back and looking: %s', async (step) => {
  expect(await callDuringHold(step)).toEqual({ answer: { kind: 'gone' }, calls: [step] })
})

/** A hand-over of a post with one file, to a network that reads it and then does as told. */
async function handWith(read: () => Promise<Uint8Array>, afterwards: () => Promise<never>): Promise<unknown> {
  const handOver = async (_session: unknown, draft: { media: readonly { read(): Promise<Uint8Array> }[] }) => {
    await draft.media[0]?.read()
    return afterwards()
  }
  const needs = {
    accounts: { withSession: (_id: string, _signal: AbortSignal, call: (session: unknown, adapter: unknown) => unknown) => call({}, { scheduler: { handOver } }), read: () => null },
    media: { toSend: () => ({ mediaType: 'image/png', fileName: 'quay.png', altText: '', width: 1, height: 1, read }) },
    elsewhere: { of: () => ({ isAnothers: () => false, isAnothersThere: () => false }) },
    guard: { hold: () => null },
    isUnwanted: () => false
  } as unknown as Needs
  const payload = { effect: 'create', title: '', text: 'Hello', document: { type: 'doc', content: [] }, media: [{ mediaId: 'm', altText: '' }], replyTo: null }
  return performHandOver(needs, { payload } as never, { accountId: 'a', scheduledId: null, dueAt: 1, askedDueAt: 1, dueUntil: 1 } as never, 'hand', new AbortController().signal)
}

test('a file that cannot be read is the reason, and not an unknown end: nothing was handed over', async () => {
  const answer = await handWith(() => Promise.reject(new Error('ENOENT: /home/lea/quay.png')), () => Promise.reject(new Error('not reached')))
  expect(answer).toEqual({ kind: 'failed', failure: { kind: 'rejected', error: expect.objectContaining({ code: 'media_unreadable', details: { fileName: 'quay.png' } }) } })
  expect(JSON.stringify(answer)).not.toContain('/home/lea')
})

test('an error after the files were read stays what it is: it may wait there', async () => {
  await expect(handWith(() => Promise.resolve(new Uint8Array(1)), () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
})

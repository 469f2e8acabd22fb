import { expect, test } from 'vitest'
import type { GraphCalls } from '../../../electron/engine/networks/meta/graph-calls.ts'
import { findMetaMessage, type MessagePlace } from '../../../electron/engine/networks/meta/meta-messages.ts'
import { draftOf } from '../../support/adapter-session.ts'

const sentAt = Date.UTC(2026, 10, 22, 9)

/** A conversation whose newest message says what the draft says, by whoever Meta names. */
function placeWith(from: object | undefined, platform: MessagePlace['platform']): MessagePlace {
  const conversation = { id: 't_1', messages: { data: [{ id: 'm_1', message: 'Thank you', created_time: new Date(sentAt).toISOString(), ...(from === undefined ? {} : { from }) }] } }
  const graph: Pick<GraphCalls, 'get'> = { get: async (_path, _query, schema) => ({ ok: true, value: schema.parse(conversation) }) }
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    graph: graph as GraphCalls, network: 'Meta', path: '1', platform, isOwn: ({ id, username }) => id === '1' || username === 'lune', window: { value: 1, source: 'https://example.org', readOn: '2026-11-22' }, isTooLong: () => false
  }
}

test.each([
  ['ours by its id', { id: '1' }, null, { remoteId: 'm_1', url: null }],
  ['ours by its name', { id: '9', username: 'lune' }, 'instagram', { remoteId: 'm_1', url: null }],
  ['somebody else’s', { id: '7', name: 'Tom' }, null, 'none'],
  ['somebody else’s by name', { id: '7', username: 'tom' }, 'instagram', 'none'],
  ['nobody’s that is told', undefined, null, 'cannot_tell'],
  ['of an id that we may have there', { id: '7' }, 'instagram', 'cannot_tell']
] as const)('the same words, %s', async (_whose, from, platform, expected) => {
  const draft = draftOf('Thank you', { audience: 'message', replyTo: { remoteId: 'm_0', rootRemoteId: 't_1', authorHandle: 'tom' } })
  const found = await findMetaMessage(placeWith(from, platform), draft, { idempotencyKey: 'k', intentAt: sentAt, sentAt }, sentAt + 120_000)
  expect(found).toEqual({ ok: true, value: expected })
})

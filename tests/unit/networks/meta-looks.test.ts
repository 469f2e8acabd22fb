import { describe, expect, it, test } from 'vitest'
import type { GraphCalls } from '../../../electron/engine/networks/meta/graph-calls.ts'
import { findOwnAnswer, findOwnPost } from '../../../electron/engine/networks/instagram/instagram-find.ts'
import { explainMetaFailure } from '../../../electron/engine/networks/meta/meta-failures.ts'
import type { Draft } from '../../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../../electron/engine/networks/network-session.ts'
import { draftOf, pictureOf, valueOf } from '../../support/adapter-session.ts'

const sentAt = Date.UTC(2026, 10, 21, 12)
const later = sentAt + 120_000
const session = { account: { remoteId: '17', handle: '@atelier' } } as unknown as AccountSession

function graphThatLists(json: object): GraphCalls {
  return { getAnswer: async () => ({ ok: true, value: { response: { status: 200, headers: {}, body: new Uint8Array(), url: '' }, json } }) } as unknown as GraphCalls
}

describe('what Instagram lists is called absent only when it certainly is', () => {
  const post: Draft = draftOf('Bonjour', { media: [pictureOf('')] })
  const lookForPost = async (data: readonly object[]) => valueOf(await findOwnPost(graphThatLists({ data }), session, post, { sentAt }, later))
  const answer = draftOf('Merci', { replyTo: { remoteId: '5', rootRemoteId: '5', authorHandle: 'tom' } })
  const lookForAnswer = async (list: object) => valueOf(await findOwnAnswer(graphThatLists(list), session, answer, '5/replies', { sentAt }, later))

  it('not a post that bears the words and no time', async () => {
    expect(await lookForPost([])).toBe('none')
    expect(await lookForPost([{ id: '1', caption: 'Autre chose', media_type: 'IMAGE' }])).toBe('none')
    expect(await lookForPost([{ id: '1', caption: 'Bonjour', media_type: 'IMAGE' }])).toBe('cannot_tell')
  })

  it('not an answer, while the list goes on', async () => {
    const data = [{ id: '9', text: 'Ah ?', timestamp: '2026-11-21T12:00:30+0000', username: 'tom' }]
    expect(await lookForAnswer({ data })).toBe('none')
    expect(await lookForAnswer({ data, paging: { cursors: { after: 'a' }, next: 'https://graph.example/next' } })).toBe('cannot_tell')
  })
})

test('Instagram’s own failure, which comes with 400, leaves open what became of a post, and is tried again for what nobody sees', () => {
  const failed = { response: { status: 400, headers: {}, body: new Uint8Array(), url: 'https://graph.instagram.com/x' }, json: { error: { message: 'Server error', code: -1, error_subcode: 2_207_001 } } }
  expect(explainMetaFailure(failed, 'visible', 0)?.kind).toBe('unknown_outcome')
  expect(explainMetaFailure(failed, 'none', 0)?.kind).toBe('server_error')
})

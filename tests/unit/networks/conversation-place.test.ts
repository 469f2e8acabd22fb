import { describe, expect, it } from 'vitest'
import { findConversationPlace, type ThreadPost } from '../../../electron/engine/networks/conversation-place.ts'

const ours = (id: string): ThreadPost => ({ id, isOwn: true, namesUs: false })
const theirs = (id: string): ThreadPost => ({ id, isOwn: false, namesUs: false })
const naming = (id: string): ThreadPost => ({ id, isOwn: false, namesUs: true })

describe('findConversationPlace', () => {
  it.each([
    ['an answer to our post begins a conversation', [ours('post')], theirs('a'), { kind: 'comment', conversationId: 'a', ourPostId: 'post' }],
    ['what follows under it belongs to it', [ours('post'), theirs('a'), ours('b')], theirs('c'), { kind: 'comment', conversationId: 'a', ourPostId: 'post' }],
    ['also when strangers talk to each other there', [ours('post'), theirs('a')], theirs('b'), { kind: 'comment', conversationId: 'a', ourPostId: 'post' }],
    ['and our own answer too', [ours('post'), theirs('a')], ours('b'), { kind: 'comment', conversationId: 'a', ourPostId: 'post' }],
    ['a second post of ours in a thread does not hide the answer', [ours('post'), ours('second')], theirs('a'), { kind: 'comment', conversationId: 'a', ourPostId: 'post' }],
    ['a mention begins a conversation', [], naming('m'), { kind: 'mention', conversationId: 'm', ourPostId: null }],
    ['a mention deep in a thread of others begins there, not at its root', [theirs('root'), theirs('x')], naming('m'), { kind: 'mention', conversationId: 'm', ourPostId: null }],
    ['the answer to our answer stays with the mention', [theirs('root'), naming('m'), ours('r')], theirs('n'), { kind: 'mention', conversationId: 'm', ourPostId: null }],
    ['an answer to what we wrote under a stranger begins a conversation', [theirs('root'), ours('r')], theirs('n'), { kind: 'mention', conversationId: 'n', ourPostId: null }],
    ['a quote stands alone', [], theirs('q'), { kind: 'mention', conversationId: 'q', ourPostId: null }]
  ] as const)('%s', (_, above, post, place) => {
    expect(findConversationPlace(above, post)).toEqual(place)
  })
})

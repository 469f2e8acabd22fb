import { describe, expect, it } from 'vitest'
import type { InboxItem } from '../../../shared/inbox/inbox-item.ts'
import { repliesThatArrived, type ReplyUnderWay } from '../../../shared/inbox/replies-that-arrived.ts'

const sentAt = Date.UTC(2026, 10, 21, 9)
const reply: ReplyUnderWay = { jobId: 'job', text: 'Oui, l’été : https://vigie.example/a', targetRemoteId: 'question', sentAt }

function item(changes: Partial<InboxItem> = {}): InboxItem {
  return {
    id: 'item', conversationId: 'c', remoteId: 'r', parentRemoteId: 'question', authorName: 'Vigie', authorHandle: '@vigie', isOwn: true, text: reply.text, url: null,
    createdAt: sentAt + 400, isRead: true, isLiked: false, inForce: [], isReported: false, underWay: [], isHeld: false, attachmentCount: 0, ...changes
  }
}

describe('repliesThatArrived', () => {
  it.each<readonly [string, Partial<InboxItem>]>([
    ['word for word', {}],
    ['with the name of the person answered in front', { text: `@lea@social.example ${reply.text}` }],
    ['without the scheme of an address, with plain typography', { text: "Oui, l'été :  vigie.example/a" }],
    ['from a network that does not say what it answers', { parentRemoteId: null }],
    ['from a server whose clock is behind', { createdAt: sentAt - 60_000 }]
  ])('knows a reply %s', (_how, changes) => {
    expect([...repliesThatArrived([item(changes)], [reply])]).toEqual(['job'])
  })

  it.each<readonly [string, Partial<InboxItem>]>([
    ['somebody else wrote', { isOwn: false }],
    ['answers something else', { parentRemoteId: 'other question' }],
    ['was there before', { createdAt: sentAt - 3_600_000 }],
    ['says more', { text: `${reply.text} encore` }],
    ['says less', { text: 'Oui' }]
  ])('does not take for it what %s', (_what, changes) => {
    expect(repliesThatArrived([item(changes)], [reply]).size).toBe(0)
  })

  it('tells signs apart where there are no words', () => {
    const thanks = { ...reply, text: '👍' }
    expect(repliesThatArrived([item({ text: '@lea 👍' })], [thanks]).size).toBe(1)
    expect(repliesThatArrived([item({ text: '👎' })], [thanks]).size).toBe(0)
  })

  it('lets one item stand for one of two replies with the same words', () => {
    expect([...repliesThatArrived([item()], [reply, { ...reply, jobId: 'second' }])]).toEqual(['job'])
  })
})

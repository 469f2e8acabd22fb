import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { titleOfMessage } from '../../../renderer/features/ideas/keep-as-idea.ts'
import { textOfView } from '../../../renderer/features/inbox/empty-inbox.ts'
import { english } from '../../../renderer/language/catalogues.ts'
import type { InboxItem } from '../../../shared/inbox/inbox-item.ts'

const item: InboxItem = {
  id: '018f3b1c-7a2e-7c3d-9a53-9a2f6f8d2f62', conversationId: '018f3b1c-7a2e-7c3d-9a53-9a2f6f8d2f63', remoteId: 'a', parentRemoteId: null, authorName: 'Tom', authorHandle: '@tom', isOwn: false, text: '', url: null, createdAt: 0,
  isRead: true, isLiked: false, inForce: [], isReported: false, underWay: [], isHeld: false, attachmentCount: 1
}

beforeAll(async () => void (await i18next.init({ lng: 'en', resources: { en: english }, interpolation: { escapeValue: false } })))

test('a card is called by its words, and by who wrote it where there are none, or none that are for others', () => {
  const titleOf = (kind: 'comment' | 'review' | 'message', more: Partial<InboxItem> = {}) => titleOfMessage({ item: { ...item, ...more }, kind, account: { networkId: 'google_business', handle: 'Chez Lune' } })
  expect(titleOf('review', { stars: 5 })).toBe('Tom on Google Business Profile')
  expect(titleOf('comment', { authorName: '', text: ' \n ' })).toBe('@tom on Google Business Profile')
  expect(titleOf('comment', { text: ' Deux\nmots ' })).toBe('Deux mots')
  expect(titleOf('message', { text: 'En privé' })).toBe('Private message from Tom')
})

test('an empty inbox names reviews where an account has some', () => {
  const textOf = (view: 'open' | 'all' | 'done', ...ids: readonly ('x' | 'google_business')[]) => textOfView(view, ids.map((networkId) => ({ networkId })))
  expect([textOf('open', 'x'), textOf('open', 'x', 'google_business'), textOf('all', 'google_business'), textOf('done', 'google_business')]).toEqual(['openText', 'openWithReviews', 'allWithReviews', 'doneText'])
})

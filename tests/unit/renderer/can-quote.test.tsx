import { expect, test } from 'vitest'
import { canQuote } from '../../../renderer/features/inbox/quote-message.ts'
import { conversationKinds } from '../../../shared/inbox/inbox-item.ts'

test('what others can read is quoted where the network has quotes: no private message, and no review, which is no post', () => {
  const quotable = (isOwn: boolean) => conversationKinds.filter((kind) => canQuote({ isOwn }, kind, 'practice'))
  expect([quotable(false), quotable(true)]).toEqual([['comment', 'mention'], []])
})

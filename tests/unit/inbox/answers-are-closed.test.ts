import { expect, test } from 'vitest'
import { answersAreClosed } from '../../../renderer/features/inbox/answers-are-closed.ts'

const [closed, open, notTold, ours] = [{ isOwn: false, isLocked: true }, { isOwn: false, isLocked: false }, { isOwn: false }, { isOwn: true }]

test('where a network takes nobody’s answer once a discussion is closed, the page offers none', () => {
  const isClosed = (id: 'wordpress' | 'reddit' | 'discourse', kind: 'comment' | 'mention', ...items: readonly (typeof closed | typeof notTold)[]) => answersAreClosed(kind, items, { networkId: id })
  expect([isClosed('wordpress', 'comment', closed), isClosed('wordpress', 'comment', closed, ours), isClosed('wordpress', 'comment', open), isClosed('wordpress', 'comment', notTold), isClosed('wordpress', 'comment')]).toEqual([true, true, false, false, false])
  // Moderators answer there still: https://www.reddit.com/r/modnews/comments/brgr8i/moderators_you_may_now_lock_individual_comments/
  expect([isClosed('reddit', 'comment', closed), isClosed('discourse', 'comment', closed), isClosed('wordpress', 'mention', closed)]).toEqual([false, false, false])
})

import { expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createLimitNotices } from '../../../electron/engine/server-limits/limit-notices.ts'
import { createUnfitPosts, type UnfitPostsNeeds } from '../../../electron/engine/server-limits/unfit-posts.ts'

it('what was noted of a post is forgotten once the post waits no more, and kept of those that do', () => {
  const database = openDatabase(':memory:')
  database.exec('CREATE TABLE limit_notices (post_id TEXT NOT NULL, account_id TEXT NOT NULL, is_read INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (post_id, account_id)) STRICT')
  const notices = createLimitNotices(database)
  const kept = () => database.prepare('SELECT post_id, is_read FROM limit_notices ORDER BY post_id').raw().all()
  let waiting = ['a', 'b', 'c']
  const posts = { read: () => null, timed: () => waiting.map((postId) => ({ postId })) } as unknown as UnfitPostsNeeds['posts']
  const unfit = createUnfitPosts({ notices, posts, accounts: { read: () => null }, media: { list: () => [] } })
  for (const postId of waiting) notices.note({ postId, accountId: 'm' })
  notices.markRead('b')
  unfit.dropOver()
  expect(kept()).toEqual([['a', 0], ['b', 1], ['c', 0]])
  waiting = ['b']
  // A server's new word is looked at as well.
  unfit.look('m')
  expect(kept()).toEqual([['b', 1]])
  waiting = []
  unfit.dropOver()
  expect(kept()).toEqual([])
  database.close()
})

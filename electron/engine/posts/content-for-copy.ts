import type { Account } from '../../../shared/accounts/account.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { contentToWriteAgain } from '../../../shared/published/content-to-write-again.ts'
import { contentOf, type PostRecord } from './post-record.ts'
import type { PostVersions } from './versions/post-versions.ts'

/** What a copy begins with: the post, with the words that stand there now where it is out and was changed there. */
export function contentForCopy(original: PostRecord, versions: Pick<PostVersions, 'list' | 'read'>, accounts: readonly Account[]): PostContent {
  const kept = versions.list(original.id)
  const firstEdit = kept.findLastIndex(({ reason }) => reason === 'edit')
  const before = firstEdit === -1 ? undefined : kept[firstEdit + 1]
  const asSent = before === undefined ? null : versions.read(original.id, before.id)
  return asSent === null ? contentOf(original) : contentToWriteAgain(contentOf(original), asSent.content, accounts)
}

import { changeBetween } from '../../../../shared/posts/compare-posts.ts'
import { mostVersions, reasonToKeep, versionsLast, type PostVersion, type VersionReason } from '../../../../shared/posts/post-version.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import type { WorkspaceContext } from '../../workspaces/workspace-context.ts'
import { isSameContent } from '../decide-save.ts'
import { contentOf, type PostRecord } from '../post-record.ts'
import { createVersionsRepository, type KeptVersion } from './versions-repository.ts'

/** Earlier states of one workspace's posts. Everything that writes is inside the caller's transaction, so that a crash parts no text from its history. */
export interface PostVersions {
  list(postId: string): readonly PostVersion[]
  read(postId: string, versionId: string): KeptVersion | null
  /** What is stored is about to be replaced; it becomes a version where it is worth keeping, and always with a reason of the caller's. */
  beforeSave(stored: PostRecord, next: PostContent, reason?: VersionReason): void
  /** This very content was acted on. */
  keep(post: PostRecord, reason: 'schedule' | 'approval' | 'edit'): void
  /** The newest version of the post, if it has exactly this content. */
  holding(post: PostRecord): string | null
  /** Once at a start: versions of posts that are gone for good, and those whose time is over, which else would hold their pictures for ever. */
  tidy(): void
}

export function createPostVersions({ database, clock, random }: Pick<WorkspaceContext, 'database' | 'clock' | 'random'>): PostVersions {
  const repository = createVersionsRepository(database)

  function keep(post: PostRecord, reason: VersionReason, at: number): void {
    const content = contentOf(post)
    const keptAt = clock.now()
    const before = repository.newest(post.id)
    if (before !== null && isSameContent(before.content, content)) {
      // What was scheduled or approved stays known as that.
      if (reason === 'schedule' || reason === 'approval') repository.renew(before.id, { at, keptAt, reason })
      return
    }
    repository.add(post.id, { id: random.id(), at, keptAt, reason, excerpt: post.excerpt, change: before === null ? null : changeBetween(before.content, content), content })
    repository.prune(post.id, mostVersions, keptAt - versionsLast)
  }

  return {
    list: (postId) => repository.list(postId),
    read: (postId, versionId) => repository.read(postId, versionId),
    keep: (post, reason) => keep(post, reason, clock.now()),
    holding(post) {
      const newest = repository.newest(post.id)
      return newest !== null && isSameContent(newest.content, post) ? newest.id : null
    },
    beforeSave(stored, next, reason) {
      if (isSameContent(stored, next)) return
      const facts = {
        now: clock.now(),
        savedAt: stored.updatedAt,
        keptAt: repository.newestKeptAt(stored.id) ?? stored.createdAt,
        lengthBefore: lengthOf(stored),
        lengthAfter: lengthOf(next)
      }
      const why = reason ?? reasonToKeep(facts)
      if (why !== null) keep(stored, why, reason === undefined ? stored.updatedAt : facts.now)
    },
    tidy() {
      repository.removeOrphans()
      repository.removeOld(clock.now() - versionsLast)
    }
  }
}

/** Of all texts together, so that what is cut from one part and put into the next is no loss. */
function lengthOf({ document, targets, moreParts = [] }: PostContent): number {
  const documents = [document, ...targets.map(({ variant }) => variant), ...moreParts.flatMap((part) => [part.document, ...part.variants.map((variant) => variant.document)])]
  return documents.reduce((sum, text) => sum + (text === null ? 0 : documentToText(text).length), 0)
}

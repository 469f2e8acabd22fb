import { excerptOf } from '../../../shared/posts/excerpt.ts'
import { contentAfterEdit, type EditedWords } from '../../../shared/published/content-after-edit.ts'
import type { YesToWords } from '../../../shared/published/yes-to-words.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { Approvals } from '../safety/approvals.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { isSameContent } from './decide-save.ts'
import { contentOf } from './post-record.ts'
import type { PostsRepository } from './posts-repository.ts'
import type { PostVersions } from './versions/post-versions.ts'

export interface NoteEditedNeeds {
  readonly context: Pick<WorkspaceContext, 'clock'>
  readonly repository: Pick<PostsRepository, 'read' | 'write'>
  readonly outbox: Pick<OutboxService, 'jobsOfPost'>
  readonly approvals: Pick<Approvals, 'noteEdit' | 'record'>
  readonly versions: Pick<PostVersions, 'beforeSave' | 'holding' | 'keep'>
}

/**
 * Inside the caller's transaction: these words stand on that account now, so the post says them too, and its history holds what was before and what came. While something of the post has still
 * to go out, which was approved as it was, the post is left as it is. False then, and where no part of it says these words.
 */
export function noteEdited({ context, repository, outbox, approvals, versions }: NoteEditedNeeds, postId: string, words: EditedWords, yes: YesToWords | undefined): boolean {
  const stored = repository.read(postId)
  if (stored === null || outbox.jobsOfPost(postId).some(({ finishedAt }) => finishedAt === null)) return false
  const content = contentAfterEdit(contentOf(stored), words)
  if (content === null || isSameContent(stored, content)) return false
  // What an earlier edit wrote stays known as that.
  if (versions.holding(stored) === null) versions.beforeSave(stored, content, 'schedule')
  const record = { ...stored, ...content, revision: stored.revision + 1, excerpt: excerptOf(content.title, documentToText(content.document)), updatedAt: context.clock.now() }
  repository.write(record)
  approvals.noteEdit(postId, content, stored)
  if (yes !== undefined) approvals.record(postId, content, { kind: 'approved', ...yes })
  versions.keep(record, 'edit')
  return true
}

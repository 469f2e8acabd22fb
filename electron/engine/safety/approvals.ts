import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { approvalAfterEdit, isApproved, standingApproval, type Approval, type ApprovalEntry } from '../../../shared/posts/approval.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { JobRecord } from '../outbox/job-record.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createApprovalsRepository } from './approvals-repository.ts'
import { contentHash } from './content-hash.ts'

/** Who said yes to what. Everything inside the caller's transaction. */
export interface Approvals {
  /** As it counts for what the post says now. */
  of(postId: string, content: PostContent): Approval
  kindsOf(postIds: readonly string[]): ReadonlyMap<string, Approval>
  /** Writes down what the user says; the same word again adds nothing. */
  record(postId: string, content: PostContent, entry: ApprovalEntry): void
  /** A new post that says what these say: the latest word on that very content counts for it too, if it is a yes. */
  inherit(postId: string, content: PostContent, from: Siblings): void
  /** The content was saved: a yes to something else ends. */
  noteEdit(postId: string, content: PostContent): void
  /** Why a post with this content must not be given to the outbox; null: it may. */
  objectionToContent(postId: string, content: PostContent): StudioError | null
  /** The same for a job whose time has come, whose content was fixed when it was scheduled. */
  objectionToJob(job: Pick<JobRecord, 'kind' | 'postId' | 'payload'>): StudioError | null
}

/** Posts that were made of the same series. */
export interface Siblings {
  readonly postIds: readonly string[]
  contentOf(postId: string): PostContent | null
}

export function createApprovals(context: Pick<WorkspaceContext, 'database' | 'clock' | 'workspace'>): Approvals {
  const repository = createApprovalsRepository(context.database)
  const isNeeded = (): boolean => context.workspace().safety.approval === 'needed'

  function objection(postId: string, hash: string): StudioError | null {
    if (!isNeeded()) return null
    const approval = repository.current(postId)
    return isApproved(approval, hash) ? null : missing(standingApproval(approval, hash))
  }

  /** A yes tells what it is for; any other word is about what its post says. What was taken back was about something else. */
  function latestWordOn(hash: string, { postIds, contentOf }: Siblings): Approval | null {
    for (const { postId, approval } of repository.newestOf(postIds)) {
      if (approval.kind === 'taken_back') continue
      if (approval.kind === 'approved' && approval.contentHash === hash) return approval
      const content = approval.kind === 'approved' ? null : contentOf(postId)
      if (content !== null && contentHash(content) === hash) return approval
    }
    return null
  }

  return {
    of: (postId, content) => standingApproval(repository.current(postId), contentHash(content)),
    kindsOf: (postIds) => repository.kindsOf(postIds),
    record(postId, content, entry) {
      const now = context.clock.now()
      const hash = contentHash(content)
      const before = standingApproval(repository.current(postId), hash)
      if (isSameWord(before, entry)) return
      repository.add(postId, approvalOf(entry, now, hash), now)
    },
    inherit(postId, content, from) {
      const hash = contentHash(content)
      const word = latestWordOn(hash, from)
      if (word !== null && isApproved(word, hash)) repository.add(postId, word, context.clock.now())
    },
    noteEdit(postId, content) {
      const before = repository.current(postId)
      const now = context.clock.now()
      const after = approvalAfterEdit(before, contentHash(content), now)
      if (after !== before) repository.add(postId, after, now)
    },
    objectionToContent: (postId, content) => objection(postId, contentHash(content)),
    objectionToJob({ kind, postId, payload }) {
      if (kind !== 'publish_post' || postId === null || payload?.effect !== 'create') return null
      // Scheduled before contents were fixed with their hash: nobody can have approved it in this form.
      return objection(postId, payload.contentHash ?? '')
    }
  }
}

function missing(approval: Approval): StudioError {
  return studioError('approval_missing', 'nobody approved this content', { details: { approval: approval.kind, ...('by' in approval ? { by: approval.by } : {}) } })
}

function approvalOf(entry: ApprovalEntry, at: number, hash: string): Approval {
  switch (entry.kind) {
    case 'none':
      return entry
    case 'asked':
    case 'refused':
      return { ...entry, at }
    case 'approved':
      return { ...entry, at, contentHash: hash }
  }
}

/** The answer to the first call was lost, or the button was pressed twice. */
function isSameWord(before: Approval, entry: ApprovalEntry): boolean {
  return Object.entries(entry).every(([key, value]) => Object.entries(before).some(([known, old]) => known === key && old === value))
}

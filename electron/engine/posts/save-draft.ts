import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { standingNo } from '../../../shared/posts/approval.ts'
import { excerptOf } from '../../../shared/posts/excerpt.ts'
import { captionsIdsOf, fileIdsOf, withTargets } from '../../../shared/posts/post-parts.ts'
import { isPostEditable, postStatus } from '../../../shared/posts/post-status.ts'
import type { VersionReason } from '../../../shared/posts/post-version.ts'
import type { PostContent, PostOrigin, PostSchedule } from '../../../shared/posts/post.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { Approvals } from '../safety/approvals.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { decideSave } from './decide-save.ts'
import { planOf } from './plan-draft.ts'
import { contentOf, type PostRecord } from './post-record.ts'
import type { PostsRepository } from './posts-repository.ts'
import type { PostVersions } from './versions/post-versions.ts'

export interface SaveNeeds {
  readonly context: WorkspaceContext
  readonly repository: PostsRepository
  readonly outbox: Pick<OutboxService, 'jobsOfPost'>
  readonly approvals: Pick<Approvals, 'noteEdit' | 'noteCopy' | 'of'>
  readonly versions: PostVersions
}

export interface DraftToSave {
  readonly postId: string
  readonly revision: number
  readonly content: PostContent
  readonly origin?: PostOrigin | undefined
  /** The post that these words come from; it may be gone. */
  readonly copyOf?: string | undefined
  readonly editorId?: string | undefined
  /** Left out: the plan stays as it is. */
  readonly plannedFor?: string | null | undefined
  /** Of an hour that comes twice, the second is meant. */
  readonly plansSecond?: boolean | undefined
  /** What is stored becomes a version for this reason; left out: when it is worth it. */
  readonly keepAs?: VersionReason
}

export interface SavedDraft {
  readonly revision: number
  readonly savedAt: number
}

/** One transaction: after a crash the draft is as before or as after, never half. */
export function saveDraft({ context, repository, outbox, approvals, versions }: SaveNeeds, draft: DraftToSave): Result<SavedDraft> & { readonly isChange?: boolean } {
  const content = tidied(draft.content)
  const editorId = draft.editorId ?? null
  return context.database.transaction((): Result<SavedDraft> & { isChange?: boolean } => {
    const unknown = findUnknown(context, content)
    if (unknown !== null) return fail(unknown)
    const stored = repository.read(draft.postId)
    const jobs = outbox.jobsOfPost(draft.postId)
    const time = timeAfter(draft, stored, jobs, context.workspace().timeZone)
    if (!time.ok) return time
    const decision = decideSave(stored, { revision: draft.revision, content, editorId, changesPlan: changesTime(stored, time.value) }, isPostEditable(jobs))
    switch (decision) {
      case 'unchanged':
        return stored === null ? fail(missing) : { ...succeed({ revision: stored.revision, savedAt: stored.updatedAt }), isChange: false }
      case 'not_found':
        return fail(missing)
      case 'conflict':
        return fail(studioError('conflict', 'the draft was changed elsewhere since it was read', { details: { revision: stored?.revision ?? 0 } }))
      case 'not_editable':
        return fail(studioError('post_not_editable', 'a scheduled or published post has to be taken back first'))
      case 'create':
      case 'update': {
        const record = { ...recordOf(draft, content, editorId, stored, context.clock.now()), schedule: time.value }
        if (stored !== null) versions.beforeSave(stored, content, draft.keepAs ?? reasonOfAnswer(approvals, stored))
        repository.write(record)
        if (stored === null && draft.copyOf !== undefined) approvals.noteCopy(draft.postId, content, { postId: draft.copyOf, content })
        else approvals.noteEdit(draft.postId, content, stored)
        return { ...succeed({ revision: record.revision, savedAt: record.updatedAt }), isChange: true }
      }
    }
  }).immediate()
}

/** What the client said no to can be compared with whatever follows. */
function reasonOfAnswer(approvals: Pick<Approvals, 'of'>, stored: PostRecord): VersionReason | undefined {
  return standingNo(approvals.of(stored.id, contentOf(stored))) === null ? undefined : 'approval'
}

const missing = studioError('not_found', 'no such post in this workspace')

function recordOf(draft: DraftToSave, content: PostContent, editorId: string | null, stored: PostRecord | null, now: number): Omit<PostRecord, 'schedule'> {
  return {
    ...content,
    id: draft.postId,
    revision: (stored?.revision ?? 0) + 1,
    editorId,
    excerpt: excerptOf(content.title, documentToText(content.document)),
    origin: stored?.origin ?? draft.origin ?? { kind: 'composer' },
    createdAt: stored?.createdAt ?? now,
    updatedAt: now,
    publishedAt: stored?.publishedAt ?? null
  }
}

/** The time that the post has after the save: only a draft takes the plan that is brought. */
function timeAfter({ plannedFor, plansSecond }: DraftToSave, stored: PostRecord | null, jobs: readonly Job[], timeZone: string): Result<PostSchedule | null> {
  const isDraft = stored === null || postStatus(stored.targets.map((target) => target.accountId), jobs) === 'draft'
  return isDraft && plannedFor !== undefined ? planOf({ plannedFor, plansSecond }, timeZone) : succeed(stored?.schedule ?? null)
}

function changesTime(stored: PostRecord | null, time: PostSchedule | null): boolean {
  const before = stored?.schedule ?? null
  return before?.dueAt !== time?.dueAt || before?.localDateTime !== time?.localDateTime || before?.timeZone !== time?.timeZone
}

/** An account gets a post once, however often it was ticked; parts hold texts of their own only for accounts of the post. */
function tidied(content: PostContent): PostContent {
  const seen = new Set<string>()
  return withTargets(content, content.targets.filter(({ accountId }) => !seen.has(accountId) && seen.add(accountId)))
}

/** Accounts and images of another workspace are as unknown here as those that never were. */
function findUnknown({ database }: WorkspaceContext, content: PostContent) {
  const account = firstMissing(database, 'accounts', content.targets.map(({ accountId }) => accountId))
  if (account !== null) return studioError('not_found', 'no such account in this workspace', { details: { accountId: account } })
  const image = firstMissing(database, 'media', fileIdsOf(content))
  if (image !== null) return studioError('not_found', 'no such image in this workspace', { details: { mediaId: image } })
  const captions = firstMissing(database, 'captions', captionsIdsOf(content))
  return captions === null ? null : studioError('not_found', 'no such subtitles in this workspace', { details: { captionsId: captions } })
}

function firstMissing(database: WorkspaceContext['database'], table: 'accounts' | 'media' | 'captions', ids: readonly string[]): string | null {
  const find = database.prepare<[string], string>(`SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM ${table}) LIMIT 1`).pluck()
  return find.get(JSON.stringify(ids)) ?? null
}

import type Database from 'better-sqlite3'
import { approvalSchema, standingNo, type Approval } from '../../../shared/posts/approval.ts'

/** Every word on a post, the newest counts; those before it tell what was refused. Rows are only added. */
export interface ApprovalsRepository {
  /** All that was said about the post, the newest last. */
  words(postId: string): readonly Approval[]
  kindsOf(postIds: readonly string[]): ReadonlyMap<string, Approval>
  /** The newest word on each of these posts, the latest first. */
  newestOf(postIds: readonly string[]): readonly { readonly postId: string; readonly approval: Approval }[]
  add(postId: string, approval: Approval, at: number): void
}

export function createApprovalsRepository(database: Database.Database): ApprovalsRepository {
  const ofPost = database.prepare<[string], string>('SELECT approval FROM post_approvals WHERE post_id = ? ORDER BY sequence').pluck()
  const ofMany = database.prepare<[string], { post_id: string; approval: string }>(
    'SELECT post_id, approval FROM post_approvals WHERE sequence IN (SELECT max(sequence) FROM post_approvals WHERE post_id IN (SELECT value FROM json_each(?)) GROUP BY post_id) ORDER BY sequence DESC'
  )
  const insert = database.prepare('INSERT INTO post_approvals (post_id, approval, at, says_no) VALUES (?, ?, ?, ?)')
  return {
    words: (postId) => ofPost.all(postId).map(readApproval),
    newestOf: (postIds) => ofMany.all(JSON.stringify(postIds)).map((row) => ({ postId: row.post_id, approval: readApproval(row.approval) })),
    kindsOf: (postIds) => new Map(ofMany.all(JSON.stringify(postIds)).map((row) => [row.post_id, readApproval(row.approval)])),
    add: (postId, approval, at) => void insert.run(postId, JSON.stringify(approval), at, standingNo(approval) === null ? 0 : 1)
  }
}

/** What cannot be read is no yes. */
function readApproval(text: string): Approval {
  try {
    return approvalSchema.safeParse(JSON.parse(text)).data ?? { kind: 'none' }
  } catch {
    return { kind: 'none' } // Not JSON.
  }
}

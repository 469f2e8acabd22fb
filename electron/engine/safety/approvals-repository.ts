import type Database from 'better-sqlite3'
import { approvalSchema, type Approval } from '../../../shared/posts/approval.ts'

/** Every word on a post, the newest counts. Rows are only added. */
export interface ApprovalsRepository {
  current(postId: string): Approval
  kindsOf(postIds: readonly string[]): ReadonlyMap<string, Approval>
  /** The newest word on each of these posts, the latest first. */
  newestOf(postIds: readonly string[]): readonly { readonly postId: string; readonly approval: Approval }[]
  add(postId: string, approval: Approval, at: number): void
}

export function createApprovalsRepository(database: Database.Database): ApprovalsRepository {
  const newest = database.prepare<[string], string>('SELECT approval FROM post_approvals WHERE post_id = ? ORDER BY sequence DESC LIMIT 1').pluck()
  const ofMany = database.prepare<[string], { post_id: string; approval: string }>(
    'SELECT post_id, approval FROM post_approvals WHERE sequence IN (SELECT max(sequence) FROM post_approvals WHERE post_id IN (SELECT value FROM json_each(?)) GROUP BY post_id) ORDER BY sequence DESC'
  )
  const insert = database.prepare('INSERT INTO post_approvals (post_id, approval, at) VALUES (?, ?, ?)')
  return {
    current(postId) {
      const text = newest.get(postId)
      return text === undefined ? { kind: 'none' } : readApproval(text)
    },
    newestOf: (postIds) => ofMany.all(JSON.stringify(postIds)).map((row) => ({ postId: row.post_id, approval: readApproval(row.approval) })),
    kindsOf: (postIds) => new Map(ofMany.all(JSON.stringify(postIds)).map((row) => [row.post_id, readApproval(row.approval)])),
    add: (postId, approval, at) => void insert.run(postId, JSON.stringify(approval), at)
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

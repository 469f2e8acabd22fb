import { standingNo, type Approval } from '../../../shared/posts/approval.ts'

/** What the client's answer has against a post that has its time: a no, or no yes where posts need one; null: nothing. */
export function stopOf(approval: Approval, needsYes: boolean): 'refused' | 'unapproved' | null {
  if (standingNo(approval) !== null) return 'refused'
  return needsYes && approval.kind !== 'approved' ? 'unapproved' : null
}

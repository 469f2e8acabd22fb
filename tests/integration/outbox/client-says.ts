import type { ApprovalEntry } from '../../../shared/posts/approval.ts'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import type { OutboxRig } from './outbox-rig.ts'
import { readPost } from './publish.ts'

export const no = { kind: 'refused', by: 'Claire Petit', channel: 'phone', comment: 'Not before Monday' } as const satisfies ApprovalEntry
export const yes = { kind: 'approved', by: 'Claire Petit', channel: 'mail', note: '' } as const satisfies ApprovalEntry

/** Whether posts need the client's yes from here on. */
export function needYes(rig: OutboxRig, approval: 'needed' | 'not_needed'): void {
  rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds: 0, approval } })
}

/** Written down with the post as it is now. */
export async function recordWord(rig: OutboxRig, postId: string, approval: ApprovalEntry) {
  const { post } = await readPost(rig, postId)
  const answer = await rig.run.posts.handlers['posts.recordApproval']?.({ workspaceId: rig.run.context.workspace().id, postId, revision: post.revision, approval })
  await rig.settle()
  return answer
}

/** What the three networks got, in words. */
export const wordsOut = (rig: OutboxRig): readonly string[] => (['mastodon', 'bluesky', 'wordpress'] as const).flatMap((networkId) => rig.server(networkId).records.map(({ text }) => text))

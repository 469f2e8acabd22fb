import type { Account } from '../accounts/account.ts'
import type { MediaItem } from '../media/media-item.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'
import type { Job } from '../outbox/job.ts'
import { checkPost } from './check-post.ts'
import type { PostContent } from './post.ts'
import type { PostProblem, PostProblemCode } from './post-problem.ts'

/** Those that a server's own limits decide (`Account.serverLimits`). */
const ofLimits: ReadonlySet<PostProblemCode> = new Set([
  'text_too_long', 'too_many_images', 'image_too_large', 'video_too_large', 'videos_not_here', 'video_type_unsupported', 'alt_text_too_long', 'poll_too_many_choices', 'poll_choice_too_long', 'poll_minutes', 'too_many_tags', 'tag_too_long'
])
const waiting: ReadonlySet<Job['state']> = new Set(['queued', 'waiting_for_network', 'held', 'missed'])

/** What of a post that waits is more than its account's server takes by now. What of it is out or on its way is not asked about. */
export function limitProblems(content: PostContent, account: Account, media: readonly MediaItem[], jobs: readonly Pick<Job, 'accountId' | 'kind' | 'state' | 'part'>[]): readonly PostProblem[] {
  const open = jobs.filter(({ accountId, kind, state }) => accountId === account.id && kind === 'publish_post' && waiting.has(state))
  if (open.length === 0) return []
  const parts = new Set(open.map(({ part }) => part?.number ?? 1))
  const own = content.targets.filter(({ accountId }) => accountId === account.id)
  return checkPost({ ...content, targets: own }, [account], capabilitiesOf, media).filter(({ severity, code, details: { part } }) => severity === 'stop' && ofLimits.has(code) && (typeof part !== 'number' || parts.has(part)))
}

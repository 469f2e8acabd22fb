import type { Account } from '../../../shared/accounts/account.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { checkMediaHost } from '../../../shared/posts/check-media-host.ts'
import type { PostProblem } from '../../../shared/posts/post-problem.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { useRequest } from '../../bridge/use-request.ts'

/** What a post lacks on networks that fetch pictures themselves. As long as it is not known nothing is said: the engine looks again before anything is planned. */
export function useHostProblems(workspaceId: string, content: PostContent, accounts: readonly Account[], media: readonly MediaItem[]): readonly PostProblem[] {
  const [host] = useRequest('mediaHost.read', { workspaceId }, ['mediaHost.changed', 'accounts.changed'])
  return checkMediaHost(content, accounts, capabilitiesOf, host.kind !== 'ready' || host.value.isReady, media)
}

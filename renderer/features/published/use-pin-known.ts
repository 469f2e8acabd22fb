import type { Account } from '../../../shared/accounts/account.ts'
import type { PublishedPart } from '../../../shared/contract/published.contract.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { outOnAccount } from '../reality/out-on-account.ts'

/** What of a post is out on an account and can be pinned there, its first part, with what is known of its pin; null where nothing is, while it is read, and where its network pins nothing for programs. */
export function usePinKnown(workspaceId: string, { id }: Pick<Account, 'id'>, jobs: readonly Job[]): PublishedPart | null {
  const [first] = outOnAccount(jobs, id)
  const postId = first?.postId ?? null
  const [loaded] = useRequest('published.ofPost', postId === null ? null : { workspaceId, postId }, ['outbox.changed', 'posts.changed'])
  const part = loaded.kind === 'ready' ? loaded.value.parts.find(({ jobId }) => jobId === first?.id) : undefined
  return part === undefined || (part.pin !== 'yes' && part.pin !== 'right_missing') ? null : part
}

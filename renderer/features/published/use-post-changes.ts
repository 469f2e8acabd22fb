import type { Job } from '../../../shared/outbox/job.ts'
import { useRequest } from '../../bridge/use-request.ts'

/** What was asked for about that which is out of the post, oldest first; none while it is read. */
export function usePostChanges(workspaceId: string, postId: string | null): readonly Job[] {
  const [loaded] = useRequest('published.ofPost', postId === null ? null : { workspaceId, postId }, ['outbox.changed'])
  return loaded.kind === 'ready' ? loaded.value.changes : none
}

const none: readonly Job[] = []

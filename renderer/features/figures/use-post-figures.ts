import type { FiguresOfPost } from '../../../shared/figures/figures-of-post.ts'
import { useRequest } from '../../bridge/use-request.ts'

const none: readonly FiguresOfPost[] = []

/** What networks counted of a post, account by account; empty while that is not known, and without a post. */
export function usePostFigures(workspaceId: string, postId: string | null): readonly FiguresOfPost[] {
  const [loaded] = useRequest('figures.ofPost', postId === null ? null : { workspaceId, postId }, ['figures.changed', 'outbox.changed'])
  return postId !== null && loaded.kind === 'ready' ? loaded.value.accounts : none
}

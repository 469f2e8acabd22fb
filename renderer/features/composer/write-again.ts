import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { navigate } from '../../shell/route-store.ts'

/** A new draft with the words, variants and pictures of a post, opened. One that is out stays beside it, with what it brought. */
export async function writeAgain(workspaceId: string, postId: string): Promise<void> {
  const newPostId = newId()
  const answer = await studio.request('posts.copy', { workspaceId, postId, newPostId })
  if (answer.ok) navigate({ screen: 'compose', workspaceId, postId: newPostId, at: null })
  else showFailure(answer.error, workspaceId)
}

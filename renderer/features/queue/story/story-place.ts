import type { Job } from '../../../../shared/outbox/job.ts'
import type { StoryAction } from './story.ts'

/** As the button is named: `open` says what it opens. */
export type ActionWord = Exclude<StoryAction, 'open'> | 'open_post' | 'open_conversation' | 'copy_text'

/** What is opened: the post or the conversation; where neither is left, the text itself can be copied. */
export function actionWord(action: StoryAction, { postId, about, conversationId }: Pick<Job, 'postId' | 'about' | 'conversationId'>): ActionWord {
  if (action !== 'open') return action
  if (postId !== null || about !== undefined) return 'open_post'
  return conversationId === null ? 'copy_text' : 'open_conversation'
}

/** Where else one can go from the story; what was deleted is not to be seen on its network. */
export function placesOf({ postId, about, conversationId, remoteUrl, removedAt }: Pick<Job, 'postId' | 'about' | 'conversationId' | 'remoteUrl' | 'removedAt'>): readonly ('open_post' | 'open_conversation' | 'see_it')[] {
  return [...(postId === null && about === undefined ? [] : ['open_post' as const]), ...(conversationId === null ? [] : ['open_conversation' as const]), ...(remoteUrl === null || removedAt !== undefined ? [] : ['see_it' as const])]
}

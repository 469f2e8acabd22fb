import type { Job } from '../../../../shared/outbox/job.ts'
import type { StoryAction } from './story.ts'

/** As the button is named: `open` says what it opens. */
export type ActionWord = Exclude<StoryAction, 'open'> | 'open_post' | 'open_conversation' | 'copy_text'

/** What is opened: the post or the conversation; where neither is left, the text itself can be copied. */
export function actionWord(action: StoryAction, { postId, conversationId }: Pick<Job, 'postId' | 'conversationId'>): ActionWord {
  if (action !== 'open') return action
  if (postId !== null) return 'open_post'
  return conversationId === null ? 'copy_text' : 'open_conversation'
}

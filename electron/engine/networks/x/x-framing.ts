import type { PostFraming, Repliers } from '../../../../shared/posts/post-framing.ts'
import type { EditTarget } from '../network-edit.ts'
import type { XPost } from './x-schemas.ts'

/** Everybody: left out, for which the description has no word. */
const replySettings: Readonly<Partial<Record<Repliers, string>>> = { followed: 'following', mentioned: 'mentionedUsers', subscribers: 'subscribers', verified: 'verified' }

/**
 * How a post stands there: `reply_settings`, `made_with_ai` and `paid_partnership` of `CreatePostsRequest` in its description (read on 2026-11-23). Who may answer is said where a conversation begins;
 * the label of AI is about pictures and films, and stands where there are some.
 */
export function framingOnX(framing: PostFraming | undefined, { isAnswer, hasMedia }: { readonly isAnswer: boolean; readonly hasMedia: boolean }): object {
  const { replies, isMadeWithAi, isPaidPartnership } = framing ?? {}
  const settings = replies === undefined || isAnswer ? undefined : replySettings[replies]
  return { ...(settings === undefined ? {} : { reply_settings: settings }), ...(isMadeWithAi === true && hasMedia ? { made_with_ai: true } : {}), ...(isPaidPartnership === true ? { paid_partnership: true } : {}) }
}

/**
 * What a change says again, for no page tells what becomes of what it leaves out: who may answer and whether it is paid for, as X shows it now, else as it was sent. Only words alone that begin a
 * conversation are changed, so AI made nothing of them.
 */
export function framingStill({ reply_settings: settings, paid_partnership: isPaid }: Pick<XPost, 'reply_settings' | 'paid_partnership'>, was: EditTarget['was']): object {
  const told = Object.values(replySettings).find((one) => one === settings)
  const sent = framingOnX({ ...was?.framing, ...(settings === 'everyone' ? { replies: 'everybody' } : {}), ...(isPaid === undefined ? {} : { isPaidPartnership: isPaid }) }, { isAnswer: false, hasMedia: false })
  return { ...sent, ...(told === undefined ? {} : { reply_settings: told }) }
}

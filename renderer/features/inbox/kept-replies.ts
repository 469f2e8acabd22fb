import { t } from 'i18next'
import { holdWords } from '../../bridge/words-in-hand.ts'
import { showToast } from '../../components/toaster.ts'
import { firstWords } from '../../language/first-words.ts'
import { navigate } from '../../shell/route-store.ts'
import { createReplyWords, type ReplyWords, type ReplyWordsOptions } from './reply-words.ts'

interface Kept {
  readonly words: ReplyWords
  /** From its beginning to its end, the window does not close over it without a question. */
  readonly letGo: () => void
  isAttended: boolean
}

type Place = Pick<ReplyWordsOptions, 'workspaceId' | 'conversationId'>

/** Answers that are being written, and those that were left while they could not be stored: whoever comes back to the conversation finds the words. */
const kept = new Map<string, Kept>()

const keyOf = ({ workspaceId, conversationId }: Place): string => `${workspaceId} ${conversationId}`

/** The answer to this conversation: the one that could not be stored, or what the engine has of it. */
export function openReply(options: ReplyWordsOptions): ReplyWords {
  const there = kept.get(keyOf(options))
  if (there !== undefined) return there.words
  const words = createReplyWords(options)
  kept.set(keyOf(options), { words, letGo: holdWords(words), isAttended: true })
  return words
}

/** Somebody is with it, perhaps in the very moment in which it was let go. */
export function comeBackTo(place: Place, words: ReplyWords): void {
  const one = kept.get(keyOf(place))
  if (one === undefined) kept.set(keyOf(place), { words, letGo: holdWords(words), isAttended: true })
  else one.isAttended = true
}

/** Stores what is in hand, and lets go of it once that is stored, however long it takes. */
export async function leaveReply(place: Place): Promise<void> {
  const one = kept.get(keyOf(place))
  if (one === undefined) return
  one.isAttended = false
  await one.words.save()
  if (one.isAttended || kept.get(keyOf(place)) !== one) return
  if (!one.words.isUnsaved()) return end(one, place)
  const takeAway = sayUnsaved(place, one.words)
  const stop = one.words.state.subscribe(() => {
    if (!one.isAttended && one.words.isUnsaved()) return
    stop()
    takeAway()
    if (!one.isAttended) end(one, place)
  })
}

function end({ words, letGo }: Kept, place: Place): void {
  kept.delete(keyOf(place))
  letGo()
  words.end()
}

function sayUnsaved({ workspaceId, conversationId }: Place, { state }: ReplyWords): () => void {
  return showToast({
    kind: 'danger',
    title: t('inbox:draftLeft'),
    detail: t('inbox:draftLeftDetail', { words: firstWords(state.getState().words) }),
    action: { label: t('inbox:draftBack'), onAction: () => navigate({ screen: 'inbox', workspaceId, conversationId }) },
    workspaceId,
    duration: 0
  })
}

import { t } from 'i18next'
import { createWordsKeeper } from '../../bridge/words-keeper.ts'
import { showToast } from '../../components/toaster.ts'
import { firstWords } from '../../language/first-words.ts'
import { navigate } from '../../shell/route-store.ts'
import { createReplyWords, type ReplyWords, type ReplyWordsOptions } from './reply-words.ts'

type Place = Pick<ReplyWordsOptions, 'workspaceId' | 'conversationId'>

/** Answers that are being written, and those that were left while they could not be stored; of what is stored the engine has all. */
const keeper = createWordsKeeper<Place, ReplyWords>({ keyOf: ({ workspaceId, conversationId }) => `${workspaceId} ${conversationId}`, isDone: () => true })

/** The answer to this conversation: the one that could not be stored, or what the engine has of it. */
export const openReply = (options: ReplyWordsOptions): ReplyWords => keeper.open({ workspaceId: options.workspaceId, conversationId: options.conversationId }, () => createReplyWords(options))

export const comeBackTo = (place: Place, words: ReplyWords): void => keeper.attend(place, words)

export const leaveReply = (place: Place): Promise<void> => keeper.leave(place, (words) => sayUnsaved(place, words))

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

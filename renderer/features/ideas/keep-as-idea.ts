import { t } from 'i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { IdeaSource } from '../../../shared/ideas/idea.ts'
import type { InboxSource } from '../../../shared/inbox/inbox-source.ts'
import type { ConversationKind, InboxItem } from '../../../shared/inbox/inbox-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { firstWords } from '../../language/first-words.ts'
import { navigate } from '../../shell/route-store.ts'
import { routeTo } from '../../shell/route.ts'

/** Puts an item of the watch onto the board, with its source. */
export async function keepAsIdea(workspaceId: string, item: FeedItem): Promise<void> {
  await keep(workspaceId, item.title, { kind: 'watch', feedItemId: item.id, url: (item.url ?? '').slice(0, 2048), title: item.title.slice(0, 500) })
}

/** Puts a message onto the board, with who wrote it and where. A private one lends the card no word of its own; stars or pictures alone have none to lend. */
export async function keepMessageAsIdea(workspaceId: string, { item, kind, account }: KeptMessage): Promise<void> {
  await keep(workspaceId, titleOfMessage({ item, kind, account }), sourceOfMessage({ item, kind, account }))
}

/** What the card is called. */
export function titleOfMessage({ item, kind, account }: KeptMessage): string {
  const author = item.authorName === '' ? item.authorHandle : item.authorName
  if (kind === 'message') return t('ideas:source.privateTitle', { author })
  const words = item.text.replaceAll(/\s+/gu, ' ').trim()
  return words === '' && author !== '' ? t('ideas:source.public', { author, network: capabilitiesOf(account.networkId).name }) : words
}

/** Who wrote it, where, when, and what. */
export function sourceOfMessage({ item, kind, account }: KeptMessage): InboxSource {
  return {
    kind: 'inbox',
    itemId: item.id,
    conversationId: item.conversationId,
    isPrivate: kind === 'message',
    author: item.authorName.slice(0, 300),
    handle: item.authorHandle.slice(0, 300),
    networkId: account.networkId,
    account: account.handle.slice(0, 300),
    text: item.text.slice(0, 5000),
    url: (item.url ?? '').slice(0, 2048),
    writtenAt: item.createdAt
  }
}

export interface KeptMessage {
  readonly item: InboxItem
  readonly kind: ConversationKind
  readonly account: Pick<Account, 'networkId' | 'handle'>
}

async function keep(workspaceId: string, words: string, source: IdeaSource): Promise<void> {
  const title = words.trim().slice(0, 200).trim()
  const answer = await studio.request('ideas.save', { workspaceId, idea: { id: newId(), stage: 'idea', title: title === '' ? t('ideas:title') : title, note: '', source, postId: null } })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  showToast({ kind: 'success', title: t('ideas:kept', { title: source.kind === 'watch' ? title : firstWords(title) }), workspaceId, action: { label: t('ideas:title'), onAction: () => navigate(routeTo('ideas', workspaceId)) } })
}

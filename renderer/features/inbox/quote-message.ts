import type { Account } from '../../../shared/accounts/account.ts'
import type { ConversationKind, InboxItem } from '../../../shared/inbox/inbox-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { Quote } from '../../../shared/posts/quote.ts'
import { openQuotingDraft } from '../composer/open-quoting-draft.ts'
import { sourceOfMessage } from '../ideas/keep-as-idea.ts'

/** Of what everybody can read, by somebody else, where the network has quotes; a review is no post. */
export function canQuote({ isOwn }: Pick<InboxItem, 'isOwn'>, kind: ConversationKind, networkId: NetworkId): boolean {
  const { offer, postsAlone } = capabilitiesOf(networkId).quote
  return !isOwn && kind !== 'message' && kind !== 'review' && offer.value === 'yes' && postsAlone !== true
}

interface QuotedMessage {
  readonly item: InboxItem
  readonly kind: ConversationKind
  readonly account: Account
  readonly accounts: readonly Account[]
}

/** A draft that quotes the message, opened. */
export async function quoteMessage(workspaceId: string, { item, kind, account, accounts }: QuotedMessage): Promise<void> {
  await openQuotingDraft(workspaceId, { quote: quoteOf(item, account), accounts, origin: sourceOfMessage({ item, kind, account }) })
}

function quoteOf({ remoteId, authorName, authorHandle, text, url, createdAt }: InboxItem, { networkId, serverUrl }: Account): Quote {
  return { networkId, serverUrl, remoteId, author: authorName.slice(0, 300), handle: authorHandle.slice(0, 300), text: text.slice(0, 5000), url: (url ?? '').slice(0, 2048), writtenAt: createdAt }
}

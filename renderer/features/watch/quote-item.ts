import type { Account } from '../../../shared/accounts/account.ts'
import { quoteOfAddress } from '../../../shared/posts/quote-of-address.ts'
import type { Quote } from '../../../shared/posts/quote.ts'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import { openQuotingDraft } from '../composer/open-quoting-draft.ts'

/** Feeds of Bluesky and Mastodon bring posts: what is read there can be quoted. null: this cannot. */
export function quoteOfItem({ url, author, title, summary, publishedAt }: FeedItem, accounts: readonly Account[]): Quote | null {
  const named = url === null || url.length > 2048 ? null : quoteOfAddress(url, accounts)
  if (named === null || url === null) return null
  return { ...named, author: (author === '' ? named.handle : author).slice(0, 300), text: (summary === '' ? title : summary).slice(0, 5000), url, writtenAt: publishedAt }
}

/** A draft that quotes it, opened. */
export async function quoteItem(workspaceId: string, item: FeedItem, accounts: readonly Account[]): Promise<void> {
  const quote = quoteOfItem(item, accounts)
  if (quote !== null) await openQuotingDraft(workspaceId, { quote, accounts, origin: { kind: 'watch', feedItemId: item.id, url: quote.url, title: item.title } })
}

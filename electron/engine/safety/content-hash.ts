import type { PostContent } from '../../../shared/posts/post.ts'
import { sha256Of } from '../sha256.ts'

/** What an approval is for: title, texts, poll, quoted post, accounts, images and their descriptions. The order of the accounts means nothing. */
export function contentHash({ title, document, targets, media, moreParts = [], poll, quote }: PostContent): string {
  const byAccount = targets.toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))
  return sha256Of(JSON.stringify(withSortedKeys({ title, document, targets: byAccount, media, moreParts, poll, quote }))).toString('hex')
}

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, withSortedKeys(inner)]))
}

import type { PostContent } from '../../../shared/posts/post.ts'
import { sha256Of } from '../sha256.ts'

/** What an approval is for: title, tags, the words for lists, where it leads, texts, poll, quoted post, accounts, images and their descriptions. The order of the accounts means nothing. */
export function contentHash({ title, tags, teaser, link, linkSources, document, targets, media, moreParts = [], poll, quote }: PostContent): string {
  const byAccount = targets.map(({ together: _kept, ...target }) => withoutBeginning(target)).toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))
  const parts = moreParts.map((part) => ({ ...part, variants: part.variants.map(withoutBeginning) }))
  return sha256Of(JSON.stringify(withSortedKeys({ title, tags, teaser, link, linkSources, document, targets: byAccount, media, moreParts: parts, poll, quote }))).toString('hex')
}

/** From which words an own text was begun, and with whom it is kept together, is the writer's own note. */
function withoutBeginning<Own extends { readonly begunFrom?: unknown }>({ begunFrom: _note, ...own }: Own): Omit<Own, 'begunFrom'> {
  return own
}

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, withSortedKeys(inner)]))
}

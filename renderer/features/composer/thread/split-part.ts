import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { countForAccount } from '../../../../shared/posts/count-for-account.ts'
import { documentForAccount } from '../../../../shared/posts/document-for-account.ts'
import { commentOf, framingFor, partCount } from '../../../../shared/posts/post-parts.ts'
import { maxParts, type PostContent } from '../../../../shared/posts/post.ts'
import { splitAndNumber, splitThread, withoutNumbers, type Fits } from '../../../../shared/posts/split-thread.ts'
import { partAsContent, withoutPartNumbers, type ThreadChange } from './thread-changes.ts'

/** Why a part is not cut: it fits; an account has words of its own, which would stand beside those of others; more parts than a thread has. */
export type NotSplit = 'fits' | 'own_text' | 'too_many'

export interface PartToSplit {
  readonly content: PostContent
  readonly place: number
  readonly accounts: readonly Account[]
  readonly isNumbered: boolean
  readonly newId: () => string
}

/** Whose networks make a thread of several parts. */
export function threadAccounts({ targets }: Pick<PostContent, 'targets'>, accounts: readonly Account[]): readonly Account[] {
  return targets.flatMap(({ accountId, format }) => (format === undefined ? (accounts.find(({ id, networkId }) => id === accountId && capabilitiesOf(networkId).threads === 'replies') ?? []) : []))
}

/** Cuts the text of a part into as many as the tightest of its networks needs. */
export function splitPart({ content, place, accounts, isNumbered, newId }: PartToSplit): ThreadChange | NotSplit {
  if (hasOwnTexts(content)) return 'own_text'
  // With parts before or behind it, all of them are counted.
  const isInThread = partCount(content) - (commentOf(content) === null ? 0 : 1) > 1
  const { document, media } = partAsContent(isNumbered && isInThread ? withoutPartNumbers(content) : content, place)
  const readers = threadAccounts(content, accounts)
  const fits: Fits = (part, at) => readers.every((account) => !countForAccount(documentForAccount(part, account), account, { hasMedia: at === 0 && media.length > 0, ...framingFor(content.targets.find(({ accountId }) => accountId === account.id), capabilitiesOf(account.networkId)) }).isTooLong)
  const cut = isNumbered ? splitAndNumber(document, fits) : splitThread(document, fits)
  const documents = isInThread ? withoutNumbers(cut) : cut
  if (documents.length === 1) return 'fits'
  if (partCount(content) + documents.length - 1 > maxParts) return 'too_many'
  return { kind: 'split_part', place, documents, ids: documents.slice(1).map(newId), numbersAll: isNumbered && isInThread }
}

function hasOwnTexts({ targets, moreParts = [] }: PostContent): boolean {
  return targets.some(({ variant }) => variant !== null) || moreParts.some(({ variants }) => variants.length > 0)
}

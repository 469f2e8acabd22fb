import type { Account } from '../accounts/account.ts'
import { facebookMessageMax } from '../networks/facebook-capabilities.ts'
import { instagramMessageMaxBytes } from '../networks/instagram-capabilities.ts'
import { xMessageMax } from '../networks/x-capabilities.ts'
import { countForAccount } from '../posts/count-for-account.ts'
import type { TextCount } from '../text/count-text.ts'
import { textToDocument } from './text-to-document.ts'

export type ReplyCount = Pick<TextCount, 'count' | 'max' | 'remaining' | 'isTooLong'>

/** What is left for an answer: a private message is shorter than a post where its network says so. */
export function countReply(text: string, account: Pick<Account, 'networkId' | 'remoteId' | 'serverLimits'>, isPrivate: boolean): ReplyCount {
  const document = textToDocument(text)
  if (!isPrivate) return countForAccount(document, account, { isComment: true })
  if (account.networkId === 'facebook') return counted([...text].length, facebookMessageMax.value)
  if (account.networkId === 'x') return counted([...text].length, xMessageMax.value)
  // In bytes: an accent counts as two.
  return account.networkId === 'instagram' ? counted(new TextEncoder().encode(text).byteLength, instagramMessageMaxBytes.value) : countForAccount(document, account)
}

function counted(count: number, max: number): ReplyCount {
  return { count, max, remaining: max - count, isTooLong: count > max }
}

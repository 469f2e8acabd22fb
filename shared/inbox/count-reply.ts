import type { Account } from '../accounts/account.ts'
import { facebookMessageMax } from '../networks/facebook-capabilities.ts'
import { instagramMessageMaxBytes } from '../networks/instagram-capabilities.ts'
import { countForAccount } from '../posts/count-for-account.ts'

interface ReplyCount {
  /** Null where there is no limit. */
  readonly remaining: number | null
  readonly isTooLong: boolean
}

/** What is left for an answer: a private message is shorter than a post where its network says so. */
export function countReply(text: string, account: Pick<Account, 'networkId' | 'remoteId' | 'serverLimits'>, isPrivate: boolean): ReplyCount {
  const left = isPrivate ? leftForMessage(text, account.networkId) : null
  return left === null ? countForAccount(text, account) : { remaining: left, isTooLong: left < 0 }
}

function leftForMessage(text: string, networkId: Account['networkId']): number | null {
  if (networkId === 'facebook') return facebookMessageMax.value - [...text].length
  // In bytes: an accent counts as two.
  return networkId === 'instagram' ? instagramMessageMaxBytes.value - new TextEncoder().encode(text).byteLength : null
}

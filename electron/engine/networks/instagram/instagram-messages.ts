import { instagramMessageMaxBytes, instagramCapabilities } from '../../../../shared/networks/instagram-capabilities.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import type { MessagePlace } from '../meta/meta-messages.ts'
import type { AccountSession } from '../network-session.ts'

/** The account's private messages: https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/conversations-api (read on 2026-11-22). */
export function instagramMessages(graph: GraphCalls, { account }: Pick<AccountSession, 'account'>): MessagePlace {
  const ours = account.handle.replace(/^@/, '').toLowerCase()
  return {
    graph,
    network: instagramCapabilities.name,
    path: account.remoteId,
    platform: 'instagram',
    // In conversations an account may bear another id than the one that it is called by.
    isOwn: ({ id, username }) => id === account.remoteId || username?.toLowerCase() === ours,
    window: instagramCapabilities.messageWindow,
    isTooLong: (text) => new TextEncoder().encode(text).byteLength > instagramMessageMaxBytes.value
  }
}

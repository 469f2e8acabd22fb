import { facebookMessageMax, facebookCapabilities } from '../../../../shared/networks/facebook-capabilities.ts'
import type { MessagePlace } from '../meta/meta-messages.ts'
import type { AccountSession } from '../network-session.ts'
import type { FacebookApi } from './facebook-api.ts'

/** The Page's private messages: https://developers.facebook.com/docs/messenger-platform/conversations (read on 2026-11-22). */
export function facebookMessages(graph: FacebookApi, { account }: Pick<AccountSession, 'account'>): MessagePlace {
  return {
    graph,
    network: facebookCapabilities.name,
    path: account.remoteId,
    platform: null,
    isOwn: ({ id }) => id === account.remoteId,
    window: facebookCapabilities.messageWindow,
    isTooLong: (text) => [...text].length > facebookMessageMax.value
  }
}

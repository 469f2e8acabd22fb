import { xCapabilities } from '../../../../shared/networks/x-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createXConnect } from './x-connect.ts'
import { createXFigures } from './x-figures.ts'
import { createXInbox } from './x-inbox.ts'
import type { XOptions } from './x-options.ts'
import { createXPaidMessages } from './x-paid-messages.ts'
import { createXPeople } from './x-people.ts'
import { createXPublisher } from './x-publish.ts'
import { createXReadBack } from './x-read-back.ts'

/** X, formerly Twitter: https://docs.x.com/x-api. Every call is paid for by the owner of the app, who is the user. */
export function createXAdapter(options: XOptions): NetworkAdapter {
  return {
    capabilities: xCapabilities,
    connect: createXConnect(options),
    publisher: createXPublisher(options),
    inbox: createXInbox(options),
    paidMessages: createXPaidMessages(options),
    // One of two people bears the ids of both: https://docs.x.com/x-api/direct-messages/lookup/integrate (read on 2026-11-23).
    isGroup: (conversationId) => !conversationId.includes('-'),
    figures: createXFigures(options),
    readBack: createXReadBack(options),
    findPeople: createXPeople(options)
  }
}

import { blueskyCapabilities } from '../../../../shared/networks/bluesky-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createBlueskyConnect } from './bluesky-connect.ts'
import { createBlueskyInbox } from './bluesky-inbox.ts'
import type { BlueskyOptions } from './bluesky-options.ts'
import { createBlueskyPublisher } from './bluesky-publish.ts'

/** Bluesky and every other server of the AT Protocol: https://docs.bsky.app */
export function createBlueskyAdapter(options: BlueskyOptions): NetworkAdapter {
  return {
    capabilities: blueskyCapabilities,
    connect: createBlueskyConnect(options),
    publisher: createBlueskyPublisher(options),
    inbox: createBlueskyInbox(options)
  }
}

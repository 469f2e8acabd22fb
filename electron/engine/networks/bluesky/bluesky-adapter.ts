import { blueskyCapabilities } from '../../../../shared/networks/bluesky-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createDpopNonces } from '../oauth/dpop-nonces.ts'
import { watchClock } from '../server-clock.ts'
import { createBlueskyBrowserLogin } from './bluesky-browser-login.ts'
import { createBlueskyConnect } from './bluesky-connect.ts'
import { createBlueskyFigures } from './bluesky-figures.ts'
import { createBlueskyInbox } from './bluesky-inbox.ts'
import type { BlueskyNeeds, BlueskyOptions } from './bluesky-options.ts'
import { createBlueskyPeople } from './bluesky-people.ts'
import { createBlueskyPins } from './bluesky-pins.ts'
import { createBlueskyPublisher } from './bluesky-publish.ts'
import { createBlueskyReadBack } from './bluesky-read-back.ts'

/** Bluesky and every other server of the AT Protocol: https://docs.bsky.app */
export function createBlueskyAdapter(options: BlueskyOptions): NetworkAdapter {
  const watched = watchClock(options.http, options.clock)
  const needs: BlueskyNeeds = { ...options, http: watched.http, clockOffset: watched.offsetOf, nonces: createDpopNonces() }
  return {
    capabilities: blueskyCapabilities,
    connect: createBlueskyConnect(needs),
    browserLogin: createBlueskyBrowserLogin(needs),
    publisher: createBlueskyPublisher(needs),
    inbox: createBlueskyInbox(needs),
    pins: createBlueskyPins(needs),
    figures: createBlueskyFigures(needs),
    readBack: createBlueskyReadBack(needs),
    findPeople: createBlueskyPeople(needs)
  }
}

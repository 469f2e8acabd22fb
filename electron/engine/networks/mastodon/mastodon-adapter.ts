import type { NetworkAdapter } from '../network-adapter.ts'
import { createMastodonConnect } from './mastodon-connect.ts'
import { createMastodonFigures } from './mastodon-figures.ts'
import { createMastodonInbox } from './mastodon-inbox.ts'
import { createMastodonLimits } from './mastodon-limits.ts'
import type { MastodonOptions } from './mastodon-options.ts'
import { createMastodonPeople } from './mastodon-people.ts'
import { createMastodonPins } from './mastodon-pins.ts'
import { createMastodonPublisher } from './mastodon-publish.ts'
import { createMastodonReadBack } from './mastodon-read-back.ts'
import { createMastodonScheduler } from './mastodon-schedule.ts'

/** Mastodon and the servers that speak its API: https://docs.joinmastodon.org */
export function createMastodonAdapter(options: MastodonOptions): NetworkAdapter {
  return {
    capabilities: options.capabilities,
    connect: createMastodonConnect(options),
    publisher: createMastodonPublisher(options),
    scheduler: createMastodonScheduler(options),
    inbox: createMastodonInbox(options),
    figures: createMastodonFigures(options),
    readBack: createMastodonReadBack(options),
    pins: createMastodonPins(options),
    findPeople: createMastodonPeople(options),
    readLimits: createMastodonLimits(options)
  }
}

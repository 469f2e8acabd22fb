import { redditCapabilities } from '../../../../shared/networks/reddit-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createRedditConnect } from './reddit-connect.ts'
import { createRedditReadBack } from './reddit-edit.ts'
import { createRedditFigures } from './reddit-figures.ts'
import { createRedditInbox } from './reddit-inbox.ts'
import type { RedditOptions } from './reddit-options.ts'
import { createRedditPublisher } from './reddit-publish.ts'

/** A community on Reddit, or a profile, through an app of the user's own that Reddit has approved: https://www.reddit.com/dev/api/. */
export function createRedditAdapter(options: RedditOptions): NetworkAdapter {
  return { capabilities: redditCapabilities, connect: createRedditConnect(options), publisher: createRedditPublisher(options), inbox: createRedditInbox(options), figures: createRedditFigures(options), readBack: createRedditReadBack(options) }
}

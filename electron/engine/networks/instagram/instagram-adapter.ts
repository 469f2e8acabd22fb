import { instagramCapabilities } from '../../../../shared/networks/instagram-capabilities.ts'
import { graphVersion } from '../meta/graph-version.ts'
import { withMessages } from '../meta/inbox-with-messages.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { mapValue } from '../network-results.ts'
import { createInstagramConnect } from './instagram-connect.ts'
import { createInstagramFigures } from './instagram-figures.ts'
import { createInstagramInbox } from './instagram-inbox.ts'
import { instagramMessages } from './instagram-messages.ts'
import type { InstagramOptions } from './instagram-options.ts'
import { createInstagramPublisher } from './instagram-publish.ts'
import { withTagged } from './instagram-tagged.ts'

/** Professional accounts of Instagram, through an app of the user's own: https://developers.facebook.com/docs/instagram-platform. */
export function createInstagramAdapter(options: InstagramOptions): NetworkAdapter {
  return { capabilities: instagramCapabilities, connect: createInstagramConnect(options), publisher: createInstagramPublisher(options), inbox: withMessages(withTagged(createInstagramInbox(options), options), async (session) => mapValue(openMetaUser(options, graphVersion.name, session), (graph) => instagramMessages(graph, session))), figures: createInstagramFigures(options) }
}

import { instagramCapabilities } from '../../../../shared/networks/instagram-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createInstagramConnect } from './instagram-connect.ts'
import { createInstagramFigures } from './instagram-figures.ts'
import { createInstagramInbox } from './instagram-inbox.ts'
import type { InstagramOptions } from './instagram-options.ts'
import { createInstagramPublisher } from './instagram-publish.ts'

/** Professional accounts of Instagram, through an app of the user's own: https://developers.facebook.com/docs/instagram-platform. */
export function createInstagramAdapter(options: InstagramOptions): NetworkAdapter {
  return { capabilities: instagramCapabilities, connect: createInstagramConnect(options), publisher: createInstagramPublisher(options), inbox: createInstagramInbox(options), figures: createInstagramFigures(options) }
}

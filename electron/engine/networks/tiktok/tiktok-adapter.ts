import { tiktokCapabilities } from '../../../../shared/networks/tiktok-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { withTiktokApi } from './tiktok-api.ts'
import { createTiktokConnect } from './tiktok-connect.ts'
import { readCreator } from './tiktok-creator.ts'
import { createTiktokFigures } from './tiktok-figures.ts'
import type { TiktokOptions } from './tiktok-options.ts'
import { createTiktokPictures } from './tiktok-pictures.ts'
import { createTiktokPublisher } from './tiktok-publish.ts'
import { createTiktokUploads } from './tiktok-uploads.ts'

/** An account of TikTok, through an app of the user's own: https://developers.tiktok.com/doc/overview. */
export function createTiktokAdapter(options: TiktokOptions): NetworkAdapter {
  return { capabilities: tiktokCapabilities, connect: createTiktokConnect(options), publisher: createTiktokPublisher(options, { uploads: createTiktokUploads(options), pictures: createTiktokPictures(options) }), figures: createTiktokFigures(options), readTerms: (session) => withTiktokApi(options, session, readCreator) }
}

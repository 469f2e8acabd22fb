import { pinterestCapabilities } from '../../../../shared/networks/pinterest-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createPinterestConnect } from './pinterest-connect.ts'
import { createPinterestFigures } from './pinterest-figures.ts'
import type { PinterestOptions } from './pinterest-options.ts'
import { createPinterestPublisher } from './pinterest-publish.ts'
import { createPinterestSections } from './pinterest-sections.ts'

/** A board on Pinterest, through an app of the user's own: https://developers.pinterest.com/docs/api/v5/. */
export function createPinterestAdapter(options: PinterestOptions): NetworkAdapter {
  return { capabilities: pinterestCapabilities, connect: createPinterestConnect(options), publisher: createPinterestPublisher(options), figures: createPinterestFigures(options), readCategories: createPinterestSections(options) }
}

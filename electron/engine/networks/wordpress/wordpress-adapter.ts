import { wordpressCapabilities } from '../../../../shared/networks/wordpress-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { sparingItsHour } from '../spare-its-hour.ts'
import { createWordpressCategories } from './wordpress-categories.ts'
import { createWordpressConnect } from './wordpress-connect.ts'
import { createWordpressFigures } from './wordpress-figures.ts'
import { createWordpressInbox } from './wordpress-inbox.ts'
import { createWordpressLibrary } from './wordpress-library.ts'
import type { WordpressOptions } from './wordpress-options.ts'
import { createWordpressPins } from './wordpress-pins.ts'
import { createWordpressPublisher } from './wordpress-publish.ts'
import { createWordpressReadBack } from './wordpress-read-back.ts'
import { createWordpressScheduler } from './wordpress-schedule.ts'

/** Self-hosted WordPress, 5.6 and later: https://developer.wordpress.org/rest-api/ */
export function createWordpressAdapter(options: WordpressOptions): NetworkAdapter {
  return {
    capabilities: wordpressCapabilities,
    connect: createWordpressConnect(options),
    publisher: createWordpressPublisher(options),
    scheduler: sparingItsHour(options, createWordpressScheduler),
    inbox: createWordpressInbox(options),
    library: createWordpressLibrary(options),
    pins: createWordpressPins(options),
    figures: createWordpressFigures(options),
    readBack: createWordpressReadBack(options),
    readCategories: createWordpressCategories(options)
  }
}

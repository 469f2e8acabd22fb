import { facebookCapabilities } from '../../../../shared/networks/facebook-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createFacebookConnect } from './facebook-connect.ts'
import { createFacebookFigures } from './facebook-figures.ts'
import { createFacebookInbox } from './facebook-inbox.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { createFacebookPublisher } from './facebook-publish.ts'
import { createFacebookReadBack } from './facebook-read-back.ts'
import { createFacebookScheduler } from './facebook-schedule.ts'

/** Facebook Pages, through an app of the user's own: https://developers.facebook.com/docs/pages-api. */
export function createFacebookAdapter(options: FacebookOptions): NetworkAdapter {
  return {
    capabilities: facebookCapabilities,
    connect: createFacebookConnect(options),
    publisher: createFacebookPublisher(options),
    inbox: createFacebookInbox(options),
    scheduler: createFacebookScheduler(options),
    figures: createFacebookFigures(options),
    readBack: createFacebookReadBack(options)
  }
}

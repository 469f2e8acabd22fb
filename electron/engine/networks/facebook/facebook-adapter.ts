import { facebookCapabilities } from '../../../../shared/networks/facebook-capabilities.ts'
import { withMessages } from '../meta/inbox-with-messages.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { sparingItsHour } from '../spare-its-hour.ts'
import { mapValue } from '../network-results.ts'
import { openFacebookApi } from './facebook-api.ts'
import { createFacebookConnect } from './facebook-connect.ts'
import { createFacebookFigures } from './facebook-figures.ts'
import { createFacebookInbox } from './facebook-inbox.ts'
import { facebookMessages } from './facebook-messages.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { createFacebookPlaces } from './facebook-places.ts'
import { createFacebookPublisher } from './facebook-publish.ts'
import { createFacebookReadBack } from './facebook-read-back.ts'
import { createFacebookScheduler } from './facebook-schedule.ts'
import { withVisitors } from './facebook-visitors.ts'

/** Facebook Pages, through an app of the user's own: https://developers.facebook.com/docs/pages-api. */
export function createFacebookAdapter(options: FacebookOptions): NetworkAdapter {
  return {
    capabilities: facebookCapabilities,
    connect: createFacebookConnect(options),
    publisher: createFacebookPublisher(options),
    inbox: withMessages(withVisitors(createFacebookInbox(options), options), async (session) => mapValue(await openFacebookApi(options, session), (api) => facebookMessages(api, session))),
    scheduler: sparingItsHour(options, createFacebookScheduler),
    figures: createFacebookFigures(options),
    readBack: createFacebookReadBack(options),
    findPlaces: createFacebookPlaces(options)
  }
}

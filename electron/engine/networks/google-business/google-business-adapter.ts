import { googleBusinessCapabilities } from '../../../../shared/networks/google-business-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { withGoogleBusiness } from './google-business-api.ts'
import { createGoogleBusinessConnect } from './google-business-connect.ts'
import { readLocalPost } from './google-business-edit.ts'
import { createGoogleBusinessFigures } from './google-business-figures.ts'
import { createGoogleBusinessInbox } from './google-business-inbox.ts'
import type { GoogleBusinessOptions } from './google-business-options.ts'
import { createGoogleBusinessPublisher } from './google-business-publish.ts'
import { createGoogleBusinessReviews } from './google-business-reviews.ts'

/** A Google Business Profile, through an app of the user's own at Google: https://developers.google.com/my-business. */
export function createGoogleBusinessAdapter(options: GoogleBusinessOptions): NetworkAdapter {
  const reviews = createGoogleBusinessReviews(options)
  return {
    capabilities: googleBusinessCapabilities,
    connect: createGoogleBusinessConnect(options),
    publisher: createGoogleBusinessPublisher(options, reviews),
    inbox: createGoogleBusinessInbox(options),
    readReview: reviews.read,
    figures: createGoogleBusinessFigures(options),
    readBack: (session, remoteId) => withGoogleBusiness(options, session, (api) => readLocalPost(api, remoteId))
  }
}

import { youtubeCapabilities } from '../../../../shared/networks/youtube-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { sparingItsHour } from '../spare-its-hour.ts'
import { createYoutubeConnect } from './youtube-connect.ts'
import { withYoutubeApi } from './youtube-api.ts'
import { readVideo } from './youtube-edit.ts'
import { createYoutubeFigures } from './youtube-figures.ts'
import { createYoutubeInbox } from './youtube-inbox.ts'
import type { YoutubeOptions } from './youtube-options.ts'
import { createYoutubePublisher } from './youtube-publish.ts'
import { createYoutubeScheduler } from './youtube-schedule.ts'
import { readYoutubeTerms } from './youtube-terms.ts'
import { createYoutubeUploads } from './youtube-uploads.ts'

/** A channel of YouTube, through an app of the user's own at Google: https://developers.google.com/youtube/v3. */
export function createYoutubeAdapter(options: YoutubeOptions): NetworkAdapter {
  const uploads = createYoutubeUploads(options)
  return {
    capabilities: youtubeCapabilities,
    connect: createYoutubeConnect(options),
    publisher: createYoutubePublisher(options, uploads),
    inbox: createYoutubeInbox(options),
    scheduler: sparingItsHour(options, (watching) => createYoutubeScheduler(watching, uploads)),
    figures: createYoutubeFigures(options),
    readBack: (session, remoteId) => withYoutubeApi(options, session, (api) => readVideo(api, session, remoteId)),
    readTerms: (session) => withYoutubeApi(options, session, (api) => readYoutubeTerms(api, session))
  }
}

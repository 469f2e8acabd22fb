import type { EngineTestOptions } from '../../../shared/contract/engine-options.ts'
import { mastodonCapabilities } from '../../../shared/networks/mastodon-capabilities.ts'
import type { HttpClient } from '../http/http-client.ts'
import type { Random } from '../random.ts'
import type { Clock } from '../time/clock.ts'
import { createAssistedAdapter } from './assisted/assisted-adapter.ts'
import { createBlueskyAdapter } from './bluesky/bluesky-adapter.ts'
import { publicAppViewDid, publicChatDid, publicPlcUrl, publicVideoUrl } from './bluesky/bluesky-options.ts'
import { createDailymotionAdapter } from './dailymotion/dailymotion-adapter.ts'
import { dailymotionApiUrl, dailymotionTokenUrl } from './dailymotion/dailymotion-options.ts'
import { createDiscordAdapter } from './discord/discord-adapter.ts'
import { createDiscourseAdapter } from './discourse/discourse-adapter.ts'
import { createLinkedinAdapter } from './linkedin/linkedin-adapter.ts'
import { linkedinApiUrl, linkedinLoginUrl } from './linkedin/linkedin-options.ts'
import { createMastodonAdapter } from './mastodon/mastodon-adapter.ts'
import { createFacebookAdapter } from './facebook/facebook-adapter.ts'
import { facebookApiUrl, facebookLoginUrl } from './facebook/facebook-options.ts'
import { createGoogleBusinessAdapter } from './google-business/google-business-adapter.ts'
import { googleBusinessApiUrl } from './google-business/google-business-options.ts'
import { googleLoginUrl, googleTokenUrl } from './google/google-login.ts'
import { createInstagramAdapter } from './instagram/instagram-adapter.ts'
import { instagramApiUrl, instagramLoginUrl, instagramTokenUrl } from './instagram/instagram-options.ts'
import type { NetworkAdapter } from './network-adapter.ts'
import { createPinterestAdapter } from './pinterest/pinterest-adapter.ts'
import { pinterestApiUrl, pinterestLoginUrl } from './pinterest/pinterest-options.ts'
import { createRedditAdapter } from './reddit/reddit-adapter.ts'
import { redditApiUrl, redditLoginUrl } from './reddit/reddit-options.ts'
import { createTelegramAdapter } from './telegram/telegram-adapter.ts'
import { createThreadsAdapter } from './threads/threads-adapter.ts'
import { threadsApiUrl, threadsLoginUrl } from './threads/threads-options.ts'
import { createTiktokAdapter } from './tiktok/tiktok-adapter.ts'
import { tiktokApiUrl, tiktokLoginUrl } from './tiktok/tiktok-options.ts'
import { createWordpressAdapter } from './wordpress/wordpress-adapter.ts'
import { createXAdapter } from './x/x-adapter.ts'
import { xApiUrl, xLoginUrl } from './x/x-options.ts'
import { createYoutubeAdapter } from './youtube/youtube-adapter.ts'
import { youtubeApiUrl, youtubeLoginUrl, youtubeTokenUrl } from './youtube/youtube-options.ts'

export interface AdapterNeeds {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  readonly testOptions?: EngineTestOptions | undefined
}

/** Every network that accounts can be connected to: one line each. The practice network brings its own (engine/practice). */
export function createAdapters({ http, clock, random, testOptions }: AdapterNeeds): readonly NetworkAdapter[] {
  return [
    createBlueskyAdapter({
      http, clock, random,
      appViewDid: testOptions?.blueskyAppViewDid ?? publicAppViewDid,
      chatDid: testOptions?.blueskyChatDid ?? publicChatDid,
      plcUrl: testOptions?.blueskyPlcUrl ?? publicPlcUrl,
      videoUrl: testOptions?.blueskyVideoUrl ?? publicVideoUrl
    }),
    createMastodonAdapter({ capabilities: mastodonCapabilities, http, clock, random }),
    createWordpressAdapter({ http, clock }),
    createFacebookAdapter({ http, clock, random, ...facebookAddresses(testOptions) }),
    createInstagramAdapter({ http, clock, random, apiUrl: instagramApiUrl, loginUrl: instagramLoginUrl, tokenUrl: instagramTokenUrl }),
    createThreadsAdapter({ http, clock, random, apiUrl: threadsApiUrl, loginUrl: threadsLoginUrl }),
    createXAdapter({ http, clock, random, apiUrl: xApiUrl, loginUrl: xLoginUrl }),
    createLinkedinAdapter({ http, clock, random, kind: 'member', apiUrl: linkedinApiUrl, loginUrl: linkedinLoginUrl }),
    createLinkedinAdapter({ http, clock, random, kind: 'page', apiUrl: linkedinApiUrl, loginUrl: linkedinLoginUrl }),
    createGoogleBusinessAdapter({ http, clock, random, apiUrl: googleBusinessApiUrl, loginUrl: googleLoginUrl, tokenUrl: googleTokenUrl }),
    createYoutubeAdapter({ http, clock, random, ...youtubeAddresses(testOptions) }),
    createDailymotionAdapter({ http, clock, apiUrl: dailymotionApiUrl, tokenUrl: dailymotionTokenUrl }),
    createTiktokAdapter({ http, clock, random, apiUrl: tiktokApiUrl, loginUrl: tiktokLoginUrl }),
    createRedditAdapter({ http, clock, random, apiUrl: redditApiUrl, loginUrl: redditLoginUrl }),
    createPinterestAdapter({ http, clock, random, apiUrl: pinterestApiUrl, loginUrl: pinterestLoginUrl }),
    createDiscourseAdapter({ http, clock }),
    createTelegramAdapter({ http, clock }),
    createDiscordAdapter({ http, clock }),
    createAssistedAdapter()
  ]
}

function facebookAddresses(testOptions: EngineTestOptions | undefined): { readonly apiUrl: string; readonly loginUrl: string } {
  const test = testOptions?.facebookUrl
  return { apiUrl: test ?? facebookApiUrl, loginUrl: test ?? facebookLoginUrl }
}

function youtubeAddresses(testOptions: EngineTestOptions | undefined): { readonly apiUrl: string; readonly loginUrl: string; readonly tokenUrl: string } {
  const test = testOptions?.youtubeUrl
  return { apiUrl: test ?? youtubeApiUrl, loginUrl: test ?? youtubeLoginUrl, tokenUrl: test ?? youtubeTokenUrl }
}

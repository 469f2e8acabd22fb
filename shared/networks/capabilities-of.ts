import { assistedCapabilities } from './assisted-capabilities.ts'
import { blueskyCapabilities } from './bluesky-capabilities.ts'
import { dailymotionCapabilities } from './dailymotion-capabilities.ts'
import { discordCapabilities } from './discord-capabilities.ts'
import { discourseCapabilities } from './discourse-capabilities.ts'
import { facebookCapabilities } from './facebook-capabilities.ts'
import { googleBusinessCapabilities } from './google-business-capabilities.ts'
import { linkedinCapabilities, linkedinPageCapabilities } from './linkedin-capabilities.ts'
import { instagramCapabilities } from './instagram-capabilities.ts'
import { mastodonCapabilities } from './mastodon-capabilities.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { NetworkId } from './network-id.ts'
import { pinterestCapabilities } from './pinterest-capabilities.ts'
import { practiceCapabilities } from './practice-capabilities.ts'
import { redditCapabilities } from './reddit-capabilities.ts'
import { telegramCapabilities } from './telegram-capabilities.ts'
import { threadsCapabilities } from './threads-capabilities.ts'
import { tiktokCapabilities } from './tiktok-capabilities.ts'
import { wordpressCapabilities } from './wordpress-capabilities.ts'
import { xCapabilities } from './x-capabilities.ts'
import { youtubeCapabilities } from './youtube-capabilities.ts'

const capabilities: Readonly<Record<NetworkId, NetworkCapabilities>> = {
  bluesky: blueskyCapabilities,
  mastodon: mastodonCapabilities,
  wordpress: wordpressCapabilities,
  discourse: discourseCapabilities,
  telegram: telegramCapabilities,
  discord: discordCapabilities,
  facebook: facebookCapabilities,
  instagram: instagramCapabilities,
  threads: threadsCapabilities,
  x: xCapabilities,
  linkedin: linkedinCapabilities,
  linkedin_page: linkedinPageCapabilities,
  google_business: googleBusinessCapabilities,
  youtube: youtubeCapabilities,
  dailymotion: dailymotionCapabilities,
  tiktok: tiktokCapabilities,
  pinterest: pinterestCapabilities,
  reddit: redditCapabilities,
  assisted: assistedCapabilities,
  practice: practiceCapabilities
}

/** What a network can do, for the composer's checks and previews; the engine's adapters carry the very same data. */
export function capabilitiesOf(networkId: NetworkId): NetworkCapabilities {
  return capabilities[networkId]
}

/** All networks of the world outside, in the order in which they are offered; the practice network is none of them. */
export const networksOutside: readonly NetworkCapabilities[] = Object.values(capabilities).filter(({ connectBy }) => connectBy !== 'built_in')

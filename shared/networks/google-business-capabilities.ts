import { placeActNames, placeViewNames, type AccountFigureName, type PostFigureName } from '../figures/figures.ts'
import type { OccasionKind } from '../posts/occasion.ts'
import type { PostButton } from '../posts/post-framing.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const localPosts = 'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts'
const media = 'https://docs.getlate.dev/resources/media-guidelines/google-business'
const changes = 'https://developers.google.com/my-business/content/performance/change-log'
const performance = 'https://developers.google.com/my-business/reference/performance/rest/v1/locations/fetchMultiDailyMetricsTimeSeries'

function read<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

/** A shop, a restaurant, an office as Google's search and maps show it. Posts there are updates, events or offers. */
export const googleBusinessCapabilities: NetworkCapabilities = {
  id: 'google_business',
  name: 'Google Business Profile',
  connectBy: 'browser_login',
  verifiedBy: 'fake',
  ownApp: {
    need: 'required',
    // A “Desktop app” has a secret that Google asks for, although it does not count as one: https://developers.google.com/identity/protocols/oauth2/native-app
    secret: 'required',
    redirect: 'any_port',
    madeAt: read('https://console.cloud.google.com/auth/clients', 'https://developers.google.com/my-business/content/basic-setup'),
    scopes: read(['https://www.googleapis.com/auth/business.manage'], `${localPosts}/create`)
  },
  // The reference tells no bound; whoever publishes there for many says 1,500.
  text: {
    unit: 'code_points',
    max: read<number | null>(1500, 'https://postproxy.dev/reference/platforms/google-business/'),
    maxBytes: read<number | null>(null, localPosts),
    charactersPerUrl: read<number | null>(null, localPosts),
    remoteMentionCountsLocalPartOnly: false
  },
  // `sourceUrl` is the only supported field: Google fetches the photo.
  images: {
    maxCount: read(1, media),
    maxBytes: read(5 * 1024 * 1024, media),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png'], media),
    maxAltText: read<number | null>(0, localPosts),
    fetched: read(true, localPosts),
    // “a minimum of 250px on the short edge, with a file size of at least 10240 bytes”
    atLeast: read({ side: 250, bytes: 10_240 }, 'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.media'),
    converted: ['image/webp', 'image/gif']
  },
  richText: false,
  hasTitle: false,
  // `callToAction.url`: the post's button.
  link: { source: read('callToAction', localPosts), besideFiles: true },
  framing: {
    language: read(true, localPosts),
    buttons: read<readonly PostButton[]>(['learn_more', 'book', 'order', 'shop', 'sign_up', 'call'], `${localPosts}#ActionType`),
    // The reference tells no bound for a title; whoever lists Google's limits says 58.
    occasions: read<{ readonly kinds: readonly OccasionKind[]; readonly maxTitle: number }>({ kinds: ['event', 'offer'], maxTitle: 58 }, 'https://lettercounter.org/blog/google-business-profile-character-limit')
  },
  // No key, no id of ours: looked for among the profile's own posts.
  idempotency: 'look_up',
  poll: 'none_there',
  quote: { offer: read('none_there', localPosts) },
  inbox: { comments: false, mentions: false, messages: false, reviews: { maxReply: read({ characters: null, bytes: 4096 }, 'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews#ReviewReply') } },
  figures: {
    // `localPosts.reportInsights` was taken away.
    ofPost: read<readonly PostFigureName[]>([], changes),
    ofAccount: read<readonly AccountFigureName[]>(['views', ...placeViewNames, ...placeActNames], performance)
  },
  threads: 'joined',
  // Reviews, and nothing else comes in.
  canReply: true,
  canLike: false,
  removal: { offer: read('yes', `${localPosts}/delete`) },
  edit: { offer: read('yes', `${localPosts}/patch`) },
  pin: { offer: { value: 'none_there', source: 'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts', readOn: '2026-11-23' } },
  acts: {
    repost: 'none_there', unrepost: 'none_there', delete: 'yes', hide: 'none_there', unhide: 'none_there', detach: 'none_there', undetach: 'none_there', lock: 'none_there', unlock: 'none_there', mute: 'none_there', unmute: 'none_there',
    block: 'none_there', unblock: 'none_there', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  }
}

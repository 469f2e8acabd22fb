import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const postLexicon = 'https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/feed/post.json'
const imagesLexicon = 'https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/embed/images.json'
const galleryLexicon = 'https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/embed/gallery.json'
const videoTutorial = 'https://docs.bsky.app/docs/tutorials/video'
const videoLexicon = 'https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/embed/video.json'
/** No document names it: what the network's own client takes. */
const ownClient = 'https://github.com/bluesky-social/social-app/blob/008fe5e/src/lib/constants.ts'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function said<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

export const blueskyCapabilities: NetworkCapabilities = {
  id: 'bluesky',
  name: 'Bluesky',
  connectBy: 'app_password',
  verifiedBy: 'real',
  typedServer: { notTyped: ['bsky.social', 'plc.directory'] },
  // As a program without an address on the web, Vigie is a public client: at most two weeks for a session, and for a refresh token within it. That is what
  // Bluesky's own server gives (PDS 0.5.35, tested); another one may give less (older texts speak of seven days), and then asks for the login sooner. The page of
  // consent calls it a program on this computer, by its address. Servers are free to refuse such programs; the app password then stays.
  browserLogin: { lifetime: read(14 * 86_400_000, 'https://atproto.com/specs/oauth'), redirect: 'any_port' },
  text: {
    unit: 'graphemes',
    max: read<number | null>(300, postLexicon),
    maxBytes: read<number | null>(3000, postLexicon),
    charactersPerUrl: read<number | null>(null, 'https://docs.bsky.app/docs/advanced-guides/post-richtext'),
    remoteMentionCountsLocalPartOnly: false
  },
  images: {
    // Four as a grid; up to ten as a gallery, which is looked through: the bound that its lexicon sets for programs.
    maxCount: { value: 10, source: galleryLexicon, readOn: '2026-11-23' },
    maxBytes: read(2_000_000, imagesLexicon),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/webp', 'image/gif'], imagesLexicon),
    // The lexicon has no limit; 2,000 is what the network's own client takes.
    maxAltText: read<number | null>(2000, 'https://bsky.app')
  },
  video: {
    maxCount: read(1, videoTutorial),
    // By the video service. Where it does not serve the account's own server, that one may take less, and says so when the film is handed over.
    maxBytes: { value: 300_000_000, source: videoLexicon, readOn: '2026-11-23' },
    mediaTypes: read<readonly VideoType[]>(['video/mp4'], videoTutorial),
    minDurationMs: read<number | null>(null, videoTutorial),
    maxDurationMs: { value: 600_000, source: ownClient, readOn: '2026-11-23' },
    videoCodecs: read<readonly VideoCodec[] | null>(null, videoTutorial),
    minRatio: read<number | null>(null, videoTutorial),
    maxRatio: read<number | null>(null, videoTutorial),
    withImages: read(false, videoTutorial),
    cover: read('none_there', videoLexicon),
    captions: { format: said('vtt', videoLexicon), most: said<number | null>(20, videoLexicon), maxBytes: said(20_000, videoLexicon), sent: 'with_film' }
  },
  richText: false,
  hasTitle: false,
  idempotency: 'client_chosen_id',
  // chat.bsky.convo.sendMessage takes no id of the sender's (lexicon read on 2026-11-21).
  messageIdempotency: 'look_up',
  poll: 'none_there',
  quote: { offer: { value: 'yes', source: 'https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/embed/record.json', readOn: '2026-11-22' }, isNamedEverywhere: true, mayBeRefused: true },
  inbox: { comments: true, mentions: true, messages: true },
  threads: 'replies',
  canReply: true,
  canLike: true,
  reportTakesReason: true,
  removal: { offer: { value: 'yes', source: 'https://docs.bsky.app/docs/api/com-atproto-repo-delete-record', readOn: '2026-11-22' } },
  edit: { offer: { value: 'not_shown', source: 'https://docs.bsky.app/docs/api/com-atproto-repo-put-record', readOn: '2026-11-22' } },
  // A thread of ours (`allow` of its gate); where who may answer was chosen, it is left so.
  lock: { closes: { value: 'discussion', source: 'https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/feed/threadgate.json', readOn: '2026-11-23' } },
  pin: { offer: { value: 'yes', source: 'https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/actor/profile.json', readOn: '2026-11-23' }, place: 'profile', most: { value: 1, source: 'https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/actor/profile.json', readOn: '2026-11-23' } },
  acts: {
    // Hiding, below posts of ours: https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/feed/threadgate.json; a post of ours taken out of a quote, and put back: postgate.json beside it (read on 2026-11-23).
    repost: 'yes', unrepost: 'yes', delete: 'yes', hide: 'yes', unhide: 'yes', detach: 'yes', undetach: 'yes', lock: 'yes', unlock: 'yes', mute: 'yes', unmute: 'yes', block: 'yes', unblock: 'yes', ban: 'none_there', unban: 'none_there', report: 'yes'
  },
  people: { lookUp: { value: 'while_typing', source: 'https://docs.bsky.app/docs/api/app-bsky-actor-search-actors-typeahead', readOn: '2026-11-22' } },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['likes', 'reposts', 'quotes', 'replies', 'saves'], 'https://docs.bsky.app/docs/api/app-bsky-feed-get-posts'),
    ofAccount: read<readonly AccountFigureName[]>(['followers', 'posts'], 'https://docs.bsky.app/docs/api/app-bsky-actor-get-profile')
  }
}

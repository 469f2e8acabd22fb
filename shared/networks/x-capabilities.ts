import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { Repliers } from '../posts/post-framing.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const counting = 'https://docs.x.com/fundamentals/counting-characters'
const description = 'https://github.com/xdevplatform/xdk/blob/84c2654/specs/openapi.json'
const pricing = 'https://docs.x.com/x-api/getting-started/pricing'
const media = 'https://docs.x.com/x-api/media/introduction'
const subtitles = 'https://docs.x.com/x-api/media/create-media-subtitles'
const editing = 'https://docs.x.com/x-api/fundamentals/edit-posts'
const practices = 'https://docs.x.com/x-api/media/quickstart/best-practices'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function late<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

/** Of a private message, in characters; the description sets no bound: https://developer.x.com/en/docs/x-api/v1/direct-messages/sending-and-receiving/api-reference/new-event */
export const xMessageMax: Sourced<number> = { value: 10_000, source: 'https://developer.x.com/en/docs/x-api/v1/direct-messages/sending-and-receiving/api-reference/new-event', readOn: '2026-11-23' }

/** How long a film in a post may be, ms: of any account, and of one that is verified or pays for Premium. X holds the post to it once more, and names the bound: https://docs.x.com/x-api/media/quickstart/best-practices (read on 2026-11-23). */
export const xFilmMs = { usual: 20 * 60_000, premium: 125 * 60_000 } as const

export const xCapabilities: NetworkCapabilities & Required<Pick<NetworkCapabilities, 'paidMessages'>> = {
  id: 'x',
  name: 'X',
  connectBy: 'browser_login',
  verifiedBy: 'spec',
  ownApp: {
    need: 'required',
    // “Native App” has an id alone, “Web App” a secret too: https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
    secret: 'optional',
    // Compared letter by letter, ten at most: https://docs.x.com/fundamentals/developer-apps
    redirect: 'fixed_ports',
    madeAt: read('https://console.x.com', 'https://docs.x.com/x-api/getting-started/getting-access'),
    scopes: read(['tweet.read', 'tweet.write', 'tweet.moderate.write', 'users.read', 'media.write', 'mute.write', 'dm.read', 'dm.write', 'offline.access'], description)
  },
  text: {
    unit: 'x_weight',
    // Of longer posts, which its people with Premium write, no page about programs says anything (looked for on 2026-11-23).
    max: read<number | null>(280, counting),
    maxBytes: read<number | null>(null, counting),
    charactersPerUrl: read<number | null>(23, counting),
    remoteMentionCountsLocalPartOnly: false,
    // Of whoever pays by use, as every app of one's own here does.
    maxCashtags: { value: 1, source: 'https://docs.x.com/x-api/posts/manage-tweets/integrate', readOn: '2026-11-23' }
  },
  images: {
    maxCount: read(4, description),
    maxBytes: read(5 * 1024 * 1024, media),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/webp', 'image/gif'], media),
    maxAltText: read<number | null>(1000, description)
  },
  video: {
    maxCount: read(1, media),
    // 8 GB, and 16 GB with Premium (`practices`): a thousand segments of 5 MB, as the description bounds them, are less.
    maxBytes: late(5_000_000_000, description),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime'], media),
    minDurationMs: read<number | null>(500, media),
    // 125 minutes for accounts with Premium (`xFilmMs`), which the login tells.
    maxDurationMs: late<number | null>(xFilmMs.usual, practices),
    videoCodecs: read<readonly VideoCodec[] | null>(['avc'], media),
    minRatio: read<number | null>(0.33, media),
    maxRatio: read<number | null>(3, media),
    // Five channels and more are refused; of rates of samples and bits only recommendations are told.
    frameRate: late({ min: null, max: 60 }, practices),
    sound: late({ codecs: ['aac'] as const, maxSampleRate: null, maxChannels: 2 }, practices),
    withImages: read(false, media),
    cover: read('not_by_interface', media),
    // Joined to the film before the post names it, one language a call; each is told apart by `^[A-Z]{2}$`. How many and how large no page says.
    captions: { format: late('srt', description), most: late(null, subtitles), byTwoLetters: late(true, description), sent: 'with_film' }
  },
  richText: false,
  hasTitle: false,
  // No key and no id of ours; the same words once more are refused with 403 for a while.
  idempotency: 'look_up',
  price: { plain: read(15, pricing), withLink: read(200, pricing) },
  poll: {
    choices: read({ min: 2, max: 4 }, 'https://docs.x.com/x-api/posts/creation-of-a-post'),
    maxChoice: read(25, 'https://docs.x.com/x-api/posts/creation-of-a-post'),
    minutes: read({ min: 5, max: 10_080 }, 'https://docs.x.com/x-api/posts/creation-of-a-post'),
    multiple: read(false, 'https://docs.x.com/x-api/posts/creation-of-a-post'),
    withMedia: read(false, 'https://docs.x.com/x-api/posts/creation-of-a-post')
  },
  // In the body of `POST /2/tweets`. Who may answer is said with the first post of a thread, and holds for those below it; what is told of pictures, with those that have some. Of communities
  // (`community_id`) the description lets search all, each for half a cent, and has no list of those that an account is in, nor a word whether it may write in one; `share_with_followers` is, by its words there, for posts that
  // only paying followers see (looked for again on 2026-11-23).
  framing: {
    repliers: late<readonly Repliers[]>(['everybody', 'followed', 'mentioned', 'subscribers', 'verified'], description),
    madeWithAi: late<true>(true, description),
    paidPartnership: late<true>(true, description)
  },
  // `quote_tweet_id` is closed to apps that pay by use since 2026-04-20, like likes; the address of a post in the words is shown as a quote by X itself.
  quote: { offer: { value: 'not_by_interface', source: 'https://docs.x.com/changelog', readOn: '2026-11-22' } },
  // Each message read costs a cent, and so may each person who is told with it; no look can be told to begin after the last one (there is no `since_id`). What is written in X's
  // encrypted chats (https://docs.x.com/xchat/introduction) is not among them, and nothing older than thirty days.
  inbox: { comments: true, mentions: true, messages: 'on_demand' },
  paidMessages: {
    read: { value: 10, source: pricing, readOn: '2026-11-23' },
    person: { value: 10, source: pricing, readOn: '2026-11-23' },
    send: { value: 15, source: pricing, readOn: '2026-11-23' },
    perCall: 10,
    callsOfLook: 2
  },
  // `DELETE /2/dm_events/{id}` takes a message away for the account alone, and the other person keeps it (https://docs.x.com/x-api/direct-messages/manage/introduction): it is not
  // offered as deleting.
  threads: 'replies',
  // Since 2026-02-23 only to posts whose author named or quoted us: https://docs.x.com/changelog
  canReply: true,
  // Since 2026-04-20 likes are closed to apps that pay by use: https://docs.x.com/changelog
  canLike: false,
  removal: { offer: { value: 'yes', source: 'https://docs.x.com/x-api/posts/delete-post', readOn: '2026-11-22' }, price: read(10, pricing) },
  // `edit_options.previous_post_id` is in its description: within thirty minutes, five times, and neither a poll nor an answer to others; each time another number, which the post's own history names
  // (`edit_history_post_ids`), so that a lost answer is looked up there. What becomes of pictures and films, or of a part of one's own thread, when they are not said again no page tells: those are left alone. A post
  // that is out tells the keys of its pictures (`media_keys`) and no ids, and whether an id that is in a post may be named once more no page says either (looked for again on 2026-11-23).
  edit: {
    offer: late('yes', editing),
    notWith: ['film', 'poll', 'image'],
    notAnswers: true,
    within: late(30 * 60_000, editing),
    makesAnother: late(true, editing)
  },
  // Which post is pinned is told (`pinned_tweet_id` of a user); no call of its description sets it.
  pin: { offer: { value: 'not_by_interface', source: 'https://docs.x.com/x-api/users/get-my-user', readOn: '2026-11-23' } },
  acts: {
    // Posts know no block for programs; messages do (`blocksMessages`).
    repost: 'yes', unrepost: 'yes', delete: 'yes', hide: 'yes', unhide: 'yes', detach: 'none_there', undetach: 'none_there', lock: 'not_by_interface', unlock: 'not_by_interface', mute: 'yes', unmute: 'yes', block: 'not_by_interface', unblock: 'not_by_interface', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  },
  // `POST /2/users/{id}/dm/block` and `/dm/unblock`, in its description. “Privacy: Update”, which X's own pages name as the price of both.
  blocksMessages: { right: 'dm.write', price: late(10, pricing) },
  people: { lookUp: { value: 'on_demand', source: description, readOn: '2026-11-22' }, price: read(10, pricing) },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['views', 'likes', 'reposts', 'quotes', 'replies', 'saves'], description),
    ofAccount: read<readonly AccountFigureName[]>(['followers', 'posts'], description),
    price: read(1, pricing)
  }
}

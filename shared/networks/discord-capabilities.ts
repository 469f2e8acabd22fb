import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const description = 'https://github.com/discord/discord-api-spec/blob/main/specs/openapi.json'
const message = 'https://docs.discord.com/developers/resources/message'
const files = 'https://docs.discord.com/developers/reference#uploading-files'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

const channel = 'https://docs.discord.com/developers/resources/channel'
const edit: NetworkCapabilities['edit'] = { offer: { value: 'yes', source: 'https://docs.discord.com/developers/resources/message#edit-message', readOn: '2026-11-22' }, notWith: ['poll'] }

/** Of a bot in its channel. A webhook writes and deletes, nothing more: it hears nothing, answers nobody and is shown no list. */
export const discordCapabilities: NetworkCapabilities = {
  id: 'discord',
  name: 'Discord',
  connectBy: 'app_password',
  verifiedBy: 'spec',
  text: {
    unit: 'code_points',
    notation: 'markdown',
    max: read<number | null>(2000, message),
    maxBytes: read<number | null>(null, message),
    charactersPerUrl: read<number | null>(null, message),
    remoteMentionCountsLocalPartOnly: false
  },
  images: {
    maxCount: read(10, description),
    // A server that pays for more takes more.
    maxBytes: read(10 * 1024 * 1024, files),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/webp', 'image/gif'], files),
    maxAltText: read<number | null>(1024, description)
  },
  video: {
    maxCount: read(10, files),
    maxBytes: read(10 * 1024 * 1024, files),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime', 'video/webm'], files),
    minDurationMs: read<number | null>(null, files),
    maxDurationMs: read<number | null>(null, files),
    videoCodecs: read<readonly VideoCodec[] | null>(null, files),
    minRatio: read<number | null>(null, files),
    maxRatio: read<number | null>(null, files),
    withImages: read(true, files),
    cover: read('none_there', message),
    captions: { value: 'none_there', source: message, readOn: '2026-11-23' }
  },
  richText: true,
  hasTitle: false,
  // The nonce is known for "the past few minutes" only, which names no time to count on: looked up in the channel before anything is sent again.
  idempotency: 'look_up',
  poll: {
    choices: read({ min: 2, max: 10 }, 'https://docs.discord.com/developers/resources/poll'),
    maxChoice: read(55, 'https://docs.discord.com/developers/resources/poll'),
    minutes: read({ min: 60, max: 46_080 }, 'https://docs.discord.com/developers/resources/poll'),
    multiple: read(true, 'https://docs.discord.com/developers/resources/poll'),
    withMedia: read(false, 'https://docs.discord.com/developers/resources/poll'),
    question: read({ max: 300, above: 2000 }, 'https://docs.discord.com/developers/resources/poll')
  },
  // A message answers or forwards another one; what is forwarded has no words beside it.
  quote: { offer: { value: 'replies_only', source: 'https://docs.discord.com/developers/resources/message#message-reference-object', readOn: '2026-11-22' } },
  inbox: { comments: true, mentions: true, messages: false },
  threads: 'replies',
  canReply: true,
  canLike: true,
  removal: { offer: { value: 'yes', source: 'https://docs.discord.com/developers/resources/message#delete-message', readOn: '2026-11-22' } },
  edit,
  channels: {
    announcement: { framing: { passedOn: { value: true, source: 'https://docs.discord.com/developers/resources/message#crosspost-message', readOn: '2026-11-23' } } },
    // Media channels are forums that show pictures first. A post there is a thread, and what is answered stands in it.
    forum: {
      hasTitle: true,
      title: { max: { value: 100, source: `${channel}#start-thread-in-forum-or-media-channel`, readOn: '2026-11-23' } },
      categories: { field: { value: 'applied_tags', source: `${channel}#start-thread-in-forum-or-media-channel`, readOn: '2026-11-23' }, are: 'labels', most: { value: 5, source: description, readOn: '2026-11-23' } },
      // The thread's name, by a call of its own, which whoever began it may make; through a webhook nobody can.
      edit: { ...edit, title: true },
      toldNothing: { edit: { ...edit, titleStays: { value: 'not_by_interface', source: 'https://docs.discord.com/developers/resources/webhook#edit-webhook-message', readOn: '2026-11-23' } } }
    }
  },
  // For bots that may pin in the channel; a webhook pins nothing. What is at the top of a forum is a flag of the post's thread, which is a change of its own; its messages are left alone.
  pin: { offer: { value: 'yes', source: 'https://github.com/discord/discord-api-spec/blob/74fda0f/specs/openapi.json', readOn: '2026-11-23' }, place: 'channel' },
  // For bots that may manage threads.
  lock: { closes: { value: 'discussion', source: 'https://github.com/discord/discord-api-docs/blob/a1a297f/developers/topics/threads.mdx', readOn: '2026-11-23' } },
  acts: {
    repost: 'none_there', unrepost: 'none_there', delete: 'yes',
    // Messages of others are deleted or stand there.
    // A post of a forum alone; what stands in any other channel cannot be closed by itself.
    hide: 'none_there', unhide: 'none_there', detach: 'none_there', undetach: 'none_there', lock: 'yes', unlock: 'yes',
    // A member's time-out; owners and administrators are given none.
    mute: 'yes', unmute: 'yes',
    block: 'yes', unblock: 'yes', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  },
  bansAuthors: true,
  // 28 days at most.
  silence: { minutes: { value: [60, 1440, 10_080, 40_320], source: 'https://docs.discord.com/developers/resources/guild#modify-guild-member', readOn: '2026-11-23' } },
  // Of the server that the channel is in; a webhook is told of none.
  figures: {
    ofPost: { value: ['likes'] satisfies PostFigureName[], source: 'https://docs.discord.com/developers/resources/message#reaction-object', readOn: '2026-11-23' },
    ofAccount: { value: ['followers'] satisfies AccountFigureName[], source: 'https://docs.discord.com/developers/resources/guild#get-guild', readOn: '2026-11-23' }
  }
}

import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const api = 'https://core.telegram.org/bots/api'

function read<Value>(value: Value, part: string): Sourced<Value> {
  return { value, source: `${api}#${part}`, readOn }
}

export const telegramCapabilities: NetworkCapabilities = {
  id: 'telegram',
  name: 'Telegram',
  connectBy: 'app_password',
  verifiedBy: 'spec',
  text: {
    // As the lengths of its entities are counted; the page itself says "characters".
    unit: 'utf16',
    max: read<number | null>(4096, 'sendmessage'),
    maxWithMedia: read(1024, 'sendphoto'),
    maxBytes: read<number | null>(null, 'sendmessage'),
    charactersPerUrl: read<number | null>(null, 'sendmessage'),
    remoteMentionCountsLocalPartOnly: false
  },
  images: {
    maxCount: read(10, 'sendmediagroup'),
    maxBytes: read(10 * 1024 * 1024, 'sendphoto'),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/webp', 'image/gif'], 'sending-files'),
    // Telegram has none, so what is written is not sent; it stays with the post for the other networks.
    maxAltText: read<number | null>(0, 'inputmediaphoto')
  },
  video: {
    maxCount: read(10, 'sendvideo'),
    maxBytes: read(50 * 1024 * 1024, 'sendvideo'),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime'], 'sendvideo'),
    minDurationMs: read<number | null>(null, 'sendvideo'),
    maxDurationMs: read<number | null>(null, 'sendvideo'),
    videoCodecs: read<readonly VideoCodec[] | null>(null, 'sendvideo'),
    minRatio: read<number | null>(null, 'sendvideo'),
    maxRatio: read<number | null>(null, 'sendvideo'),
    withImages: read(true, 'sendvideo'),
    cover: { takes: read('picture', 'sendvideo'), sent: 'with_film' },
    captions: read('none_there', 'sendvideo')
  },
  richText: false,
  hasTitle: false,
  // No key, and a bot is shown nothing of what it sent: https://core.telegram.org/bots/api#getupdates
  idempotency: 'ask',
  poll: {
    choices: read({ min: 2, max: 12 }, 'sendpoll'),
    maxChoice: read(100, 'sendpoll'),
    minutes: read({ min: 1, max: 43_800 }, 'sendpoll'),
    multiple: read(true, 'sendpoll'),
    withMedia: read(false, 'sendpoll'),
    question: read({ max: 300, above: 1024 }, 'sendpoll')
  },
  // A quote there is a part of an answer, into the chat of what is answered (`ReplyParameters.quote`); a post of a channel holds none of another's.
  quote: { offer: { value: 'replies_only', source: 'https://core.telegram.org/bots/api#replyparameters', readOn: '2026-11-22' } },
  inbox: { comments: true, mentions: true, messages: true },
  figures: {
    // How often a post was seen no bot is told. In groups, where reactions bear names, they come one by one from when the bot listens, which is no count of all.
    ofPost: { value: ['reactions'] satisfies PostFigureName[], source: `${api}#messagereactioncountupdated`, readOn: '2026-11-23' },
    ofAccount: read<readonly AccountFigureName[]>(['followers'], 'getchatmembercount'),
    // “Incoming updates are stored on the server until the bot receives them either way, but they will not be kept longer than 24 hours.”
    toldWithInbox: { value: 24 * 60 * 60_000, source: `${api}#getting-updates`, readOn: '2026-11-23' }
  },
  threads: 'replies',
  canReply: true,
  canLike: true,
  removal: { offer: { value: 'yes', source: 'https://core.telegram.org/bots/api#deletemessages', readOn: '2026-11-22' }, within: { value: 48 * 60 * 60_000, source: 'https://core.telegram.org/bots/api#deletemessage', readOn: '2026-11-22' } },
  edit: { offer: { value: 'yes', source: 'https://core.telegram.org/bots/api#editmessagetext', readOn: '2026-11-22' }, notWith: ['poll'] },
  // In channels for bots that may change messages of others there, in groups for those that may pin. Whether a message is pinned is told of the one that was sent last alone.
  pin: { offer: { value: 'yes', source: 'https://core.telegram.org/bots/api#pinchatmessage', readOn: '2026-11-23' }, place: 'channel' },
  acts: {
    // A forwarded message becomes a post of the channel's own, which is another thing than repeating somebody's.
    repost: 'none_there', unrepost: 'none_there', delete: 'yes',
    // Comments are deleted or stand there. A member is kept from writing, in the group alone: https://core.telegram.org/bots/api#restrictchatmember (read on 2026-11-23).
    // What is said under a channel's post stands in no topic (`is_topic_message`), and `closeForumTopic` closes “an open topic in a forum supergroup chat” alone; the whole group could be silenced (`setChatPermissions`),
    // one discussion of it cannot: specs/telegram, 160fd99 (read on 2026-11-23).
    hide: 'none_there', unhide: 'none_there', detach: 'none_there', undetach: 'none_there', lock: 'not_by_interface', unlock: 'not_by_interface', mute: 'yes', unmute: 'yes',
    block: 'yes', unblock: 'yes', ban: 'none_there', unban: 'none_there',
    // People can; bots have no method for it.
    report: 'not_by_interface'
  },
  bansAuthors: true,
  // More than 366 days are for good there.
  silence: { minutes: { value: [60, 1440, 10_080, 43_200, null], source: `${api}#restrictchatmember`, readOn: '2026-11-23' } }
}

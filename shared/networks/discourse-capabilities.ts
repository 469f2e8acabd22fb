import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const api = 'https://docs.discourse.org/#tag/Posts/operation/createTopicPostPM'
const settings = 'https://github.com/discourse/discourse/blob/f061aee/config/site_settings.yml'

const uploads = 'https://github.com/discourse/discourse/blob/main/app/assets/javascripts/discourse/app/lib/uploads.js'

function film<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

/** The figures of a forum as it comes; each forum sets its own, and that for the length of posts goes first (Account.serverLimits). */
export const discourseCapabilities: NetworkCapabilities = {
  id: 'discourse',
  name: 'Discourse',
  connectBy: 'app_password',
  verifiedBy: 'spec',
  typedServer: { notTyped: [] },
  text: {
    unit: 'code_points',
    notation: 'markdown',
    max: read<number | null>(32_000, settings),
    maxBytes: read<number | null>(null, settings),
    charactersPerUrl: read<number | null>(null, settings),
    remoteMentionCountsLocalPartOnly: false
  },
  images: {
    maxCount: read(20, settings),
    // max_image_size_kb
    maxBytes: read(4 * 1024 * 1024, settings),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/webp', 'image/gif'], settings),
    // Alternative texts are part of the post's Markdown.
    maxAltText: read<number | null>(null, api)
  },
  // Films are attachments like any other: a forum takes none as it comes (authorized_extensions), and 4 MB where it does (max_attachment_size_kb); each states its own. Where it keeps its settings to itself, one is tried, and nothing is published if it is refused.
  video: {
    maxCount: film(20, settings),
    maxBytes: film(4 * 1024 * 1024, settings),
    mediaTypes: film<readonly VideoType[]>(['video/mp4', 'video/quicktime', 'video/webm'], uploads),
    minDurationMs: film<number | null>(null, settings),
    maxDurationMs: film<number | null>(null, settings),
    videoCodecs: film<readonly VideoCodec[] | null>(null, settings),
    minRatio: film<number | null>(null, settings),
    maxRatio: film<number | null>(null, settings),
    withImages: film(true, uploads),
    // Its own page takes a moment of the film and hands that over by a kind of upload that its description does not know.
    cover: film('not_by_interface', 'https://docs.discourse.org/#tag/Uploads/operation/createUpload'),
    captions: { value: 'none_there', source: 'https://docs.discourse.org/#tag/Uploads/operation/createUpload', readOn: '2026-11-23' }
  },
  richText: true,
  hasTitle: true,
  // max_tags_per_topic, max_tag_length; the forum cuts what is longer, and writes them small and with hyphens (force_lowercase_tags, DiscourseTagging.clean_tag; the signs that it takes out: TAGS_FILTER_REGEXP).
  tags: { source: { value: 'tags', source: 'https://github.com/discourse/discourse_api/blob/main/lib/discourse_api/api/topics.rb', readOn: '2026-11-22' }, maxCount: read(5, settings), maxEach: read(20, settings), form: 'hyphens', refusedSigns: { value: '/?#[]@!$&\'()*+,;=.%\\`^|{}"<>', source: 'https://github.com/discourse/discourse/blob/main/lib/discourse_tagging.rb', readOn: '2026-11-22' } },
  // Topics bear an id of ours, by which a repeat is refused; answers bear none. Either is looked up before it is sent again.
  idempotency: 'look_up',
  poll: {
    choices: read({ min: 2, max: 20 }, 'https://meta.discourse.org/t/how-to-create-polls/77548'),
    maxChoice: read(300, 'https://meta.discourse.org/t/how-to-create-polls/77548'),
    minutes: read({ min: 1, max: 527_040 }, 'https://meta.discourse.org/t/how-to-create-polls/77548'),
    multiple: read(true, 'https://meta.discourse.org/t/how-to-create-polls/77548'),
    withMedia: read(true, 'https://meta.discourse.org/t/how-to-create-polls/77548')
  },
  // The other one's words above ours, by a mark of the forum's own; it tells who said them, and where.
  quote: { offer: { value: 'yes', source: 'https://github.com/discourse/discourse/blob/main/app/assets/javascripts/discourse/app/lib/quote.js', readOn: '2026-11-23' }, wordsInText: { value: true, source: 'https://github.com/discourse/discourse/blob/main/app/assets/javascripts/discourse/app/lib/quote.js', readOn: '2026-11-23' } },
  inbox: { comments: true, mentions: true, messages: true },
  threads: 'joined',
  firstComment: true,
  canReply: true,
  canLike: true,
  removal: { offer: { value: 'yes', source: 'https://docs.discourse.org/#tag/Posts/operation/deletePost', readOn: '2026-11-22' } },
  edit: { offer: { value: 'yes', source: 'https://docs.discourse.org/#tag/Posts/operation/updatePost', readOn: '2026-11-22' }, title: true },
  reportTakesReason: true,
  // Where the forum says that the account may (`can_pin_unpin_topic`).
  pin: { offer: { value: 'yes', source: 'https://docs.discourse.org/#tag/Topics/operation/updateTopicStatus', readOn: '2026-11-23' }, place: 'category' },
  acts: {
    repost: 'none_there', unrepost: 'none_there', delete: 'yes', hide: 'yes', unhide: 'yes', detach: 'none_there', undetach: 'none_there', lock: 'yes', unlock: 'yes',
    // Staff silence and suspend: https://docs.discourse.org/#tag/Users/operation/silenceUser and suspendUser (read on 2026-11-23). Its server ends both (`unsilence`, `unsuspend`): https://github.com/discourse/discourse/blob/main/app/controllers/admin/users_controller.rb
    mute: 'yes', unmute: 'yes', block: 'yes', unblock: 'yes', ban: 'none_there', unban: 'none_there', report: 'yes'
  },
  bansAuthors: true,
  authorActsAreForStaff: true,
  silence: { minutes: { value: [60, 1440, 10_080, 43_200], source: 'https://docs.discourse.org/#tag/Users/operation/silenceUser', readOn: '2026-11-23' } },
  // A moderator's deletion of an answer, which moderators can bring back (`can_delete` of the post says who may).
  hideIsForModerators: {},
  // The whole topic (`can_close_topic` says who may).
  lock: { closes: { value: 'discussion', source: 'https://docs.discourse.org/#tag/Topics/operation/updateTopicStatus', readOn: '2026-11-23' } },
  people: { lookUp: { value: 'while_typing', source: 'https://github.com/discourse/discourse/blob/main/config/routes.rb', readOn: '2026-11-22' } },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['views', 'likes', 'replies'], 'https://docs.discourse.org/'),
    ofAccount: read<readonly AccountFigureName[]>([], 'https://docs.discourse.org/')
  }
}

import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const description = 'https://github.com/pinterest/api-description/blob/c05b189/v5/openapi.json'
const pins = 'https://developers.pinterest.com/docs/work-with-organic-content-and-users/create-boards-and-pins/'
const specs = 'https://help.pinterest.com/en/business/article/pinterest-product-specs'
const access = 'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

/** A board on Pinterest. Nothing there is without a picture or a video; comments and messages have no interface. */
export const pinterestCapabilities: NetworkCapabilities = {
  id: 'pinterest',
  name: 'Pinterest',
  connectBy: 'browser_login',
  verifiedBy: 'spec',
  ownApp: {
    need: 'required',
    secret: 'required',
    redirect: 'localhost_ports',
    madeAt: read('https://developers.pinterest.com/apps/', access),
    // A pin is made on a board, and wants the right to write there, too.
    scopes: { value: ['boards:read', 'boards:write', 'pins:read', 'pins:write', 'user_accounts:read'], source: description, readOn: '2026-11-23' }
  },
  text: {
    unit: 'code_points',
    max: read<number | null>(800, description),
    maxBytes: read<number | null>(null, description),
    charactersPerUrl: read<number | null>(null, description),
    remoteMentionCountsLocalPartOnly: false
  },
  title: { max: read(100, description), isOptional: true },
  images: {
    maxCount: read(5, description),
    // They travel within the call, a third larger: no bound is told.
    maxBytes: read(10 * 1024 * 1024, pins),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png'], description),
    maxAltText: read<number | null>(500, description),
    needed: read(true, description)
  },
  video: {
    maxCount: read(1, description),
    maxBytes: read(2 * 1024 * 1024 * 1024, specs),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime'], specs),
    minDurationMs: read<number | null>(4_000, specs),
    maxDurationMs: read<number | null>(15 * 60_000, specs),
    videoCodecs: read<readonly VideoCodec[] | null>(['avc', 'hevc'], specs),
    minRatio: read<number | null>(0.5, specs),
    maxRatio: read<number | null>(1.91, specs),
    withImages: read(false, description),
    cover: { takes: read('picture', description), sent: 'with_film' },
    captions: { value: 'not_by_interface', source: description, readOn: '2026-11-23' }
  },
  richText: false,
  hasTitle: true,
  // `board_section_id`; `GET /boards/{board_id}/sections` lists them.
  categories: { field: { value: 'board_section_id', source: description, readOn: '2026-11-23' }, are: 'sections', most: { value: 1, source: description, readOn: '2026-11-23' } },
  link: { source: read('link', description), max: read(2048, description), besideFiles: true },
  // No key, no id of ours, and the same pin twice is two pins.
  idempotency: 'look_up',
  poll: 'none_there',
  // A pin that is saved (`POST /pins/{pin_id}/save`): a new one on our board, with the picture and the words of the other and nothing of ours. An app with trial access makes pins that its own member alone sees.
  quote: { offer: { value: 'yes', source: description, readOn: '2026-11-23' }, isNamedEverywhere: true, notWithPoll: true, notWithMedia: true, postsAlone: true, mayBeAlone: true, wordless: 'wholly' },
  inbox: { comments: false, mentions: false, messages: false },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['views', 'likes', 'replies', 'saves'], description),
    ofAccount: read<readonly AccountFigureName[]>(['followers', 'posts'], description)
  },
  threads: 'joined',
  canReply: false,
  canLike: false,
  removal: { offer: { value: 'yes', source: 'https://developers.pinterest.com/docs/api/v5/pins-delete', readOn: '2026-11-22' } },
  // “Currently in beta and not available to all apps”, says its description of the change of a pin (c05b189): a person's own app is not among those that were chosen.
  edit: { offer: { value: 'not_by_interface', source: 'https://developers.pinterest.com/docs/api/v5/pins-update', readOn: '2026-11-23' } },
  pin: { offer: { value: 'none_there', source: 'https://github.com/pinterest/api-description/blob/c05b189/v5/openapi.json', readOn: '2026-11-23' } },
  acts: {
    // What is saved is a pin of its own (`quote`), which is deleted as any other.
    repost: 'none_there', unrepost: 'none_there', delete: 'yes', hide: 'none_there', unhide: 'none_there', detach: 'none_there', undetach: 'none_there', lock: 'not_by_interface', unlock: 'not_by_interface', mute: 'not_by_interface', unmute: 'not_by_interface',
    block: 'not_by_interface', unblock: 'not_by_interface', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  }
}

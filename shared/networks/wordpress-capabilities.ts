import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const posts = 'https://developer.wordpress.org/rest-api/reference/posts/'
const media = 'https://developer.wordpress.org/rest-api/reference/media/'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function late<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

export const wordpressCapabilities: NetworkCapabilities = {
  id: 'wordpress',
  name: 'WordPress',
  connectBy: 'app_password',
  verifiedBy: 'real',
  typedServer: { notTyped: [] },
  text: {
    unit: 'code_points',
    max: read<number | null>(null, posts),
    maxBytes: read<number | null>(null, posts),
    charactersPerUrl: read<number | null>(null, posts),
    remoteMentionCountsLocalPartOnly: false
  },
  images: {
    // The first image becomes the featured one, the others stand under the text. WordPress itself sets no bound on their number.
    maxCount: read(20, media),
    // PHP's upload_max_filesize decides on each site and is not told by the REST API; 2 MB is PHP's own default, many hosts allow more.
    maxBytes: read(20 * 1024 * 1024, media),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/webp', 'image/gif'], media),
    maxAltText: read<number | null>(null, media)
  },
  video: {
    maxCount: read(10, media),
    maxBytes: read(200 * 1024 * 1024, media),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime', 'video/webm'], media),
    minDurationMs: read<number | null>(null, media),
    maxDurationMs: read<number | null>(null, media),
    videoCodecs: read<readonly VideoCodec[] | null>(null, media),
    minRatio: read<number | null>(null, media),
    maxRatio: read<number | null>(null, media),
    withImages: read(true, media),
    // The picture of the player (`poster`), as WordPress's own block has it.
    cover: { takes: read('picture', 'https://developer.wordpress.org/block-editor/reference-guides/core-blocks/'), sent: 'with_film' },
    // Tracks of its own player, from files in its library: `text/vtt` is among those it takes by itself. Neither names a bound.
    captions: { format: late('vtt', 'https://developer.wordpress.org/reference/functions/wp_get_mime_types/'), most: late<number | null>(null, 'https://developer.wordpress.org/block-editor/reference-guides/core-blocks/'), sent: 'with_film' }
  },
  richText: true,
  hasTitle: true,
  // The column of their names holds 200 characters; a site makes of a longer one an error.
  tags: { source: { value: 'tags', source: 'https://developer.wordpress.org/rest-api/reference/tags/', readOn: '2026-11-22' }, maxEach: { value: 200, source: 'https://github.com/WordPress/wordpress-develop/blob/6.6/src/wp-admin/includes/schema.php', readOn: '2026-11-22' }, refusedSigns: { value: '<>', source: 'https://developer.wordpress.org/reference/functions/sanitize_term_field/', readOn: '2026-11-22' } },
  // No bound is told: a site cuts nothing of what somebody wrote.
  teaser: { value: 'excerpt', source: posts, readOn: '2026-11-23' },
  categories: { field: { value: 'categories', source: 'https://developer.wordpress.org/rest-api/reference/categories/', readOn: '2026-11-23' }, are: 'categories' },
  idempotency: 'look_up',
  // A date within the minute is published at once.
  nativeSchedule: {
    minAhead: read(2 * 60_000, 'https://developer.wordpress.org/reference/functions/wp_insert_post/'),
    maxAhead: read<number | null>(null, 'https://developer.wordpress.org/rest-api/reference/posts/'),
    page: '/wp-admin/edit.php?post_status=future&post_type=post'
  },
  poll: 'none_there',
  quote: { offer: { value: 'none_there', source: 'https://developer.wordpress.org/rest-api/reference/posts/', readOn: '2026-11-22' } },
  inbox: { comments: true, mentions: false, messages: false },
  threads: 'joined',
  // By the account, under its own post: https://developer.wordpress.org/rest-api/reference/comments/#create-a-comment (read on 2026-11-23).
  firstComment: true,
  canReply: true,
  canLike: false,
  removal: { offer: { value: 'yes', source: 'https://developer.wordpress.org/rest-api/reference/posts/#delete-a-post', readOn: '2026-11-22' }, toBin: true },
  edit: { offer: { value: 'yes', source: 'https://developer.wordpress.org/rest-api/reference/posts/#update-a-post', readOn: '2026-11-22' }, title: true },
  commentsAwaitApproval: true,
  // The whole article (`comment_status`), by whoever moderates the site; pages are left alone.
  lock: { closes: { value: 'discussion', source: 'https://developer.wordpress.org/rest-api/reference/posts/#update-a-post', readOn: '2026-11-23' }, refusesAnswers: { value: true, source: 'https://github.com/WordPress/WordPress/blob/master/wp-includes/rest-api/endpoints/class-wp-rest-comments-controller.php', readOn: '2026-11-23' } },
  // For editors and those above them.
  pin: { offer: { value: 'yes', source: 'https://developer.wordpress.org/rest-api/reference/posts/#update-a-post', readOn: '2026-11-23' }, place: 'blog' },
  acts: {
    repost: 'none_there', unrepost: 'none_there', delete: 'yes', hide: 'yes', unhide: 'yes', detach: 'none_there', undetach: 'none_there', lock: 'yes', unlock: 'yes', mute: 'none_there', unmute: 'none_there', block: 'none_there', unblock: 'none_there', ban: 'none_there', unban: 'none_there', report: 'none_there'
  },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['replies'], 'https://developer.wordpress.org/rest-api/reference/comments/'),
    ofAccount: read<readonly AccountFigureName[]>(['posts'], 'https://developer.wordpress.org/rest-api/reference/posts/')
  }
}

import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { QuoteOffer, QuoteRule } from './quote-rule.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const posts = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api'
const images = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/images-api'
const videos = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/videos-api'
const documents = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/documents-api'
const multiImage = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/multiimage-post-api'
const polls = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/poll-post-api'
const comments = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/comments-api'
const login = 'https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow'
const selfServe = 'https://learn.microsoft.com/linkedin/consumer/integrations/self-serve/share-on-linkedin'
const management = 'https://learn.microsoft.com/linkedin/marketing/community-management/community-management-overview'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function onDay<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

/** How long an answer may be, in UTF-16 units. */
export const linkedinCommentMax: Sourced<number> = read(1250, comments)

/** `reshareContext`: a share or a `ugcPost` of anybody's, with words of ours above it or without; nothing else stands in such a post. */
const reshare = { offer: onDay<QuoteOffer>('yes', posts), isNamedEverywhere: true, notWithPoll: true, notWithMedia: true, postsAlone: true, mayBeAlone: true } as const satisfies QuoteRule

const both = {
  connectBy: 'browser_login',
  verifiedBy: 'fake',
  text: {
    unit: 'utf16',
    max: read<number | null>(3000, posts),
    maxOfComment: linkedinCommentMax,
    maxBytes: read<number | null>(null, posts),
    charactersPerUrl: read<number | null>(null, posts),
    remoteMentionCountsLocalPartOnly: false
  },
  images: {
    maxCount: read(20, multiImage),
    // The interface tells a bound in pixels alone (36,152,320); this is what LinkedIn's own page takes.
    maxBytes: read(8 * 1024 * 1024, images),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/gif'], images),
    maxAltText: read<number | null>(4086, multiImage)
  },
  video: {
    maxCount: read(1, videos),
    maxBytes: read(500 * 1024 * 1024, videos),
    mediaTypes: read<readonly VideoType[]>(['video/mp4'], videos),
    minDurationMs: read<number | null>(3_000, videos),
    maxDurationMs: read<number | null>(30 * 60_000, videos),
    videoCodecs: read<readonly VideoCodec[] | null>(null, videos),
    minRatio: read<number | null>(null, videos),
    maxRatio: read<number | null>(null, videos),
    withImages: read(false, videos),
    cover: { takes: read('picture', videos), sent: 'with_film' },
    // One file (`captionsUploadUrl`), whose description beside it is shown for American English alone: what other languages are called there is told nowhere.
    captions: { value: 'not_yet', source: videos, readOn: '2026-11-23' }
  },
  formats: {
    // A PDF that is leafed through: the pictures are its pages. It also takes DOC and PPT, which Vigie does not make.
    document: {
      images: {
        maxCount: onDay(300, documents),
        // Each is made into a page as it is sent; what they come to together is `pages.maxBytes`.
        maxBytes: onDay(400 * 1024 * 1024, documents),
        mediaTypes: onDay<readonly string[]>(['image/jpeg', 'image/png', 'image/webp'], documents),
        converted: ['image/gif'],
        // They stand in the file itself, which people can take from LinkedIn.
        maxAltText: onDay<number | null>(2_000, documents),
        needed: onDay(true, documents)
      },
      // The interface tells no bound; this is what another program keeps to.
      title: { max: onDay(100, 'https://glama.ai/mcp/connectors/io.github.TaplioOfficial/taplio-linkedin-mcp/tools/create_draft') },
      pages: { maxBytes: onDay(100 * 1024 * 1024, documents) }
    }
  },
  richText: false,
  hasTitle: false,
  link: { source: { value: 'content.article.source', source: posts, readOn: '2026-11-23' }, besideFiles: false },
  poll: {
    choices: read({ min: 2, max: 4 }, polls),
    maxChoice: read(30, polls),
    minutes: read<readonly number[]>([1440, 3 * 1440, 7 * 1440, 14 * 1440], polls),
    multiple: read(false, polls),
    withMedia: read(false, polls),
    question: read({ max: 140, above: 3000 }, polls)
  },
  threads: 'joined'
} as const satisfies Partial<NetworkCapabilities>

/**
 * A member of LinkedIn. Any app may publish for the person who owns it and read nothing at all (`r_member_social` is given to nobody): no comment, and no post of
 * theirs to look for. Comments of members need a permission that self-serve apps do not have.
 */
export const linkedinCapabilities: NetworkCapabilities = {
  ...both,
  id: 'linkedin',
  name: 'LinkedIn',
  ownApp: {
    need: 'required',
    secret: 'required',
    redirect: 'localhost_ports',
    madeAt: read('https://www.linkedin.com/developers/apps', login),
    scopes: read(['openid', 'profile', 'w_member_social'], selfServe)
  },
  // No key, no id of ours, and nothing can be read: only the refusal of the same words once more tells that they stand there.
  idempotency: 'ask',
  quote: { ...reshare, namedAlikeOn: ['linkedin_page'] },
  inbox: { comments: false, mentions: false, messages: false },
  canReply: false,
  canLike: false,
  removal: { offer: { value: 'yes', source: 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api#delete-posts', readOn: '2026-11-22' } },
  edit: { offer: { value: 'yes', source: 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api#update-posts', readOn: '2026-11-22' }, notWith: ['poll'] },
  pin: { offer: { value: 'not_by_interface', source: 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api', readOn: '2026-11-23' } },
  acts: {
    repost: 'none_there', unrepost: 'none_there', delete: 'yes', hide: 'none_there', unhide: 'none_there', detach: 'none_there', undetach: 'none_there', lock: 'not_by_interface', unlock: 'not_by_interface', mute: 'not_by_interface', unmute: 'not_by_interface',
    block: 'not_by_interface', unblock: 'not_by_interface', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  }
}

/** A company's page, through an app that LinkedIn has approved for the Community Management API: another app than a member's, since that product stands alone. */
export const linkedinPageCapabilities: NetworkCapabilities = {
  ...both,
  id: 'linkedin_page',
  name: 'LinkedIn Page',
  ownApp: {
    need: 'required',
    secret: 'required',
    redirect: 'localhost_ports',
    madeAt: read('https://www.linkedin.com/developers/apps', login),
    scopes: read(['rw_organization_admin', 'r_organization_social', 'w_organization_social', 'r_organization_social_feed', 'w_organization_social_feed'], management)
  },
  idempotency: 'look_up',
  // Mentions are listed (`organizationalEntityNotifications`), which Vigie does not read yet; messages have no interface.
  quote: { ...reshare, namedAlikeOn: ['linkedin'] },
  inbox: { comments: true, mentions: false, messages: false },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['views', 'likes', 'reposts', 'replies'], 'https://learn.microsoft.com/linkedin/marketing/community-management/organizations/share-statistics'),
    ofAccount: read<readonly AccountFigureName[]>(['followers'], 'https://learn.microsoft.com/linkedin/marketing/community-management/organizations/share-statistics')
  },
  firstComment: true,
  canReply: true,
  canLike: true,
  removal: { offer: { value: 'yes', source: 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api#delete-posts', readOn: '2026-11-22' } },
  edit: { offer: { value: 'yes', source: 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api#update-posts', readOn: '2026-11-22' }, notWith: ['poll'] },
  pin: { offer: { value: 'not_by_interface', source: 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api', readOn: '2026-11-23' } },
  acts: {
    // Comments are passed on by nobody; a post is, in one of our own (`quote`).
    // Comments of a post can be turned off (“Enable or Disable Comments on a Thread”, https://learn.microsoft.com/linkedin/marketing/community-management/shares/social-metadata-api): what is sent, and what becomes of the comments that are there, no copy of that page shows that could be read on 2026-11-23.
    repost: 'none_there', unrepost: 'none_there', delete: 'yes', hide: 'none_there', unhide: 'none_there', detach: 'none_there', undetach: 'none_there', lock: 'not_yet', unlock: 'not_yet', mute: 'not_by_interface', unmute: 'not_by_interface',
    block: 'not_by_interface', unblock: 'not_by_interface', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  }
}

import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const insert = 'https://developers.google.com/youtube/v3/docs/videos/insert'
const video = 'https://developers.google.com/youtube/v3/docs/videos'
const formats = 'https://support.google.com/youtube/troubleshooter/2888402'
const thumbnails = 'https://developers.google.com/youtube/v3/docs/thumbnails/set'
const pictures = 'https://support.google.com/youtube/answer/72431'
const longest = 'https://support.google.com/youtube/answer/71673'
const discovery = 'https://youtube.googleapis.com/$discovery/rest?version=v3'
const uploads = 'https://developers.google.com/youtube/terms/required-minimum-functionality'
const kids = 'https://support.google.com/youtube/answer/9528076'
const visibility = 'https://support.google.com/youtube/answer/157177'
const minute = 60_000

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function said<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

/** A channel of YouTube. Posts of pictures or words alone (“community”) are not in its interface. */
export const youtubeCapabilities: NetworkCapabilities = {
  id: 'youtube',
  name: 'YouTube',
  connectBy: 'browser_login',
  verifiedBy: 'spec',
  ownApp: {
    need: 'required',
    // A “Desktop app” has a secret that Google asks for, although it does not count as one: https://developers.google.com/identity/protocols/oauth2/native-app
    secret: 'required',
    redirect: 'any_port',
    madeAt: read('https://console.cloud.google.com/auth/clients', 'https://developers.google.com/identity/protocols/oauth2/native-app'),
    scopes: read(['https://www.googleapis.com/auth/youtube.force-ssl'], discovery)
  },
  // The description below the video.
  text: {
    unit: 'code_points',
    max: read<number | null>(null, video),
    maxBytes: read<number | null>(5000, video),
    charactersPerUrl: read<number | null>(null, video),
    remoteMentionCountsLocalPartOnly: false
  },
  title: { max: read(100, video) },
  tags: { source: read('snippet.tags', video), maxTogether: read(500, `${video}#snippet.tags[]`), isHidden: true },
  refusedSigns: read('<>', video),
  images: {
    maxCount: read(0, insert),
    maxBytes: read(0, insert),
    mediaTypes: read<readonly string[]>([], insert),
    maxAltText: read<number | null>(0, insert)
  },
  video: {
    maxCount: read(1, insert),
    maxBytes: read(256 * 1024 ** 3, insert),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime', 'video/webm'], formats),
    minDurationMs: read<number | null>(null, longest),
    // A channel that has not been confirmed by telephone: fifteen minutes, which YouTube says afterwards.
    maxDurationMs: read<number | null>(12 * 60 * minute, longest),
    videoCodecs: read<readonly VideoCodec[] | null>(null, formats),
    minRatio: read<number | null>(null, formats),
    maxRatio: read<number | null>(null, formats),
    withImages: read(false, insert),
    // By a call of its own, and only from a channel that was confirmed by telephone.
    cover: { takes: read('picture', thumbnails), maxBytes: read(2 * 1024 * 1024, discovery), minWidth: read(640, pictures), ratio: read(16 / 9, pictures), sent: 'after' },
    // By a call of its own for each language, with the same right as everything else here (`youtube.force-ssl`). One file may have 100 MB.
    captions: { format: said('vtt', 'https://support.google.com/youtube/answer/2734698'), most: said(null, 'https://developers.google.com/youtube/v3/docs/captions/insert'), sent: 'after' },
    isRequired: true
  },
  richText: false,
  hasTitle: true,
  // No key of ours. An upload that was cut is asked how far it came; without it, the channel's newest videos are looked through.
  idempotency: 'look_up',
  nativeSchedule: {
    // A time that is over by the end of the upload would publish at once.
    minAhead: read(30 * minute, video),
    maxAhead: read<number | null>(null, video)
  },
  // YouTube has neither mentions nor private messages for programs.
  poll: 'not_by_interface',
  quote: { offer: { value: 'none_there', source: 'https://developers.google.com/youtube/v3/docs/videos', readOn: '2026-11-22' } },
  inbox: { comments: true, mentions: false, messages: false },
  threads: 'joined',
  // https://developers.google.com/youtube/v3/docs/commentThreads/insert
  firstComment: true,
  canReply: true,
  // `videos.rate` is for videos alone.
  canLike: false,
  removal: { offer: { value: 'yes', source: 'https://developers.google.com/youtube/v3/docs/videos/delete', readOn: '2026-11-22' } },
  edit: { offer: { value: 'yes', source: 'https://developers.google.com/youtube/v3/docs/videos/update', readOn: '2026-11-22' }, title: true },
  commentsAwaitApproval: true,
  // No film is pinned there; one may be what a channel’s page begins with, for those who have not subscribed to it, which is a choice of the whole page.
  pin: { offer: { value: 'not_yet', source: 'https://developers.google.com/youtube/v3/docs/channels#brandingSettings.channel.unsubscribedTrailer', readOn: '2026-11-23' } },
  acts: {
    repost: 'none_there', unrepost: 'none_there', delete: 'yes', hide: 'yes', unhide: 'yes', detach: 'none_there', undetach: 'none_there', lock: 'not_by_interface', unlock: 'not_by_interface', mute: 'none_there', unmute: 'none_there',
    // `comments.setModerationStatus` with `banAuthor`. Nothing in the interface takes a ban back.
    block: 'yes', unblock: 'not_by_interface', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  },
  bansAuthors: true,
  // `status.privacyStatus`, `status.selfDeclaredMadeForKids`, `snippet.categoryId`, `notifySubscribers`, and `playlistItems.insert` once the film is there.
  terms: {
    isAlways: true,
    audiences: said(['everyone', 'with_link', 'only_me'], `${video}#status.privacyStatus`),
    allowances: said([], video),
    filmsAlone: said([], video),
    // Whether somebody paid for it is read alone (`paidProductPlacementDetails`): it is said in YouTube's own Studio.
    disclosures: said([], video),
    // `status.containsSyntheticMedia`, since 2024-10-30: https://developers.google.com/youtube/v3/revision_history (read on 2026-11-23)
    madeWithAi: said(true, `${video}#status.containsSyntheticMedia`),
    notForPartner: said([], video),
    agreed: said({ page: 'https://www.youtube.com/t/terms' }, uploads),
    film: {
      madeForKids: said({ page: kids }, kids),
      // Of films made for children: https://support.google.com/youtube/answer/9706180
      noComments: said(['only_me'], visibility),
      notifies: said(['everyone'], insert)
    }
  },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['views', 'likes', 'replies'], video),
    ofAccount: read<readonly AccountFigureName[]>(['followers', 'posts'], 'https://developers.google.com/youtube/v3/docs/channels')
  }
}

/** Where a person looks after their videos, published or not. */
export const youtubeStudioUrl = 'https://studio.youtube.com/'

/** As many characters of a title show in a list of videos, and as many of a description before “more”: shared/networks.md, section 5. */
export const youtubeFold = { title: read(70, formats), description: read(125, formats) } as const

import type { ActOffer } from './acts.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { NetworkId } from './network-id.ts'
import type { Sourced } from './sourced.ts'

/** What the capabilities only say by leaving it out, or by false. Acts, quotes, polls, covers, deletion and change have reasons of their own there. */
export const lackNames = ['pictures', 'video', 'schedule', 'first_comment', 'comments', 'mentions', 'messages', 'replies', 'likes', 'post_figures', 'account_figures'] as const
export type Lack = (typeof lackNames)[number]
export const notedNames = ['reviews'] as const
export type Noted = (typeof notedNames)[number]
/** none_there: the network knows no such thing · not_by_interface: it does, but not for other programs · not_yet: Vigie does not do it there yet. */
export type WhyLacking = Exclude<ActOffer, 'yes'>

function all(value: WhyLacking, source: string, ...names: readonly Lack[]): Lacks {
  return Object.fromEntries(names.map((name) => [name, { value, source, readOn: '2026-11-23' }]))
}

export type Lacks = Readonly<Partial<Record<Lack, Sourced<WhyLacking>>>>

const instagram = 'https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login'
const threads = 'https://developers.facebook.com/documentation/threads/reference'
const linkedin = 'https://learn.microsoft.com/linkedin/marketing/community-management/community-management-overview'
const pinterest = 'https://github.com/pinterest/api-description/blob/c05b189/v5/openapi.json'
const youtube = 'https://developers.google.com/youtube/v3/docs'
const tiktok = 'https://developers.tiktok.com/doc/overview'
const dailymotion = 'https://developers.dailymotion.com/v2/reference/introduction'
const googleBusiness = 'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts'
const wordpress = 'https://developer.wordpress.org/rest-api/reference/'
const discourse = 'https://docs.discourse.org/'
const xSource = 'https://docs.x.com/changelog'

/** Why each of them is not there, for every network that is served: a test holds this against the capabilities, so that nothing is missing in silence. Networks by hand lack all but the card. */
export const lacks: Readonly<Record<Exclude<NetworkId, 'assisted'>, Lacks>> = {
  // Drafts for clients are in its interface (`app.bsky.draft`), and no time of publication.
  bluesky: all('none_there', 'https://github.com/bluesky-social/atproto/tree/d6296a1/lexicons/app/bsky', 'schedule'),
  mastodon: {},
  practice: {},
  facebook: {},
  // Comments are liked by people alone.
  instagram: all('not_by_interface', instagram, 'likes', 'schedule'),
  threads: all('not_by_interface', threads, 'messages', 'likes', 'schedule'),
  // Likes are closed to apps that pay by use.
  x: all('not_by_interface', xSource, 'likes', 'schedule'),
  // `r_member_social` is given to nobody.
  linkedin: all('not_by_interface', linkedin, 'comments', 'mentions', 'messages', 'replies', 'likes', 'first_comment', 'schedule', 'post_figures', 'account_figures'),
  // Who mentions the page is listed (`organizationalEntityNotifications`, `SHARE_MENTION`), for `rw_organization_admin`; what an answer looks like no copy of its page that could be read shows, nor LinkedIn's own collection of calls (looked for on 2026-11-23).
  linkedin_page: { ...all('not_yet', 'https://learn.microsoft.com/linkedin/marketing/community-management/organizations/organization-social-action-notifications', 'mentions'), ...all('not_by_interface', linkedin, 'messages', 'schedule') },
  pinterest: all('not_by_interface', pinterest, 'comments', 'mentions', 'messages', 'replies', 'likes', 'first_comment', 'schedule'),
  // `videos.rate` is for videos alone; posts of pictures or words are not in it.
  youtube: { ...all('not_by_interface', youtube, 'pictures', 'likes', 'mentions'), ...all('none_there', youtube, 'messages') },
  tiktok: all('not_by_interface', tiktok, 'comments', 'mentions', 'messages', 'replies', 'likes', 'first_comment', 'schedule'),
  // Views are counted in paid reports alone; a date of publication was in its first interface. Of its second one the page of editing names neither it nor a cover; of the page that makes a film no copy reaches further than its password, and of the one that says what became of each old field none reaches further than its table of
  // logins. Of its live films alone a time is shown (`start_at`, docs/create-and-schedule-a-live-event), and a public program that hands films over to it sends none with them (looked for again on 2026-11-23).
  dailymotion: {
    ...all('none_there', dailymotion, 'pictures', 'comments', 'mentions', 'messages', 'replies', 'likes', 'first_comment'),
    ...all('not_by_interface', 'https://developers.dailymotion.com/changelog/api-deprecation-views-legacy-fields', 'post_figures', 'account_figures'), ...all('not_yet', dailymotion, 'schedule')
  },
  // Nobody comments on posts there, and its chat was closed in July 2024. A time (`scheduledTime`) is named by its reference, and no page that could be read says how far ahead it may be, or how one that waits is moved (looked for on 2026-11-23).
  google_business: {
    ...all('none_there', googleBusiness, 'comments', 'mentions', 'messages', 'likes', 'first_comment'), ...all('not_yet', googleBusiness, 'schedule'),
    ...all('not_by_interface', 'https://docs.getlate.dev/resources/media-guidelines/google-business', 'video'), ...all('not_by_interface', 'https://developers.google.com/my-business/content/performance/change-log', 'post_figures')
  },
  // People plan posts there themselves.
  reddit: all('not_by_interface', 'https://www.reddit.com/dev/api/', 'schedule'),
  // Bots send at once.
  telegram: { ...all('not_by_interface', 'https://core.telegram.org/bots/api', 'schedule') },
  // A bot may open a private chat with somebody (`POST /users/@me/channels`), and is told of none that others opened: nothing lists them (its list of old was always empty for bots, and is gone from the description of July 2026). Who
  // wrote to it is said once, to programs that hold a line to the Gateway at that moment; Vigie is not always there, so messages would be lost in silence.
  discord: { ...all('not_by_interface', 'https://github.com/discord/discord-api-spec/blob/74fda0f/specs/openapi.json', 'messages'), ...all('none_there', 'https://docs.discord.com/developers/resources/message', 'schedule') },
  wordpress: all('none_there', wordpress, 'mentions', 'messages', 'likes'),
  // For those who run it alone: a topic's timer (`POST /t/{id}/timer`, `publish_to_category`) moves it into a category at its hour (lib/topic_publisher.rb of github.com/discourse/discourse, 1864215). Until then it has to lie where nobody
  // else reads it; a message to oneself would do, and who may set a timer is staff or of trust level 4, and not silenced (`can_moderate?`, lib/guardian.rb), the second of which no login of before was asked for; whether a message is moved at its hour as a
  // topic is, and what becomes of one that could not be, its job (jobs/regular/publish_topic_to_category.rb) does not say, and no forum could be tried here (looked up again on 2026-11-23). Nobody follows a forum.
  discourse: { ...all('not_yet', discourse, 'schedule'), ...all('none_there', discourse, 'account_figures') }
}

/** What people look for on some networks, and capabilities say nothing of: only where it is missing. */
export const noted: Readonly<Partial<Record<NetworkId, Readonly<Partial<Record<Noted, Sourced<WhyLacking>>>>>>> = {
  // v22.0 and later answer with an error (code 12): `/ratings` and what it listed are over for programs.
  facebook: { reviews: { value: 'not_by_interface', source: 'https://developers.facebook.com/docs/graph-api/reference/recommendation/', readOn: '2026-11-23' } }
}

/** What these capabilities leave out. */
export function lackingIn({ images, video, nativeSchedule, threads: how, firstComment, inbox, canReply, canLike, figures }: NetworkCapabilities): readonly Lack[] {
  const isThere: Readonly<Record<Lack, boolean>> = {
    pictures: images.maxCount.value > 0, video: video !== undefined, schedule: nativeSchedule !== undefined, first_comment: how === 'replies' || firstComment === true,
    comments: inbox.comments, mentions: inbox.mentions, messages: inbox.messages !== false, replies: canReply, likes: canLike,
    post_figures: (figures?.ofPost.value.length ?? 0) > 0, account_figures: (figures?.ofAccount.value.length ?? 0) > 0
  }
  return lackNames.filter((name) => !isThere[name])
}

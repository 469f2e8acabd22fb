import type { Account } from '../accounts/account.ts'
import { assistedIdOf, assistedNetworks, type AssistedId } from './assisted-networks.ts'
import { facebookFold } from './facebook-capabilities.ts'
import { instagramFold } from './instagram-capabilities.ts'
import type { NetworkId } from './network-id.ts'
import type { Sourced } from './sourced.ts'
import { tiktokFold } from './tiktok-capabilities.ts'
import { youtubeFold } from './youtube-capabilities.ts'

/** What a preview is made of. */
export const previewElements = ['text', 'fold', 'card', 'pictures', 'document', 'video', 'captions', 'poll', 'quote', 'tags', 'teaser', 'categories', 'avatar', 'time'] as const
export type PreviewElement = (typeof previewElements)[number]

/** `exact`: it will be so. `approximate`: close to it, by what is known from outside. `network`: the network decides, and tells nobody beforehand. */
export type Confidence = 'exact' | 'approximate' | 'network'

/** How wide the network's own page is where the post is read. */
export type PreviewWidth = 'desktop' | 'phone'

/** Where a long text is folded: after so many characters, or so many lines of about that length. */
export type Fold = { readonly characters: number } | { readonly lines: number; readonly perLine: number }

/** How far one element can be believed, and where that was read; null: nobody has held it against the network's rules yet. */
export interface Judged {
  readonly value: Confidence
  readonly source: string | null
  readonly readOn: string
}

/** How much of a network's preview can be believed, and the figures it is drawn by. */
export interface PreviewFacts {
  /** Left out: there is no such thing there, or the preview does not show it. */
  readonly confidence: Readonly<Partial<Record<PreviewElement, Judged>>>
  /** Nobody publishes these: seen from outside, and changed without notice. Left out: nothing is folded. */
  readonly fold?: Readonly<Record<PreviewWidth, Sourced<Fold>>>
  /** Who makes a card of the post's first link, and whether pictures take its place. Left out: nobody does. */
  readonly card?: { readonly madeBy: 'network' | 'vigie'; readonly besidePictures: boolean }
}

const readOn = '2026-11-21'
const said = <Value>(value: Value, source: string): Sourced<Value> => ({ value, source, readOn })
const both = (fold: Sourced<Fold>): Record<PreviewWidth, Sourced<Fold>> => ({ desktop: fold, phone: fold })

const atproto = 'https://docs.bsky.app/docs/advanced-guides/posts'
const mastodon = 'https://docs.joinmastodon.org/user/posting/'
const telegram = 'https://core.telegram.org/bots/api#linkpreviewoptions'
const discord = 'https://discord.com/developers/docs/resources/message'
const discourse = 'https://meta.discourse.org/t/rich-link-previews-with-onebox/98088'
const wordpress = 'https://developer.wordpress.org/themes/'
const facebook = 'https://developers.facebook.com/docs/pages-api/posts'
const sharing = 'https://developers.facebook.com/docs/sharing/webmasters'
const linkedin = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api'
const linkedinDocuments = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/documents-api'
const instagram = 'https://developers.facebook.com/docs/instagram-platform/content-publishing'
const threads = 'https://developers.facebook.com/docs/threads/posts'
const pinterest = 'https://developers.pinterest.com/docs/api/v5/pins-create'
const googleBusiness = 'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts'
const reddit = 'https://www.reddit.com/dev/api/#POST_api_submit'
const x = 'https://docs.x.com/x-api/posts/create-post'
const xText = 'https://github.com/twitter/twitter-text/blob/master/config/v3.json'
const youtube = 'https://developers.google.com/youtube/v3/docs/videos'
const dailymotion = 'https://developers.dailymotion.com/reference/create-profile-video'
const tiktok = 'https://developers.tiktok.com/doc/content-posting-api-reference-direct-post'
const tiktokPhotos = 'https://developers.tiktok.com/doc/content-posting-api-reference-photo-post'
const xCards = 'https://developer.x.com/en/docs/x-for-websites/cards/overview/abouts-cards'

/** A letter stands for the picture everywhere, and the hour is written by the network. */
function common(source: string): Pick<Record<PreviewElement, Judged>, 'avatar' | 'time'> {
  return { avatar: said('approximate', source), time: said('network', source) }
}

const mastodonFacts: PreviewFacts = {
  confidence: { ...common(mastodon), quote: said('approximate', mastodon), poll: said('approximate', mastodon), text: said('approximate', mastodon), fold: said('approximate', mastodon), card: said('network', mastodon), pictures: said('approximate', mastodon), video: said('approximate', mastodon) },
  // The web client folds by height, about 22 lines; the apps of others by rules of their own.
  fold: { desktop: said({ lines: 22, perLine: 60 }, mastodon), phone: said({ lines: 22, perLine: 42 }, mastodon) },
  card: { madeBy: 'network', besidePictures: false }
}

const linkedinFold: Record<PreviewWidth, Sourced<Fold>> = { desktop: said({ characters: 210 }, linkedin), phone: said({ characters: 140 }, linkedin) }

/** The interface builds no card of a link in the text: it is sent along, as an article. */
const linkedinFacts: PreviewFacts = {
  confidence: { ...common(linkedin), quote: said('approximate', linkedin), poll: said('approximate', linkedin), text: said('approximate', linkedin), fold: said('approximate', linkedin), card: said('approximate', linkedin), pictures: said('approximate', linkedin), document: said('approximate', linkedinDocuments), video: said('approximate', linkedin) },
  fold: linkedinFold,
  card: { madeBy: 'vigie', besidePictures: false }
}

const facts: Readonly<Partial<Record<NetworkId, PreviewFacts>>> = {
  bluesky: {
    // Links, names and tags are sent along as facets, the card as an embed: nothing of it is left to the server.
    confidence: { ...common(atproto), quote: said('approximate', atproto), text: said('exact', atproto), card: said('exact', atproto), pictures: said('approximate', atproto), video: said('approximate', atproto), captions: { value: 'approximate', source: 'https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/embed/video.json', readOn: '2026-11-23' } },
    card: { madeBy: 'vigie', besidePictures: false }
  },
  mastodon: mastodonFacts,
  practice: { ...mastodonFacts, confidence: { ...mastodonFacts.confidence, captions: { value: 'exact', source: null, readOn: '2026-11-23' } } },
  telegram: {
    confidence: { ...common(telegram), poll: said('approximate', telegram), text: said('exact', telegram), card: said('network', telegram), pictures: said('network', telegram), video: said('approximate', telegram) },
    card: { madeBy: 'network', besidePictures: false }
  },
  discord: {
    confidence: { ...common(discord), categories: { value: 'approximate', source: 'https://docs.discord.com/developers/resources/channel#forum-tag-object', readOn: '2026-11-23' }, poll: said('approximate', discord), text: said('approximate', discord), card: said('network', discord), pictures: said('approximate', discord), video: said('approximate', discord) },
    card: { madeBy: 'network', besidePictures: true }
  },
  discourse: { confidence: { ...common(discourse), quote: { value: 'approximate', source: 'https://github.com/discourse/discourse/blob/main/app/assets/javascripts/discourse/app/lib/quote.js', readOn: '2026-11-23' }, tags: said('approximate', discourse), poll: said('approximate', discourse), text: said('approximate', discourse), pictures: said('approximate', discourse), video: said('network', discourse) } },
  // The theme of the site draws all of it.
  wordpress: { confidence: { captions: { value: 'approximate', source: 'https://developer.wordpress.org/block-editor/reference-guides/core-blocks/', readOn: '2026-11-23' }, tags: said('network', wordpress), categories: said('network', wordpress), teaser: { value: 'approximate', source: 'https://developer.wordpress.org/reference/functions/the_excerpt/', readOn: '2026-11-23' }, text: said('network', wordpress), pictures: said('network', wordpress), video: said('network', wordpress), time: said('network', wordpress) } },
  facebook: {
    confidence: { ...common(facebook), text: said('approximate', facebook), fold: said('approximate', facebookFold.source), card: said('network', sharing), pictures: said('approximate', facebook), video: said('approximate', facebook), captions: { value: 'approximate', source: 'https://developers.facebook.com/docs/graph-api/reference/video/captions/', readOn: '2026-11-23' } },
    fold: both(said({ characters: facebookFold.value }, facebookFold.source)),
    card: { madeBy: 'network', besidePictures: false }
  },
  linkedin: linkedinFacts,
  linkedin_page: linkedinFacts,
  instagram: {
    confidence: { ...common(instagram), text: said('approximate', instagram), fold: said('approximate', instagramFold.source), pictures: said('approximate', instagram), video: said('approximate', instagram) },
    fold: both(said({ characters: instagramFold.value }, instagramFold.source))
  },
  threads: {
    confidence: { ...common(threads), quote: said('approximate', threads), poll: said('approximate', threads), text: said('approximate', threads), card: said('network', threads), pictures: said('approximate', threads), video: said('approximate', threads) },
    card: { madeBy: 'network', besidePictures: false }
  },
  reddit: { confidence: { ...common(reddit), quote: said('approximate', reddit), text: said('approximate', reddit), pictures: said('approximate', reddit), video: said('approximate', reddit) } },
  // Google cuts the photo to four by three.
  google_business: { confidence: { ...common(googleBusiness), text: said('approximate', googleBusiness), pictures: said('approximate', googleBusiness) } },
  pinterest: { confidence: { ...common(pinterest), quote: { value: 'network', source: 'https://developers.pinterest.com/docs/api/v5/pins-save', readOn: '2026-11-23' }, categories: said('approximate', pinterest), text: said('approximate', pinterest), pictures: said('approximate', pinterest), video: said('approximate', pinterest) } },
  x: {
    confidence: { ...common(x), poll: said('approximate', x), text: said('exact', xText), fold: said('approximate', x), card: said('network', xCards), pictures: said('approximate', x), video: said('approximate', x), captions: { value: 'approximate', source: 'https://docs.x.com/x-api/media/create-media-subtitles', readOn: '2026-11-23' } },
    fold: both(said({ characters: 280 }, x)),
    card: { madeBy: 'network', besidePictures: false }
  },
  // The words of a film are pasted by the person, and TikTok covers its foot with them.
  tiktok: {
    confidence: { ...common(tiktok), text: said('approximate', tiktok), fold: said('approximate', tiktokFold.source), pictures: said('approximate', tiktokPhotos), video: said('approximate', tiktok) },
    fold: both(said({ characters: tiktokFold.value }, tiktokFold.source))
  },
  // Which picture stands for the video until it plays, Dailymotion chooses.
  dailymotion: { confidence: { ...common(dailymotion), tags: said('approximate', dailymotion), text: said('approximate', dailymotion), pictures: said('network', dailymotion), video: said('approximate', dailymotion) } },
  youtube: {
    // Which picture stands for the video until it plays, YouTube chooses.
    confidence: { ...common(youtube), text: said('approximate', youtube), fold: said('approximate', youtubeFold.description.source), pictures: said('network', youtube), video: said('approximate', youtube), captions: { value: 'approximate', source: 'https://developers.google.com/youtube/v3/docs/captions', readOn: '2026-11-23' } },
    fold: both(said({ characters: youtubeFold.description.value }, youtubeFold.description.source))
  }
}

/** Where the person publishes, the words are what they paste; where it folds is known for some. */
const foldsByHand: Readonly<Partial<Record<AssistedId, Record<PreviewWidth, Sourced<Fold>>>>> = {
  instagram: both(said({ characters: 125 }, 'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media')),
  linkedin: linkedinFold,
  tiktok: both(said({ characters: tiktokFold.value }, tiktokFold.source)),
  youtube: both(said({ characters: 100 }, 'https://developers.google.com/youtube/v3/docs/videos')),
  x_by_hand: both(said({ characters: 280 }, x)),
  facebook_profile: both(said({ characters: facebookFold.value }, facebookFold.source))
}

function factsByHand(account: Pick<Account, 'remoteId'>): PreviewFacts {
  const id = assistedIdOf(account)
  const fold = foldsByHand[id]
  const judged = (value: Confidence): Judged => ({ value, source: assistedNetworks.find((network) => network.id === id)?.source ?? null, readOn })
  const confidence = { text: judged('exact'), pictures: judged('network'), video: judged('network') }
  return fold === undefined ? { confidence } : { confidence: { ...confidence, fold: said('approximate', fold.desktop.source) }, fold }
}

const unread = (value: Confidence): Judged => ({ value, source: null, readOn })

/** A network whose preview nobody has held against its rules yet says so: nothing in it is certain. */
const unknown: PreviewFacts = { confidence: { text: unread('approximate'), pictures: unread('approximate'), video: unread('approximate'), avatar: unread('approximate'), time: unread('network') } }

/** What is known of how this account's network shows a post. */
export function previewFactsOf(account: Pick<Account, 'networkId' | 'remoteId'>): PreviewFacts {
  return account.networkId === 'assisted' ? factsByHand(account) : (facts[account.networkId] ?? unknown)
}

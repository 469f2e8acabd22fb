import type { Account } from '../accounts/account.ts'
import { assistedIdOf, type AssistedId } from './assisted-networks.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { TextRule } from './text-rule.ts'
import type { Sourced } from './sourced.ts'

/** What a network takes where only the person publishes: as far as it is known, since nobody there tells Vigie. */
export interface AssistedLimits {
  readonly text?: { readonly max: Sourced<number>; readonly unit: TextRule['unit'] }
  readonly maxHashtags?: Sourced<number>
  /** Nothing is published there without a picture or a video. */
  readonly needsPicture?: Sourced<true>
  /** Width by height: what is taller or wider is cut by the network's own program. */
  readonly ratio?: Sourced<{ readonly min: number; readonly max: number }>
}

const readOn = '2026-11-21'
const read = <Value>(value: Value, source: string): Sourced<Value> => ({ value, source, readOn })

const instagram = 'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media'
/** Taller than what its interface takes: 3:4 (shared/networks.md, the grid of the profile). */
const instagramShapes = 'https://help.instagram.com/1631821640426723'
const tiktok = 'https://developers.tiktok.com/doc/content-posting-api-reference-direct-post'
const pinterest = 'https://developers.pinterest.com/docs/api/v5/pins-create'
const linkedin = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api'
const threads = 'https://developers.facebook.com/documentation/threads/posts'
const snapchat = 'https://developers.snap.com/api/marketing-api/Public-Profile-API/GetStarted'

/** Pinterest shows 500 characters in its own form; its interface takes 800 (shared/networks.md, section 3a). */
const limits: Readonly<Partial<Record<AssistedId, AssistedLimits>>> = {
  instagram: { text: { max: read(2_200, instagram), unit: 'utf16' }, maxHashtags: read(30, instagram), needsPicture: read(true, instagram), ratio: read({ min: 0.75, max: 1.91 }, instagramShapes) },
  instagram_story: { needsPicture: read(true, instagram) },
  tiktok: { text: { max: read(2_200, tiktok), unit: 'utf16' }, needsPicture: read(true, tiktok) },
  pinterest: { text: { max: read(500, pinterest), unit: 'code_points' }, needsPicture: read(true, pinterest) },
  linkedin: { text: { max: read(3_000, linkedin), unit: 'utf16' } },
  threads: { text: { max: read(500, threads), unit: 'graphemes' } },
  snapchat: { text: { max: read(160, snapchat), unit: 'code_points' }, needsPicture: read(true, snapchat) }
}

/** What is known of the network that such an account stands for; nothing of any other account. */
export function assistedLimitsOf(account: Pick<Account, 'networkId' | 'remoteId'>): AssistedLimits {
  return account.networkId === 'assisted' ? (limits[assistedIdOf(account)] ?? {}) : {}
}

/** How long a text may be for this very account: its network's rule, or that of the one it stands for. */
export function textRuleFor(account: Pick<Account, 'networkId' | 'remoteId'>, { text }: Pick<NetworkCapabilities, 'text'>, isComment = false): TextRule {
  const own = assistedLimitsOf(account).text
  if (own !== undefined) return { ...text, max: own.max, unit: own.unit }
  return isComment && text.maxOfComment !== undefined ? { ...text, max: text.maxOfComment } : text
}

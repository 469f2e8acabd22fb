import { capabilitiesOf } from '../networks/capabilities-of.ts'
import type { NetworkId } from '../networks/network-id.ts'

/** What a right is for, as far as people meet it; `other`: the network's own word says it. */
export const rightUses = ['publishing', 'comments', 'mentions', 'messages', 'figures', 'moderation', 'other'] as const
export type RightUse = (typeof rightUses)[number]

const uses: Readonly<Record<Exclude<RightUse, 'other'>, readonly string[]>> = {
  publishing: [
    'pages_manage_posts', 'instagram_business_content_publish', 'threads_content_publish', 'tweet.write', 'media.write', 'w_member_social', 'w_organization_social',
    'boards:read', 'boards:write', 'pins:write', 'submit', 'edit', 'flair', 'mysubreddits', 'video.upload',
    'https://www.googleapis.com/auth/business.manage'
  ],
  comments: ['pages_read_user_content', 'pages_manage_engagement', 'instagram_business_manage_comments', 'threads_read_replies', 'threads_manage_replies', 'r_organization_social_feed', 'w_organization_social_feed'],
  mentions: ['threads_manage_mentions'],
  messages: ['pages_messaging', 'instagram_business_manage_messages', 'dm.read', 'dm.write', 'privatemessages'],
  figures: ['read_insights', 'instagram_business_manage_insights', 'threads_manage_insights', 'user.info.stats', 'video.list'],
  moderation: ['tweet.moderate.write', 'mute.write', 'threads_delete', 'vote', 'report', 'modposts', 'modcontributors']
}

/** Of use for the list that one chooses from at a login: an account that is connected is worth no less without. */
const forChoosing: readonly string[] = ['business_management']

/** Each once, in the order of `rightUses`. */
export function usesOf(rights: readonly string[]): readonly RightUse[] {
  const met = new Set(rights.map((right) => rightUses.find((use) => use !== 'other' && uses[use].includes(right)) ?? 'other'))
  return rightUses.filter((use) => met.has(use))
}

/**
 * What Vigie asks of the network today and a login was not given: it was made before, or the person took it out. `granted` null: not known, and then nothing is said. Rights that
 * an app may be without (`moreScopes`) are not among them.
 */
export function rightsLacking(networkId: NetworkId, granted: readonly string[] | null): readonly string[] {
  const asked = capabilitiesOf(networkId).ownApp?.scopes.value ?? []
  // One that names its rights in other words than they are asked for says nothing that could be compared.
  if (granted === null || granted.includes('*') || !asked.some((right) => granted.includes(right))) return []
  return asked.filter((right) => !granted.includes(right) && !forChoosing.includes(right))
}

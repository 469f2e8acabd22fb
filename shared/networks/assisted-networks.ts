import { firstAddress } from '../text/first-address.ts'
/** What keeps Vigie from publishing there by itself. */
export type WhyByHand = 'no_interface' | 'own_app' | 'invited_only' | 'audit' | 'stickers' | 'paid' | 'personal' | 'refused'

/** Those that are known; `own`: one that the user names. */
export const assistedIds = ['snapchat', 'tiktok', 'instagram', 'instagram_story', 'facebook_profile', 'threads', 'x_by_hand', 'linkedin', 'youtube', 'pinterest', 'reddit', 'myspace', 'own'] as const
export type AssistedId = (typeof assistedIds)[number]

/** A network where the person publishes, and Vigie gets everything ready at the hour. */
export interface AssistedNetwork {
  readonly id: Exclude<AssistedId, 'own'>
  /** Its own name, never translated. */
  readonly name: string
  /** Where the person publishes. */
  readonly address: string
  /** The network's own page for sharing, with `{text}` or `{url}` (the first address in the text) to be filled in; null where it has none. */
  readonly share: string | null
  readonly why: WhyByHand
  readonly source: string
  readonly readOn: string
}

const readOn = '2026-11-21'

export const assistedNetworks: readonly AssistedNetwork[] = [
  { id: 'snapchat', name: 'Snapchat', address: 'https://www.snapchat.com/web', share: null, why: 'invited_only', source: 'https://developers.snap.com/api/marketing-api/Public-Profile-API/GetStarted', readOn },
  { id: 'tiktok', name: 'TikTok', address: 'https://www.tiktok.com/upload', share: null, why: 'audit', source: 'https://developers.tiktok.com/doc/content-sharing-guidelines', readOn },
  { id: 'instagram', name: 'Instagram', address: 'https://www.instagram.com/', share: null, why: 'own_app', source: 'https://developers.facebook.com/documentation/instagram-platform/content-publishing', readOn },
  { id: 'instagram_story', name: 'Instagram Stories', address: 'https://www.instagram.com/', share: null, why: 'stickers', source: 'https://developers.facebook.com/documentation/instagram-platform/content-publishing', readOn },
  { id: 'facebook_profile', name: 'Facebook', address: 'https://www.facebook.com/', share: 'https://www.facebook.com/sharer/sharer.php?u={url}', why: 'personal', source: 'https://developers.facebook.com/docs/sharing/reference/share-dialog', readOn },
  { id: 'threads', name: 'Threads', address: 'https://www.threads.com/', share: 'https://www.threads.com/intent/post?text={text}', why: 'own_app', source: 'https://developers.facebook.com/documentation/threads/threads-web-intents', readOn },
  { id: 'x_by_hand', name: 'X', address: 'https://x.com/', share: 'https://x.com/intent/tweet?text={text}', why: 'paid', source: 'https://docs.x.com/x-for-websites/tweet-button/guides/web-intent', readOn },
  { id: 'linkedin', name: 'LinkedIn', address: 'https://www.linkedin.com/feed/', share: 'https://www.linkedin.com/sharing/share-offsite/?url={url}', why: 'own_app', source: 'https://learn.microsoft.com/linkedin/consumer/integrations/self-serve/plugins/share-plugin', readOn },
  { id: 'youtube', name: 'YouTube', address: 'https://studio.youtube.com/', share: null, why: 'audit', source: 'https://developers.google.com/youtube/v3/docs/videos/insert', readOn },
  { id: 'pinterest', name: 'Pinterest', address: 'https://www.pinterest.com/pin-creation-tool', share: null, why: 'own_app', source: 'https://developers.pinterest.com/docs/key-concepts/access-tiers/', readOn },
  { id: 'reddit', name: 'Reddit', address: 'https://www.reddit.com/submit', share: 'https://www.reddit.com/submit?url={url}', why: 'refused', source: 'https://support.reddithelp.com/hc/articles/42728983564564', readOn },
  { id: 'myspace', name: 'MySpace', address: 'https://myspace.com/', share: null, why: 'no_interface', source: 'https://www.computing.co.uk/news/3072726', readOn }
]

/** It stands before the colon in the remote id of such an account. */
export function assistedIdOf({ remoteId }: { readonly remoteId: string }): AssistedId {
  return assistedIds.find((id) => remoteId.startsWith(`${id}:`)) ?? 'own'
}

/** The network's page for sharing, filled in; null where it has none, or wants an address and the text holds none. */
export function shareAddress(account: { readonly remoteId: string }, text: string): string | null {
  const template = assistedNetworks.find(({ id }) => id === assistedIdOf(account))?.share ?? null
  const url = firstAddress(text)
  if (template === null || (template.includes('{url}') && url === null)) return null
  return template.replace('{text}', () => encodeURIComponent(text)).replace('{url}', () => encodeURIComponent(url ?? ''))
}

/** Those that people look for in a list of networks, as they look for them; the form knows the others too. */
export const soughtByHand: readonly AssistedNetwork[] = (['instagram', 'linkedin', 'tiktok', 'youtube', 'pinterest', 'threads', 'reddit', 'snapchat', 'myspace'] as const).flatMap((id) => assistedNetworks.find((network) => network.id === id) ?? [])

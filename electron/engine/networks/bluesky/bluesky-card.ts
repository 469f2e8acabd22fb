import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { uploadedSchema } from './uploaded-blob.ts'

interface External {
  readonly uri: string
  readonly title: string
  readonly description: string
  readonly thumb?: object
}

interface ExternalEmbed {
  readonly $type: 'app.bsky.embed.external'
  readonly external: External
}

/** The card of the first link: on Bluesky whoever sends a post builds it, the servers look at no page. Null: the draft has none. */
export async function cardEmbed({ xrpc, server }: BlueskyContext, { card, media }: Draft): Promise<NetworkResult<ExternalEmbed | null>> {
  if (card === undefined || media.length > 0) return done(null)
  const external: External = { uri: card.url, title: card.title, description: card.description }
  if (card.picture === null) return done(embedOf(external))
  const uploaded = await xrpc.upload(server, 'com.atproto.repo.uploadBlob', card.picture, 'image/jpeg', uploadedSchema)
  if (uploaded.ok) return done(embedOf({ ...external, thumb: uploaded.value.blob }))
  // Refused for what it is: the card goes without it. Anything else (no connection, no access) would meet the post as well.
  return uploaded.failure.kind === 'rejected' ? done(embedOf(external)) : uploaded
}

export function hasThumb(record: object): record is { readonly embed: ExternalEmbed } {
  return 'embed' in record && isExternal(record.embed) && record.embed.external.thumb !== undefined
}

/** The same record, its card without a picture. */
export function withoutThumb(record: { readonly embed: ExternalEmbed }): object {
  const { uri, title, description } = record.embed.external
  return { ...record, embed: embedOf({ uri, title, description }) }
}

function embedOf(external: External): ExternalEmbed {
  return { $type: 'app.bsky.embed.external', external }
}

function isExternal(embed: unknown): embed is ExternalEmbed {
  return typeof embed === 'object' && embed !== null && '$type' in embed && embed.$type === 'app.bsky.embed.external'
}

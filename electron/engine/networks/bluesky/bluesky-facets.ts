import { findEntities, type TextEntity } from '../../../../shared/text/find-entities.ts'
import { toUtf8Offsets } from '../../../../shared/text/utf8.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'

/** A stretch of the text that does something: app.bsky.richtext.facet. Positions in UTF-8 bytes. */
export interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number }
  readonly features: readonly [FacetFeature]
}

export type FacetFeature =
  | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
  | { readonly $type: 'app.bsky.richtext.facet#mention'; readonly did: string }
  | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string }

/** Gives the DID behind a handle; null for one that nobody has, whose mention then stays plain text. */
export type ResolveHandle = (handle: string) => Promise<NetworkResult<string | null>>

export async function buildFacets(text: string, resolveHandle: ResolveHandle): Promise<NetworkResult<readonly Facet[]>> {
  const found: { entity: TextEntity; feature: FacetFeature }[] = []
  for (const entity of findEntities(text)) {
    const feature = await featureOf(entity, resolveHandle)
    if (!feature.ok) return feature
    if (feature.value !== null) found.push({ entity, feature: feature.value })
  }
  const offsets = toUtf8Offsets(text, found.flatMap(({ entity }) => [entity.start, entity.end]))
  return done(found.map(({ feature }, index) => ({ index: { byteStart: offsets[index * 2] ?? 0, byteEnd: offsets[index * 2 + 1] ?? 0 }, features: [feature] })))
}

async function featureOf(entity: TextEntity, resolveHandle: ResolveHandle): Promise<NetworkResult<FacetFeature | null>> {
  switch (entity.kind) {
    case 'link':
      return done({ $type: 'app.bsky.richtext.facet#link', uri: entity.address })
    case 'tag':
      return done({ $type: 'app.bsky.richtext.facet#tag', tag: entity.tag })
    case 'mention': {
      const did = await resolveHandle(entity.handle)
      if (!did.ok) return did
      return done(did.value === null ? null : { $type: 'app.bsky.richtext.facet#mention', did: did.value })
    }
  }
}

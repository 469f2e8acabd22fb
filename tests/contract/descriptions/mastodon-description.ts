import type { NetworkDescription } from './network-description.ts'
import { loadOpenApi } from './openapi-description.ts'

/** Mastodon's API: specs/mastodon. */
export function loadMastodonDescription(): NetworkDescription {
  return loadOpenApi('mastodon/schema.json')
}

import type { StrongReference } from './bluesky-references.ts'

/** app.bsky.embed.record, and app.bsky.embed.recordWithMedia beside pictures, a film or a card (lexicons read on 2026-11-22). */
export function quoteEmbed(quoted: StrongReference, beside: object | null): object {
  const record = { $type: 'app.bsky.embed.record', record: { uri: quoted.uri, cid: quoted.cid } }
  return beside === null ? record : { $type: 'app.bsky.embed.recordWithMedia', record, media: beside }
}

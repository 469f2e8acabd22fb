/**
 * Windows takes 2,560 bytes a credential, and a Mastodon or Bluesky session can be longer. A long secret is cut into pieces, each an entry of
 * its own; the head names them. `generation` differs at each writing, so that the old pieces stay whole until the new head is in place.
 */
const maxBytes = 2_000

export interface SecretEntry {
  readonly account: string
  readonly value: string
}

export interface WrittenSecret {
  /** Written last: from then on the secret is the new one. */
  readonly head: SecretEntry
  /** Written before the head. */
  readonly pieces: readonly SecretEntry[]
}

export function cutSecret(reference: string, secret: string, generation: string): WrittenSecret {
  if (Buffer.byteLength(secret) <= maxBytes) return { head: { account: reference, value: `whole:${secret}` }, pieces: [] }
  const text = Buffer.from(secret).toString('base64')
  const count = Math.ceil(text.length / maxBytes)
  const accounts = pieceAccounts(reference, generation, count)
  return {
    head: { account: reference, value: `pieces:${generation}:${count}` },
    pieces: accounts.map((account, index) => ({ account, value: text.slice(index * maxBytes, (index + 1) * maxBytes) }))
  }
}

export type SecretHead = { readonly kind: 'whole'; readonly secret: string } | { readonly kind: 'pieces'; readonly accounts: readonly string[] }

/** null: not written by Vigie. */
export function readHead(reference: string, value: string): SecretHead | null {
  if (value.startsWith('whole:')) return { kind: 'whole', secret: value.slice('whole:'.length) }
  const [, generation, count] = /^pieces:([\w-]+):(\d{1,3})$/.exec(value) ?? []
  if (generation === undefined || count === undefined) return null
  return { kind: 'pieces', accounts: pieceAccounts(reference, generation, Number(count)) }
}

/** null when a piece is missing. */
export function joinPieces(pieces: readonly (string | null)[]): string | null {
  return pieces.includes(null) ? null : Buffer.from(pieces.join(''), 'base64').toString('utf8')
}

function pieceAccounts(reference: string, generation: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${reference}/${generation}/${index + 1}`)
}

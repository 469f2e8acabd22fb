import { parseJson } from '../http/parse-json.ts'

/** Shorter than that it opens nothing, and would be found in any word. */
const shortest = 8

/**
 * Everything in an account's secret that must not be told, as it stands there and as it is written in an address or a Basic login. More than is secret (ids, names):
 * what is told about a call can do without.
 */
export function secretWords(secret: string): readonly string[] {
  const leaves = leavesOf(parseJson(secret) ?? secret).filter((leaf) => leaf.length >= shortest)
  // The longest first: none is left in pieces.
  return [...new Set(leaves.flatMap(piecesOf).flatMap((piece) => [piece, encodeURIComponent(piece)]))].toSorted((one, other) => other.length - one.length)
}

/** Of an address (a webhook's), the parts of its path: the host is known anyway. */
function piecesOf(leaf: string): readonly string[] {
  if (!/^https?:\/\//i.test(leaf) || !URL.canParse(leaf)) return [leaf]
  return new URL(leaf).pathname.split('/').filter((piece) => piece.length >= 20)
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(leavesOf)
}

import type { Act } from './acts.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'

/** How long an act may hold that takes a length, in minutes, the usual one first; null in the list: until it is ended. null: it takes none. */
export function lengthsOf(act: Act, { silence, moderatedAuthors }: Pick<NetworkCapabilities, 'silence' | 'moderatedAuthors'>): readonly (number | null)[] | null {
  if (act === 'mute') return silence?.minutes.value ?? null
  return act === 'ban' ? (moderatedAuthors?.ban.minutes.value ?? null) : null
}

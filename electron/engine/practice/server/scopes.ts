/** https://docs.joinmastodon.org/api/oauth-scopes/ (read 2026-07-02), the part that the practice network knows. */
export const knownScopes = [
  'profile', 'read', 'read:accounts', 'read:blocks', 'read:bookmarks', 'read:favourites', 'read:filters', 'read:follows', 'read:lists', 'read:mutes',
  'read:notifications', 'read:search', 'read:statuses', 'write', 'write:accounts', 'write:blocks', 'write:bookmarks', 'write:conversations',
  'write:favourites', 'write:filters', 'write:follows', 'write:lists', 'write:media', 'write:mutes', 'write:notifications', 'write:reports',
  'write:statuses', 'follow', 'push'
] as const

/** `read` stands for every `read:…`. */
export function allows(granted: string, needed: string): boolean {
  const list = splitScopes(granted)
  return list.includes(needed) || list.includes(needed.split(':')[0] ?? needed)
}

/** Whether all asked-for scopes lie inside the granted ones. */
export function isWithin(asked: string, granted: string): boolean {
  return splitScopes(asked).every((scope) => allows(granted, scope))
}

export function splitScopes(text: string): readonly string[] {
  return text.split(/[\s+]+/).filter((scope) => scope !== '')
}

export function areKnown(text: string): boolean {
  return splitScopes(text).every((scope) => knownScopes.some((known) => known === scope))
}

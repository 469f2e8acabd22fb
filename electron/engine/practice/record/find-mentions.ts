/** `@name` and `@name@server` in a text, not inside an address or an e-mail; without the server, in lower case, each once. */
export function findMentions(text: string): readonly string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(mentionPattern)) found.add((match[1] ?? '').toLowerCase())
  return [...found]
}

/** Mastodon's rule for names: letters, digits, underscores; dots and hyphens inside. */
export const mentionPattern = /(?<![\w/@.])@([a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?)(?:@([a-z0-9.-]*[a-z0-9](?::\d+)?))?/gi

const allowedProtocols: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/** Whether a post may hold this address. A bare domain counts as https. Addresses with credentials, spaces or control characters never do. */
export function isAllowedLink(address: string): boolean {
  const trimmed = address.trim()
  const hasForbiddenCharacter = [...trimmed].some((character) => character <= ' ' || character === '\u007f')
  if (hasForbiddenCharacter) return false
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`)
  return url !== null && allowedProtocols.has(url.protocol) && url.username === '' && url.password === ''
}

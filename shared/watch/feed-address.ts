/**
 * What a person types or an OPML file says, as the address that Vigie asks: `https` is added, `feed:` taken off, and `http` turned into
 * `https`, since Vigie talks without encryption to this computer only. null when it cannot be an address.
 */
export function toFeedAddress(typed: string): string | null {
  const text = typed.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:(?:\/\/)?/i, 'https://')
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`
  if (/\s/.test(withScheme) || !URL.canParse(withScheme)) return null
  const url = new URL(withScheme)
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || !isHost(url.hostname)) return null
  if (url.protocol === 'http:' && !isThisComputer(url.hostname)) {
    url.protocol = 'https:'
    if (url.port === '80') url.port = ''
  }
  url.hash = ''
  return url.href
}

function isHost(name: string): boolean {
  return name.includes('.') || name.includes(':') || name === 'localhost'
}

function isThisComputer(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(name) || name === '[::1]'
}

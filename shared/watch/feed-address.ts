/**
 * What a person types or an OPML file says, as the address that Vigie asks: `https` is added where no scheme stands, `feed:` taken off. `http`
 * stays, since many small sites have nothing else. null when it cannot be an address.
 */
export function toFeedAddress(typed: string): string | null {
  const text = typed.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:(?:\/\/)?/i, 'https://')
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`
  if (/\s/.test(withScheme) || !URL.canParse(withScheme)) return null
  const url = new URL(withScheme)
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || !isHost(url.hostname)) return null
  url.hash = ''
  return url.href
}

/** The same address without encryption, for a site that was named without a scheme and has no https; null when the scheme was chosen. */
export function plainFeedAddress(typed: string): string | null {
  const address = toFeedAddress(typed)
  if (address === null || /^(?:feed:)?(?:\/\/)?https?:/i.test(typed.trim())) return null
  const url = new URL(address)
  url.protocol = 'http:'
  return url.href
}

/** Whether others on the way can read and change what comes from there; this computer talks to itself alone. */
export function isUnencryptedAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === 'http:' && !isThisComputer(url.hostname)
}

function isHost(name: string): boolean {
  return name.includes('.') || name.includes(':') || name === 'localhost'
}

function isThisComputer(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(name) || name === '[::1]'
}

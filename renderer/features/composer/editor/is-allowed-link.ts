import { longestAddress } from '../../../../shared/posts/rich-document.ts'

const allowedProtocols: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/** Whether a post may hold this address. A bare domain counts as https. Addresses with credentials, spaces or control characters never do, nor do those that are too long to be kept. */
export function isAllowedLink(address: string): boolean {
  const trimmed = address.trim()
  const hasForbiddenCharacter = [...trimmed].some((character) => character <= ' ' || character === '\u007f')
  if (hasForbiddenCharacter) return false
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (whole.length > longestAddress) return false
  const url = URL.parse(whole)
  return url !== null && allowedProtocols.has(url.protocol) && url.username === '' && url.password === ''
}

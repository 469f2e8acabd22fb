import { isOwnUrl } from './is-own-url.ts'

/** What the page's session may load at all. The network belongs to the engine: the page reaches no host, not even this computer's. */
export function isAllowedRequest(url: string, isDevelopment: boolean): boolean {
  if (isOwnUrl(url)) return true
  if (!URL.canParse(url)) return false
  switch (new URL(url).protocol) {
    case 'vigie-media:':
    case 'data:':
    case 'blob:':
      return true
    case 'devtools:':
      return isDevelopment
    default:
      return false
  }
}

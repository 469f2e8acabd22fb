/** The one origin the page may have. A scheme of our own, because `file:` pages get privileges nobody needs. */
export const appScheme = 'app'
export const appOrigin = 'app://studio'
export const appAddress = `${appOrigin}/index.html`

/** Parses, then compares: a text search would let `https://elsewhere/?app://studio` through. */
export function isOwnUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return protocol === 'app:' && host === 'studio' && username === '' && password === ''
}

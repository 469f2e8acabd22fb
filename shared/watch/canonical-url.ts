/** Parameters that tell who sent the reader, never what is read. */
const trackers = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|mkt_tok|ref_src|at_(?:medium|campaign|custom\d)|xtor|wt_mc|pk_(?:campaign|kwd|source|medium)|mtm_\w+)$/i

/** The address without trackers, as it is shown and opened; null when it is no web address. `base` completes a relative one. */
export function cleanWebAddress(address: string, base?: string): string | null {
  const url = parse(address.trim(), base)
  if (url === null) return null
  for (const name of [...url.searchParams.keys()]) if (trackers.test(name)) url.searchParams.delete(name)
  return url.href
}

/** The same for all the ways in which feeds write one address: scheme, `www.`, final slash and fragment do not count. For comparing only. */
export function addressKey(address: string): string {
  const clean = cleanWebAddress(address)
  if (clean === null) return address.trim()
  const url = new URL(clean)
  const fragment = url.hash.startsWith('#!') || url.hash.startsWith('#/') ? url.hash : ''
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}${fragment}`
}

function parse(address: string, base: string | undefined): URL | null {
  if (address === '' || !URL.canParse(address, base)) return null
  const url = new URL(address, base)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}

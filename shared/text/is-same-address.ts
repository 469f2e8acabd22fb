/** Whether words show an address as it is, up to what people leave out when they write one: the scheme, `www.`, a final slash. */
export function isSameAddress(words: string, address: string): boolean {
  return bare(words) === bare(address)
}

function bare(address: string): string {
  return address
    .replace(/^mailto:/i, '')
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .toLowerCase()
}

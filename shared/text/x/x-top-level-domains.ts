import domains from 'tlds' with { type: 'json' }

/** The endings by which X takes a word for an address, the longest first, so that an ending never hides a longer one. */
export const topLevelDomainPattern = domains.toSorted((a, b) => b.length - a.length).join('|')

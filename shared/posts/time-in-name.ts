import type { Quote } from './quote.ts'

/** RFC 4648's letters in another order, so that later names are greater: https://atproto.com/specs/tid (read on 2026-11-23). */
const signs = '234567abcdefghijklmnopqrstuvwxyz'

/** When a post was made, where its name tells: of Mastodon and Bluesky their makers say so, of LinkedIn it is seen on every one. ms since the epoch; null: it does not look like that. */
export function timeInName({ networkId, remoteId }: Pick<Quote, 'networkId' | 'remoteId'>): number | null {
  const time = timeOf(networkId, remoteId)
  return time !== null && time > Date.UTC(2003, 0) && time < Date.UTC(2100, 0) ? time : null
}

/** Whether names there tell it at all: one without a time is then no post's. */
export function isNameDated(networkId: Quote['networkId']): boolean {
  return dated.includes(networkId)
}

const dated: readonly Quote['networkId'][] = ['bluesky', 'mastodon', 'linkedin', 'linkedin_page']

function timeOf(networkId: Quote['networkId'], remoteId: string): number | null {
  if (networkId === 'bluesky') return ofRecordKey(/\/([2-7a-z]{13})$/.exec(remoteId)?.[1])
  const bits = networkId === 'mastodon' ? 16n : networkId === 'linkedin' || networkId === 'linkedin_page' ? 22n : null
  const digits = /(\d{1,20})$/.exec(remoteId)?.[1]
  return bits === null || digits === undefined ? null : Number(BigInt(digits) >> bits)
}

/** Microseconds, above ten bits that tell clocks apart. */
function ofRecordKey(key: string | undefined): number | null {
  if (key === undefined) return null
  const value = [...key].reduce((sum, sign) => sum * 32n + BigInt(signs.indexOf(sign)), 0n)
  return Number((value >> 10n) / 1000n)
}

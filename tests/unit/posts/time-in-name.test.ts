import { expect, test } from 'vitest'
import { timeInName } from '../../../shared/posts/time-in-name.ts'

test.each([
  ['mastodon', '109252111498807689', '2022-10-29'],
  ['linkedin', 'urn:li:share:7058123456789012345', '2023-04-29'],
  ['linkedin_page', 'urn:li:ugcPost:7058123456789012345', '2023-04-29'],
  ['bluesky', 'at://did:plc:tom/app.bsky.feed.post/3jzfcijpj2z2a', '2023-06-30']
] as const)('a name of %s tells when its post was made', (networkId, remoteId, day) => {
  expect(new Date(timeInName({ networkId, remoteId })!).toISOString().slice(0, 10)).toBe(day)
})

test.each([['mastodon', '7'], ['linkedin', 'urn:li:share:7'], ['bluesky', 'at://did:plc:tom/app.bsky.feed.post/self'], ['reddit', 't3_1abcd'], ['mastodon', 'x']] as const)('one of %s that looks otherwise (%s) tells nothing', (networkId, remoteId) => {
  expect(timeInName({ networkId, remoteId })).toBeNull()
})

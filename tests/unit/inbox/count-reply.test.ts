import { describe, expect, it } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { countReply } from '../../../shared/inbox/count-reply.ts'

const account = (networkId: NetworkId) => ({ networkId, remoteId: '1', serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } })
const left = (text: string, networkId: NetworkId, isPrivate = false): number | null => countReply(text, account(networkId), isPrivate).remaining

describe('what is left of an answer', () => {
  it('is held to what a comment may be, where that is less than a post', () => {
    expect([left('a', 'linkedin_page'), left('a', 'facebook'), left('a', 'reddit'), left('a', 'mastodon')]).toEqual([1249, 7999, 9999, 499])
  })

  it('counts the backslashes that Markdown needs', () => {
    expect(left('a_b', 'discord')).toBe(2000 - 4)
  })

  it('is the message’s own in private', () => {
    expect([left('é', 'facebook', true), left('é', 'instagram', true), left('é', 'reddit', true)]).toEqual([1999, 998, 39_999])
  })
})

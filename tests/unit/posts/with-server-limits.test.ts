import { expect, it } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import type { ServerLimits } from '../../../shared/accounts/server-limits.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'
import { withServerLimits } from '../../../shared/networks/with-server-limits.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { Poll } from '../../../shared/posts/poll.ts'
import type { PostContent } from '../../../shared/posts/post.ts'

const silent: ServerLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const told = { poll: { maxChoices: 3, maxChoice: 10, minMinutes: 60, maxMinutes: 120 }, media: { maxImageBytes: 1000, maxVideoBytes: 2000, maxAltText: 20 } }
const server = (serverLimits: ServerLimits): Account => ({ id: 'a', networkId: 'mastodon', handle: '@a', displayName: 'A', serverUrl: 'https://mastodon.example', remoteId: '1', state: 'connected', accessEndsAt: null, serverLimits, lastCheckedAt: null, connectedAt: 0 })

function codesOf(serverLimits: ServerLimits, changes: Partial<PostContent>, media: readonly MediaItem[] = []): readonly string[] {
  const content: PostContent = { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bonjour' }] }] }, targets: [{ accountId: 'a', variant: null }], media: [], ...changes }
  return checkPost(content, [server(serverLimits)], capabilitiesOf, media).filter(({ severity }) => severity === 'stop').map(({ code }) => code)
}

const poll = (changes: Partial<Poll> = {}): Poll => ({ choices: ['Oui', 'Non'], minutes: 60, ...changes })
const picture: MediaItem = { id: 'm', fileName: 'a.png', mediaType: 'image/png', bytes: 1001, width: 10, height: 10 } as MediaItem

it('a server that turned polls off gets the post without it, and that is said', () => {
  const off = { ...silent, poll: { ...told.poll, isOff: true } }
  const content: PostContent = { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bonjour' }] }] }, targets: [{ accountId: 'a', variant: null }], media: [], poll: poll() }
  const [there, on] = [server(off), server({ ...off, poll: { ...off.poll, isOff: false } })]
  const saidOf = (account: Account) => checkPost(content, [account], capabilitiesOf, []).map(({ severity, code }) => `${severity} ${code}`)
  expect([saidOf(there), saidOf(on)]).toEqual([['warn poll_not_here'], []])
  expect([partsFor(content, there, capabilitiesOf('mastodon'))[0]?.poll, partsFor(content, on, capabilitiesOf('mastodon'))[0]?.poll]).toEqual([undefined, poll()])
})

it('a poll is held against what its server states, and against the network where that is silent', () => {
  expect(codesOf(silent, { poll: poll({ choices: ['a', 'b', 'c', 'd'], minutes: 30 }) })).toEqual([])
  expect(codesOf({ ...silent, poll: told.poll }, { poll: poll({ choices: ['a', 'b', 'c', 'eleven signs'], minutes: 30 }) })).toEqual(['poll_too_many_choices', 'poll_choice_too_long', 'poll_minutes'])
  expect(codesOf({ ...silent, poll: { ...told.poll, maxChoices: 6 } }, { poll: poll({ choices: ['a', 'b', 'c', 'd', 'e', 'f'] }) })).toEqual([])
  expect(codesOf(silent, { poll: poll({ choices: ['a', 'b', 'c', 'd', 'e'] }) })).toEqual(['poll_too_many_choices'])
})

it('a file and its description are held against what the server states', () => {
  const media = [{ mediaId: 'm', altText: 'more than twenty signs' }]
  expect(codesOf(silent, { media }, [picture])).toEqual([])
  expect(codesOf({ ...silent, media: told.media }, { media }, [picture])).toEqual(['image_too_large', 'alt_text_too_long'])
})

it('a film is held against what its forum takes, which is none where it says so', () => {
  const film = { id: 'm', fileName: 'a.mp4', mediaType: 'video/mp4', bytes: 9_000_000, width: 10, height: 10, durationMs: 1000, videoCodec: 'h264', frameRate: 25, audioCodec: null } as unknown as MediaItem
  const content: PostContent = { title: 'Le port au matin', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bonjour' }] }] }, targets: [{ accountId: 'a', variant: null }], media: [{ mediaId: 'm', altText: 'la mer' }] }
  const at = (media: ServerLimits['media']) => checkPost(content, [{ ...server({ ...silent, ...(media === undefined ? {} : { media }) }), networkId: 'discourse' }], capabilitiesOf, [film]).map(({ code }) => code)
  const stated = { maxImageBytes: null, maxVideoBytes: 10_485_760, maxAltText: null }
  expect([at(undefined), at({ ...stated, videoTypes: ['video/mp4'] }), at({ ...stated, videoTypes: ['video/webm'] }), at({ ...stated, videoTypes: [] })]).toEqual([['video_too_large'], [], ['video_type_unsupported'], ['videos_not_here']])
})

it('changes nothing of a network whose server says nothing, and nothing but these bounds of any network', () => {
  for (const id of networkIds) {
    const network = capabilitiesOf(id)
    expect(withServerLimits(network, {})).toBe(network)
    const there = withServerLimits(network, told)
    expect({ ...there, poll: network.poll, images: network.images, video: network.video }).toEqual(network.video === undefined ? { ...network, video: undefined } : network)
    expect(typeof there.poll === 'string').toBe(typeof network.poll === 'string')
    expect('video' in there).toBe('video' in network)
    expect(there.images.maxBytes).toEqual({ ...network.images.maxBytes, value: 1000 })
  }
})

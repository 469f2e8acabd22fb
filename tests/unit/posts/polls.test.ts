import { describe, expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { splitQuestion, type Poll } from '../../../shared/posts/poll.ts'
import { textToCompare } from '../../../shared/posts/text-to-compare.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { searchTextOf } from '../../../shared/posts/search-text.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { contentHash } from '../../../electron/engine/safety/content-hash.ts'

const written = (...paragraphs: readonly string[]): RichDocument => ({ type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) })) })
const poll: Poll = { choices: ['Mardi', 'Jeudi'], minutes: 1440 }
const account = (networkId: NetworkId): Account => ({ id: networkId, networkId, handle: `@${networkId}`, displayName: networkId, serverUrl: 'https://server.example', remoteId: '1', state: 'connected', accessEndsAt: null, serverLimits: { maxCharacters: null, maxMedia: null, maxAltText: null } }) as unknown as Account
const asking = (networkId: NetworkId, change: Partial<Poll> = {}, document = written('On ouvre quand ?')): PostContent => ({ title: '', document, targets: [{ accountId: networkId, variant: null }], media: [], poll: { ...poll, ...change } })
const problems = (networkId: NetworkId, change: Partial<Poll> = {}, document?: RichDocument): readonly string[] =>
  checkPost(asking(networkId, change, document), [account(networkId)], capabilitiesOf, []).filter(({ code }) => code.startsWith('poll_')).map(({ severity, code }) => `${severity} ${code}`)

describe('a poll', () => {
  test('goes with the first part where the network has polls, and with none elsewhere', () => {
    const thread: PostContent = { ...asking('mastodon'), moreParts: [{ id: 'p2', document: written('Deux'), variants: [], media: [] }] }
    expect(partsFor(thread, account('mastodon'), capabilitiesOf('mastodon')).map((part) => part.poll)).toEqual([poll, undefined])
    expect(partsFor(thread, account('linkedin'), capabilitiesOf('linkedin')).map((part) => part.poll)).toEqual([poll])
    expect(partsFor(thread, account('bluesky'), capabilitiesOf('bluesky')).map((part) => part.poll)).toEqual([undefined, undefined])
  })

  test('is left out with its reason, never in silence', () => {
    expect(problems('bluesky')).toEqual(['warn poll_none_there'])
    expect(problems('reddit')).toEqual(['warn poll_not_by_interface'])
    expect(problems('mastodon')).toEqual([])
  })

  test.each<[NetworkId, Partial<Poll>, string]>([
    ['mastodon', { choices: ['Mardi', ' '] }, 'stop poll_choice_empty'],
    ['mastodon', { choices: ['Mardi', 'mardi '] }, 'stop poll_choice_twice'],
    ['mastodon', { choices: ['a', 'b', 'c', 'd', 'e'] }, 'stop poll_too_many_choices'],
    ['mastodon', { choices: ['Mardi', 'x'.repeat(51)] }, 'stop poll_choice_too_long'],
    ['x', { choices: ['Mardi', 'x'.repeat(26)] }, 'stop poll_choice_too_long'],
    ['x', { isMultiple: true }, 'stop poll_one_choice'],
    ['x', { minutes: 14 * 1440 }, 'stop poll_minutes'],
    ['linkedin', { minutes: 720 }, 'stop poll_minutes'],
    ['discord', { minutes: 30 }, 'stop poll_minutes'],
    // Nothing that the person chooses would change it.
    ['threads', { minutes: 720 }, 'warn poll_ends_otherwise']
  ])('of %s: %o', (networkId, change, problem) => {
    expect(problems(networkId, change)).toEqual([problem])
  })

  test('stands beside pictures only where the network takes both', () => {
    const media = [{ mediaId: 'm1', altText: 'x' }]
    const codes = (networkId: NetworkId): readonly string[] => checkPost({ ...asking(networkId), media }, [account(networkId)], capabilitiesOf, []).map(({ code }) => code)
    expect(codes('mastodon')).toContain('poll_beside_media')
    expect(codes('discourse')).not.toContain('poll_beside_media')
  })

  test('asks by its last paragraph where the network sets the question apart', () => {
    const { above, question } = splitQuestion(written('On réfléchit aux horaires.', 'Quel jour ?', ''))
    expect([documentToText(above), question]).toEqual(['On réfléchit aux horaires.', 'Quel jour ?'])
    expect(splitQuestion(written('Quel jour ?')).question).toBe('Quel jour ?')
    expect(splitQuestion(written('')).question).toBe('')
    const long = written('Bonjour', 'x'.repeat(141))
    expect(problems('linkedin', {}, long)).toEqual(['stop poll_question_too_long'])
    expect(problems('mastodon', {}, long)).toEqual([])
    expect(problems('telegram', {}, written('x'.repeat(1025), 'Quel jour ?'))).toEqual(['stop poll_text_too_long'])
  })

  test('is part of what an approval is for; a post without one keeps the hash it had', () => {
    const { poll: _none, ...plain } = asking('mastodon')
    expect(contentHash(asking('mastodon'))).not.toBe(contentHash(plain))
    expect(contentHash(asking('mastodon', { choices: ['Mardi', 'Lundi'] }))).not.toBe(contentHash(asking('mastodon')))
    expect(contentHash(asking('mastodon', { minutes: 60 }))).not.toBe(contentHash(asking('mastodon')))
    expect(contentHash({ ...plain, poll: undefined })).toBe(contentHash(plain))
  })

  test('tells two posts with the same words apart, and is found by its choices', () => {
    expect(textToCompare('Quand ?', { poll })).not.toBe(textToCompare('Quand ?', { poll: { ...poll, choices: ['Mardi', 'Lundi'] } }))
    expect(textToCompare('Quand ?', {})).toBe('Quand ?')
    expect(searchTextOf(asking('mastodon'))).toContain('Jeudi')
  })

  test('is compared with that of an earlier version', () => {
    const { poll: _none, ...plain } = asking('mastodon')
    expect(comparePosts(plain, asking('mastodon')).poll).toEqual({ before: null, after: poll })
    expect(isSameToTheEye(comparePosts(plain, asking('mastodon')))).toBe(false)
    expect(isSameToTheEye(comparePosts(asking('mastodon'), asking('mastodon')))).toBe(true)
    expect(changeBetween(asking('mastodon'), asking('mastodon', { minutes: 60 })).others).toEqual(['poll'])
  })
})

import { describe, expect, test } from 'vitest'
import { contentHash } from '../../../electron/engine/safety/content-hash.ts'
import { isSameContent } from '../../../electron/engine/posts/decide-save.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { isHandOverable } from '../../../shared/outbox/hand-over.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { countForAccount } from '../../../shared/posts/count-for-account.ts'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { partsFor, titleAsSent } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { quoteOfAddress } from '../../../shared/posts/quote-of-address.ts'
import type { Quote } from '../../../shared/posts/quote.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { textToCompare } from '../../../shared/posts/text-to-compare.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

const written = (...paragraphs: readonly string[]): RichDocument => ({ type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) })) })
const url = 'https://mastodon.example/@tom/7'
const quote: Quote = { networkId: 'mastodon', serverUrl: 'https://mastodon.example', remoteId: '7', author: 'Tom', handle: '@tom@mastodon.example', text: 'Le port au matin', url, writtenAt: 5 }
const fromBluesky: Quote = { ...quote, networkId: 'bluesky', serverUrl: 'https://bsky.social', remoteId: 'at://did:plc:tom/app.bsky.feed.post/3k' }
const account = (networkId: NetworkId, serverUrl = 'https://mastodon.example'): Account => ({ id: networkId, networkId, handle: `@${networkId}`, displayName: networkId, serverUrl, remoteId: '1', state: 'connected', accessEndsAt: null, serverLimits: { maxCharacters: null, maxMedia: null, charactersPerUrl: null } }) as unknown as Account
const quoting = (networkId: NetworkId, more: Partial<PostContent> = {}): PostContent => ({ title: 'Un titre', document: written('Bien vu', ''), targets: [{ accountId: networkId, variant: null }], media: [], quote, ...more })
const sentTo = (content: PostContent, to: Account) => partsFor(content, to, capabilitiesOf(to.networkId)).map((part) => [documentToText(part.document), part.quote?.remoteId ?? null])
const warned = (content: PostContent, to: Account): readonly string[] => checkPost(content, [to], capabilitiesOf, []).filter(({ code }) => code.startsWith('quote_')).map(({ severity, code }) => `${severity} ${code}`)

describe('a post that quotes another', () => {
  test('holds it where the account can quote it, and ends with its address elsewhere, never in silence', () => {
    expect([sentTo(quoting('mastodon'), account('mastodon')), warned(quoting('mastodon'), account('mastodon'))]).toEqual([[['Bien vu', '7']], []])
    // The same name would be another post there.
    const elsewhere = account('mastodon', 'https://piaille.example')
    expect([sentTo(quoting('mastodon'), elsewhere), warned(quoting('mastodon'), elsewhere)]).toEqual([[[`Bien vu\n\n${url}`, null]], ['warn quote_elsewhere']])
    expect([sentTo(quoting('bluesky'), account('bluesky')), warned(quoting('bluesky'), account('bluesky'))]).toEqual([[[`Bien vu\n\n${url}`, null]], ['warn quote_elsewhere']])
    expect(sentTo(quoting('bluesky', { quote: fromBluesky }), account('bluesky', 'https://pds.example'))).toEqual([['Bien vu', fromBluesky.remoteId]])
  })

  test.each<[NetworkId, string]>([
    ['telegram', 'warn quote_replies_only'], ['discord', 'warn quote_replies_only'], ['x', 'warn quote_not_by_interface'], ['reddit', 'warn quote_elsewhere'], ['linkedin', 'warn quote_elsewhere']
  ])('says why it is a link on %s', (networkId, warning) => {
    expect([warned(quoting(networkId), account(networkId)), sentTo(quoting(networkId), account(networkId))[0]?.[0]]).toEqual([[warning], `Bien vu\n\n${url}`])
  })

  test('is without it where there is no address, or no word can stand', () => {
    const nameless = { ...quote, url: '' }
    expect([warned(quoting('x', { quote: nameless }), account('x')), sentTo(quoting('x', { quote: nameless }), account('x'))]).toEqual([['warn quote_left_out'], [['Bien vu\n\n', null].map((each) => (typeof each === 'string' ? expect.stringMatching(/^Bien vu\s*$/) : each))]])
    const story = quoting('instagram', { targets: [{ accountId: 'instagram', variant: null, format: 'story' }] })
    expect(warned(story, account('instagram'))).toEqual(['warn quote_left_out'])
  })

  test('names its address once, and in the first part of a thread', () => {
    expect(sentTo(quoting('x', { document: written(`Voir ${url}`) }), account('x'))).toEqual([[`Voir ${url}`, null]])
    const thread = quoting('mastodon', { moreParts: [{ id: 'p2', document: written('Deux'), variants: [], media: [] }] })
    expect(sentTo(thread, account('mastodon'))).toEqual([['Bien vu', '7'], ['Deux', null]])
    expect(sentTo(thread, account('x'))).toEqual([[`Bien vu\n\n${url}`, null], ['Deux', null]])
  })

  test('counts the address where it stands', () => {
    const codes = (networkId: NetworkId): readonly string[] => checkPost(quoting(networkId, { document: written('a'.repeat(270)) }), [account(networkId)], capabilitiesOf, []).map(({ code }) => code)
    expect(codes('x')).toContain('text_too_long')
    expect(codes('mastodon')).not.toContain('text_too_long')
  })

  test('takes a poll or a quote on Threads, and both on Mastodon', () => {
    const poll = { choices: ['Oui', 'Non'], minutes: 1440 }
    const onThreads = { ...quote, networkId: 'threads' as const, remoteId: '18' }
    expect(warned(quoting('threads', { poll, quote: onThreads }), account('threads'))).toEqual(['warn quote_beside_poll'])
    expect(warned(quoting('threads', { quote: onThreads }), account('threads'))).toEqual([])
    expect(partsFor(quoting('mastodon', { poll }), account('mastodon'), capabilitiesOf('mastodon'))[0]).toMatchObject({ poll, quote })
  })

  test('is another post than the same words about another one: for the yes of the client, for repeats, for saves and for versions', () => {
    const [one, other] = [quoting('mastodon'), quoting('mastodon', { quote: { ...quote, remoteId: '8', url: '' } })]
    const none: PostContent = { title: 'Un titre', document: written('Bien vu', ''), targets: [{ accountId: 'mastodon', variant: null }], media: [] }
    expect(new Set([one, other, none].map(contentHash)).size).toBe(3)
    expect(new Set([one, other, none].map((content) => textToCompare('Bien vu', { quote: content.quote }))).size).toBe(3)
    expect([isSameContent(one, other), isSameContent(one, none), isSameContent(one, quoting('mastodon'))]).toEqual([false, false, true])
    expect(changeBetween(none, one).others).toContain('quote')
    expect(comparePosts(one, none).quote).toEqual({ before: quote, after: null })
    expect([isSameToTheEye(comparePosts(one, other)), isSameToTheEye(comparePosts(one, quoting('mastodon')))]).toEqual([false, true])
  })

  test('is not given to the network for its time: whether its author lets us is asked when it leaves', () => {
    const job = { kind: 'publish_post', state: 'queued', attempts: 0, dueAt: 10 * 3_600_000 } as const
    expect([isHandOverable(job, capabilitiesOf('mastodon'), 0), isHandOverable({ ...job, quotes: true }, capabilitiesOf('mastodon'), 0)]).toEqual([true, false])
  })
})

describe('the address of a post that was read elsewhere', () => {
  const accounts = [account('bluesky', 'https://pds.example'), account('mastodon')]
  test('names it where an account can quote it', () => {
    expect(quoteOfAddress('https://bsky.app/profile/tom.bsky.social/post/3kabc', accounts)).toEqual({ networkId: 'bluesky', serverUrl: 'https://pds.example', remoteId: 'at://tom.bsky.social/app.bsky.feed.post/3kabc', handle: '@tom.bsky.social' })
    expect(quoteOfAddress('https://bsky.app/profile/did:plc:tom/post/3kabc', accounts)?.remoteId).toBe('at://did:plc:tom/app.bsky.feed.post/3kabc')
    expect(quoteOfAddress('https://mastodon.example/@tom/1234', accounts)).toEqual({ networkId: 'mastodon', serverUrl: 'https://mastodon.example', remoteId: '1234', handle: '@tom@mastodon.example' })
  })

  test.each(['https://piaille.example/@tom/1234', 'https://mastodon.example/@tom', 'https://mastodon.example/@tom/1234/embed', 'http://mastodon.example/@tom/1234', 'https://bsky.app/profile/tom.bsky.social', 'https://bsky.app.example/profile/tom/post/3k', 'https://gazette.example/1', 'nonsense', ''])('%s names none', (address) => {
    expect(quoteOfAddress(address, accounts)).toBeNull()
  })

  test('names none where no account could quote it', () => {
    expect(quoteOfAddress('https://bsky.app/profile/tom.bsky.social/post/3kabc', [account('mastodon')])).toBeNull()
  })

  test.each([
    ['https://www.linkedin.com/feed/update/urn:li:share:7058123456789012345/', 'urn:li:share:7058123456789012345', 'linkedin.com'],
    ['https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7058123456789012345', 'urn:li:ugcPost:7058123456789012345', 'linkedin.com'],
    ['https://www.linkedin.com/posts/lea-martin_phares-en-%C3%A9t%C3%A9-ugcPost-7058123456789012345-AbCd?utm_source=share', 'urn:li:ugcPost:7058123456789012345', 'lea-martin']
  ])('%s is a post of LinkedIn’s, for members and pages', (address, remoteId, handle) => {
    expect(quoteOfAddress(address, [account('linkedin_page', 'https://api.linkedin.com')])).toEqual({ networkId: 'linkedin_page', serverUrl: 'https://api.linkedin.com', remoteId, handle })
    expect(quoteOfAddress(address, accounts)).toBeNull()
  })

  test.each(['https://www.linkedin.com/feed/update/urn:li:activity:7058123456789012345/', 'https://www.linkedin.com/posts/lea-martin_phares-activity-7058123456789012345-AbCd', 'https://www.linkedin.com/in/lea-martin/', 'https://linkedin.com.example/feed/update/urn:li:share:7/', 'https://www.linkedin.com/posts/%E0%A4%A_x-share-7'])('%s is none that programs may name', (address) => {
    expect(quoteOfAddress(address, [account('linkedin')])).toBeNull()
  })
})

describe('a post of LinkedIn’s in one of ours', () => {
  const onLinkedin: Quote = { ...quote, networkId: 'linkedin_page', serverUrl: 'https://api.linkedin.com', remoteId: 'urn:li:share:7', url: 'https://www.linkedin.com/feed/update/urn:li:share:7/' }
  const [member, ofPage] = [account('linkedin', 'https://api.linkedin.com'), account('linkedin_page', 'https://api.linkedin.com')]
  const codes = (content: PostContent, to: Account): readonly string[] => checkPost(content, [to], capabilitiesOf, []).map(({ severity, code }) => `${severity} ${code}`)

  test('is shared by members and pages alike, with words or without', () => {
    for (const to of [member, ofPage]) {
      expect(sentTo(quoting(to.networkId, { quote: onLinkedin }), to)).toEqual([['Bien vu', 'urn:li:share:7']])
      expect(codes(quoting(to.networkId, { quote: onLinkedin, document: written('') }), to)).toEqual([])
    }
    expect(codes(quoting('mastodon', { document: written('') }), account('mastodon'))).toEqual(['stop empty'])
  })

  test('stands beside no picture, in whichever part of a thread that is one post there, and its address takes its place', () => {
    const media = [{ mediaId: 'm', altText: 'un phare' }]
    const inThread = { moreParts: [{ id: 'p2', document: written('Deux'), variants: [], media }] }
    for (const more of [{ media }, inThread]) {
      const content = quoting('linkedin', { quote: onLinkedin, ...more })
      expect(warned(content, member)).toEqual(['warn quote_beside_media'])
      expect(sentTo(content, member)[0]?.[0]).toContain(onLinkedin.url)
    }
    const comment = { moreParts: [{ id: 'c', document: written('Deux'), variants: [], media, isComment: true as const }] }
    expect(warned(quoting('linkedin_page', { quote: onLinkedin, ...comment }), ofPage)).toEqual([])
  })
})

describe('a post of a forum in one of ours', () => {
  const forum = 'https://forum.example'
  const there: Quote = { ...quote, networkId: 'discourse', serverUrl: forum, remoteId: '101', url: `${forum}/t/sujet/10/2` }

  test('is quoted by accounts of that forum, beside pictures and a poll, and is a link on another one', () => {
    const content = quoting('discourse', { quote: there, poll: { choices: ['Oui', 'Non'], minutes: 1440 } })
    expect([sentTo(content, account('discourse', forum)), warned(content, account('discourse', forum))]).toEqual([[['Bien vu', '101']], []])
    const elsewhere = account('discourse', 'https://autre.example')
    expect([sentTo(content, elsewhere)[0]?.[0], warned(content, elsewhere)]).toEqual([`Bien vu\n\n${there.url}`, ['warn quote_elsewhere']])
  })
})

describe('the words of a quoted post', () => {
  const forum = 'https://forum.example'
  const there: Quote = { ...quote, networkId: 'discourse', serverUrl: forum, handle: '@tom', text: 'Le port *au matin*', remoteId: '101', url: `${forum}/t/sujet/10/2` }
  const added = (networkId: NetworkId, of: Quote): number => countForAccount(written('Bien vu'), account(networkId), { quote: of }).count - countForAccount(written('Bien vu'), account(networkId)).count

  test('count in a forum, where they stand in the same text, as they are written there', () => {
    expect(added('discourse', there)).toBe('[quote="tom, post:2, topic:10"]\nLe port \\*au matin\\*\n[/quote]\n\n'.length)
    // Where its address does not tell where it stands, there is room for that.
    expect(added('discourse', { ...there, url: `${forum}/p/101` })).toBeGreaterThan(added('discourse', there))
  })

  test('count nowhere else', () => {
    for (const networkId of ['mastodon', 'bluesky', 'x', 'linkedin_page'] as const) expect([networkId, added(networkId, there)]).toEqual([networkId, 0])
  })

  test('stop a post that is too long with them, and a link to the post does not', () => {
    const codes = (serverUrl: string) => checkPost(quoting('discourse', { quote: { ...there, text: 'a'.repeat(80) } }), [{ ...account('discourse', serverUrl), serverLimits: { maxCharacters: 100, charactersPerUrl: null, maxMedia: null } }], capabilitiesOf, []).map(({ code }) => code)
    expect(codes(forum)).toContain('text_too_long')
    expect(codes('https://autre.example')).not.toContain('text_too_long')
  })
})

describe('a post of Reddit’s in one of ours', () => {
  const there = account('reddit', 'https://oauth.reddit.com')

  test.each(['https://www.reddit.com/r/poterie/comments/1abcd/un_phare/', 'https://old.reddit.com/r/poterie/comments/1abcd', 'https://reddit.com/r/poterie/comments/1abcd/un_phare?utm_source=share'])('%s names it', (address) => {
    expect(quoteOfAddress(address, [there])).toEqual({ networkId: 'reddit', serverUrl: 'https://oauth.reddit.com', remoteId: 't3_1abcd', handle: 'r/poterie' })
  })

  test.each(['https://www.reddit.com/r/poterie/comments/1abcd/un_phare/k2xyz/', 'https://www.reddit.com/r/poterie/', 'https://reddit.com.example/r/poterie/comments/1abcd'])('%s names none', (address) => expect(quoteOfAddress(address, [there])).toBeNull())

  test('goes with its title alone, and what is left out is said', () => {
    const passedOn: Quote = { ...quote, networkId: 'reddit', serverUrl: 'https://oauth.reddit.com', remoteId: 't3_1abcd', url: 'https://www.reddit.com/r/poterie/comments/1abcd/' }
    const content = quoting('reddit', { quote: passedOn })
    expect([sentTo(content, there), warned(content, there)]).toEqual([[['', 't3_1abcd']], ['warn quote_without_words']])
    const silent = quoting('reddit', { quote: passedOn, document: written('') })
    expect(checkPost(silent, [there], capabilitiesOf, []).map(({ code }) => code)).toEqual([])
    expect(checkPost({ ...silent, title: '' }, [there], capabilitiesOf, []).map(({ code }) => code)).toEqual(['title_missing'])
  })
})

describe('a pin that is saved', () => {
  const board = account('pinterest', 'https://api.pinterest.com')
  const pin: Quote = { ...quote, networkId: 'pinterest', serverUrl: 'https://api.pinterest.com', remoteId: '813744226420795884', url: 'https://www.pinterest.com/pin/813744226420795884/', writtenAt: null }
  const bare = (more: Partial<PostContent> = {}): PostContent => quoting('pinterest', { quote: pin, title: '', document: written(''), ...more })
  const codes = (content: PostContent): readonly string[] => checkPost(content, [board], capabilitiesOf, []).map(({ severity, code }) => `${severity} ${code}`)

  test.each(['https://www.pinterest.com/pin/813744226420795884/', 'https://fr.pinterest.com/pin/813744226420795884', 'https://www.pinterest.co.uk/pin/une-tarte--813744226420795884/?mt=login', 'https://pinterest.de/pin/813744226420795884/'])('%s names it', (address) => {
    expect(quoteOfAddress(address, [board])).toEqual({ networkId: 'pinterest', serverUrl: 'https://api.pinterest.com', remoteId: '813744226420795884', handle: 'pinterest.com' })
    expect(quoteOfAddress(address, [account('mastodon')])).toBeNull()
  })

  test.each(['https://www.pinterest.com/atelier/recettes/', 'https://www.pinterest.com/pin/create/button/', 'https://pinterest.com.example/pin/7/', 'https://www.pinterest.zip/pin/7/', 'https://pin.it/abc', 'http://www.pinterest.com/pin/7/'])('%s names none', (address) => expect(quoteOfAddress(address, [board])).toBeNull())

  test('needs no picture and no word, and keeps the section alone', () => {
    expect(codes(bare())).toEqual([])
    const [part] = partsFor(bare({ link: 'https://exemple.fr/', targets: [{ accountId: 'pinterest', variant: null, categories: [{ id: '21', name: 'Salades' }] }] }), board, capabilitiesOf('pinterest'))
    expect(part?.beside).toEqual({ categories: [{ id: '21', name: 'Salades' }] })
  })

  test.each<[string, Partial<PostContent>]>([['words', { document: written('Bien vu') }], ['title', { title: 'Un titre' }], ['link', { link: 'https://exemple.fr/' }]])('goes without our %s, which is said', (_, more) => {
    expect(codes(bare(more))).toEqual(['warn quote_saved_alone'])
    expect(partsFor(bare(more), board, capabilitiesOf('pinterest')).map(({ document, beside }) => [documentToText(document), beside])).toEqual([['', undefined]])
    expect(titleAsSent(bare(more), 'pinterest', pin, capabilitiesOf('pinterest'))).toBe('')
  })

  test('beside a picture of ours is an address in its words', () => {
    const content = bare({ media: [{ mediaId: 'm', altText: 'un phare' }] })
    expect([sentTo(content, board), warned(content, board)]).toEqual([[[pin.url, null]], ['warn quote_beside_media']])
  })

  test('elsewhere is an address too', () => {
    expect(sentTo(quoting('mastodon', { quote: pin }), account('mastodon'))).toEqual([[`Bien vu\n\n${pin.url}`, null]])
  })
})

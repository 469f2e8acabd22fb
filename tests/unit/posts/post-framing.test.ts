import { describe, expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'
import { placeOfProblem } from '../../../renderer/features/composer/jump/place-of-problem.ts'
import { splitPart } from '../../../renderer/features/composer/thread/split-part.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'
import { checkAttachedText } from '../../../shared/posts/check-attached-text.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { changeBetween, isSameToTheEye, comparePosts } from '../../../shared/posts/compare-posts.ts'
import { countForAccount } from '../../../shared/posts/count-for-account.ts'
import { isSameForBoth, keepTogether } from '../../../shared/posts/kept-together.ts'
import { asTopic, framingAsSent, framingKept, isSameFraming, type PostFraming } from '../../../shared/posts/post-framing.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { searchTextOf } from '../../../shared/posts/search-text.ts'
import { checkEdit } from '../../../shared/published/check-edit.ts'
import { defaultVoice } from '../../../shared/voice/voice.ts'
import { voiceProblems } from '../../../shared/voice/voice-problems.ts'

const framing: PostFraming = { warning: ' Spiders 🕷️ ', reach: 'followers', language: 'fr' }
const sent: PostFraming = { ...framing, warning: 'Spiders 🕷️' }
const documentOf = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }] })
const account = (id: string, networkId: Account['networkId'] = 'mastodon'): Account =>
  ({ id, networkId, remoteId: id, handle: `@${id}`, displayName: id, serverUrl: 'https://mastodon.example', state: 'connected', serverLimits: { maxCharacters: 500, charactersPerUrl: 23, maxMedia: 4 } }) as Partial<Account> as Account
const contentWith = (text: string, own: PostFraming | undefined = framing): PostContent => ({ title: '', document: documentOf(text), media: [], targets: [{ accountId: 'a', variant: null, ...(own === undefined ? {} : { framing: own }) }] })
const codes = (content: PostContent, of: Account = account('a')): readonly string[] => checkPost(content, [of], capabilitiesOf, []).map(({ code }) => code)

describe('how a post stands on Mastodon', () => {
  test('is kept without what is as usual, and sent without the spaces around a warning', () => {
    expect(framingKept({ warning: '', reach: 'public' })).toBeUndefined()
    expect(framingAsSent({ warning: '  ', reach: 'public' })).toBeUndefined()
    expect(framingAsSent(framing)).toEqual(sent)
    // The very same, so that nobody has to look again.
    expect(framingAsSent(framing)).toBe(framingAsSent(framing))
  })

  test('goes out with each part, and nowhere where no network knows of it', () => {
    const thread: PostContent = { ...contentWith('One'), moreParts: [{ id: 'b', document: documentOf('Two'), variants: [], media: [] }] }
    expect(partsFor(thread, account('a'), capabilitiesOf('mastodon')).map((part) => part.framing)).toEqual([sent, sent])
    expect(partsFor(thread, account('a', 'bluesky'), capabilitiesOf('bluesky')).map((part) => part.framing)).toEqual([undefined, undefined])
    expect(networkIds.filter((networkId) => capabilitiesOf(networkId).framing !== undefined).toSorted()).toEqual(['facebook', 'google_business', 'instagram', 'mastodon', 'practice', 'threads', 'x'])
  })

  test('the warning counts towards the limit as it is written, and addresses in it are not shortened', () => {
    const words = 'a'.repeat(490)
    expect(countForAccount(documentOf(words), account('a'), { framing: sent })).toMatchObject({ count: 499, remaining: 1, isTooLong: false })
    expect(countForAccount(documentOf(words), account('a'), { framing: { warning: 'https://a-rather-long-address.example/with/a/path' } }).count).toBe(490 + 49)
    expect([codes(contentWith('a'.repeat(491))), codes(contentWith('a'.repeat(492))), codes(contentWith('a'.repeat(492), { ...framing, warning: '' }))]).toEqual([[], ['text_too_long'], []])
    const edit = { account: account('a'), sent: { title: '', document: documentOf('before') }, isOtherThere: false, hasTitle: false, hasMedia: false }
    expect([checkEdit({ ...edit, edited: { title: '', document: documentOf('a'.repeat(492)) } }), checkEdit({ ...edit, edited: { title: '', document: documentOf('a'.repeat(492)) }, framing: sent })]).toEqual([null, 'too_long'])
  })

  test('a long text is cut with room for the warning above each part', () => {
    const long = Array.from({ length: 12 }, (_, at) => `${'b'.repeat(80)} ${at}.`).join(' ')
    const cut = splitPart({ content: contentWith(long, { warning: 'w'.repeat(300) }), place: 0, accounts: [account('a')], isNumbered: false, newId: () => crypto.randomUUID() })
    if (typeof cut === 'string' || cut.kind !== 'split_part') throw new Error(JSON.stringify(cut))
    expect(cut.documents.every((part) => countForAccount(part, account('a'), { framing: { warning: 'w'.repeat(300) } }).count <= 500)).toBe(true)
    expect(cut.documents.length).toBeGreaterThan(5)
  })

  test('a warning needs words below it: a picture alone has none', () => {
    const picture: PostContent = { ...contentWith(''), media: [{ mediaId: 'p', altText: 'A spider' }] }
    expect(codes(picture)).toContain('warning_without_words')
    expect(codes({ ...picture, targets: [{ accountId: 'a', variant: null, framing: { reach: 'followers' } }] })).not.toContain('warning_without_words')
    expect(codes(picture, account('a', 'bluesky'))).not.toContain('warning_without_words')
    const edit = { account: account('a'), sent: { title: '', document: documentOf('before') }, isOtherThere: false, hasTitle: false, hasMedia: true, edited: { title: '', document: documentOf('') } }
    expect([checkEdit(edit), checkEdit({ ...edit, framing: sent })]).toEqual([null, 'empty'])
  })

  test('what stands in a warning is read as the words are: by the client’s voice, for gaps, and when somebody looks for it', () => {
    const warned = contentWith('One', { warning: 'A cheap trick, {date}' })
    const voice = { ...defaultVoice, forbidden: ['cheap'], blocks: ['forbidden' as const] }
    expect(voiceProblems(warned, [account('a')], capabilitiesOf, voice)).toMatchObject([{ code: 'forbidden_word', details: { words: 'cheap' } }])
    expect(voiceProblems(warned, [account('a', 'bluesky')], capabilitiesOf, voice)).toEqual([])
    expect([codes(warned), codes(warned, account('a', 'bluesky'))]).toEqual([['gap_left'], []])
    expect(searchTextOf(warned)).toContain('A cheap trick')
    const at = placeOfProblem({ post: { content: warned } as never }, { severity: 'stop', code: 'forbidden_word', accountId: 'a', details: { words: 'cheap' } })
    expect(at).toMatchObject({ place: 'framing', whose: null })
  })

  test('is each account’s own, also where accounts are kept together', () => {
    const two: PostContent = { ...contentWith('One'), targets: [{ accountId: 'a', variant: documentOf('Ours'), framing }, { accountId: 'b', variant: null }] }
    const kept = keepTogether(two, 'a', ['b'], 'mastodon')
    expect(kept.targets.map((target) => target.framing)).toEqual([framing, undefined])
    expect(isSameForBoth(kept, 'a', 'b')).toBe(true)
    const changed = applyChange(kept, { kind: 'set_framing', accountId: 'b', framing: { reach: 'quiet' } })
    expect(changed.targets.map((target) => target.framing)).toEqual([framing, { reach: 'quiet' }])
    expect(applyChange(changed, { kind: 'set_framing', accountId: 'b', framing: { reach: 'public', warning: '' } }).targets[1]).not.toHaveProperty('framing')
  })

  test('another one is told between two versions', () => {
    const [before, after] = [contentWith('One'), contentWith('One', { ...framing, reach: 'quiet' })]
    expect(comparePosts(before, after).framings).toEqual(['a'])
    expect(changeBetween(before, after).others).toEqual(['framings'])
    expect([isSameToTheEye(comparePosts(before, after)), isSameToTheEye(comparePosts(before, { ...before }))]).toEqual([false, true])
  })
})

describe('how a post stands on Threads', () => {
  const rule = capabilitiesOf('threads').framing!
  const onThreads: PostFraming = { replies: 'followed', topic: ' Tides ', isCovered: true }

  test('is kept without what is as usual, and sent without the spaces around a topic', () => {
    expect(framingKept({ replies: 'everybody', topic: '', isCovered: false, button: 'learn_more' })).toBeUndefined()
    expect([framingKept({ button: 'book' }), isSameFraming({ button: 'book' }, {}), isSameFraming({ button: 'learn_more' }, {})]).toEqual([{ button: 'book' }, false, true])
    expect(framingAsSent(onThreads)).toEqual({ replies: 'followed', topic: 'Tides', isCovered: true })
    expect([isSameFraming({ replies: 'everybody' }, undefined), isSameFraming(onThreads, { ...onThreads, isCovered: false }), isSameFraming({}, { topic: 'Tides' })]).toEqual([true, false, false])
  })

  test('has no topic with the signs that Threads refuses, nor a longer one', () => {
    expect(asTopic('#Salt & sea. 2', rule.topic!.value)).toBe('Salt  sea 2')
    expect([...asTopic('🌊'.repeat(60), rule.topic!.value)]).toHaveLength(50)
  })

  test('what is only so or not told is kept when it is so, and told apart', () => {
    expect(framingKept({ isMadeWithAi: false, isPaidPartnership: true })).toEqual({ isPaidPartnership: true })
    expect([isSameFraming({ isMadeWithAi: true }, { isPaidPartnership: true }), isSameFraming({ isMadeWithAi: false }, undefined), isSameFraming({ isCovered: true }, { isMadeWithAi: true })]).toEqual([false, true, false])
  })

  test('has a long text below its first part alone, beside neither files nor a poll, and no longer than Threads takes', () => {
    const framed: PostFraming = { replies: 'followed', attachedText: ' A long story ' }
    const content: PostContent = { ...contentWith('One', framed), moreParts: [{ id: 'b', document: documentOf('Two'), variants: [], media: [] }] }
    const parts = partsFor(content, account('a', 'threads'), capabilitiesOf('threads'))
    expect(parts.map((part) => part.framing)).toEqual([{ replies: 'followed', attachedText: 'A long story' }, { replies: 'followed' }])
    const against = (part: Parameters<typeof checkAttachedText>[0]) => checkAttachedText(part, capabilitiesOf('threads')).map(({ code }) => code)
    expect([against(parts[0]), against(parts[1]), against(undefined)]).toEqual([[], [], []])
    expect(against({ framing: framed, media: [{ mediaId: 'm', altText: '' }], poll: { choices: ['a', 'b'], minutes: 1440 } })).toEqual(['attached_text_beside_media', 'attached_text_beside_poll'])
    expect([against({ framing: { attachedText: 'a'.repeat(10_000) }, media: [] }), against({ framing: { attachedText: 'a'.repeat(10_001) }, media: [] })]).toEqual([[], ['attached_text_too_long']])
    expect(searchTextOf(content).split('\n')).toContain('A long story')
    expect([isSameFraming(framed, { replies: 'followed' }), isSameFraming({ attachedText: '' }, {}), isSameFraming({ attachedText: 'a' }, { attachedText: 'b' })]).toEqual([false, true, false])
  })

  test('is found by its topic, and told between two versions', () => {
    const [before, after] = [contentWith('One', undefined), contentWith('One', onThreads)]
    expect(searchTextOf(after).split('\n')).toContain('Tides')
    expect(comparePosts(before, after).framings).toEqual(['a'])
  })
})

test('co-authors are kept with the post as they were invited, and nobody is invited by an empty list', () => {
  expect(framingKept({ collaborators: [] })).toBeUndefined()
  expect(framingAsSent({ collaborators: ['marie_o'] })).toEqual({ collaborators: ['marie_o'] })
  expect([isSameFraming({ collaborators: ['marie_o'] }, { collaborators: ['tom'] }), isSameFraming({ collaborators: [] }, undefined)]).toEqual([false, true])
})

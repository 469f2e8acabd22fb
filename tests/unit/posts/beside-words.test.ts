import { expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { teaserFor } from '../../../shared/posts/beside-words.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { searchTextOf } from '../../../shared/posts/search-text.ts'
import { contentAfterEdit } from '../../../shared/published/content-after-edit.ts'
import { compareWithReality, isAsSent } from '../../../shared/reality/compare-with-reality.ts'
import { defaultVoice } from '../../../shared/voice/voice.ts'
import { voiceProblems } from '../../../shared/voice/voice-problems.ts'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'
import { changePart } from '../../../renderer/features/composer/thread/thread-changes.ts'
import { placeOfProblem } from '../../../renderer/features/composer/jump/place-of-problem.ts'
import { ownThingsOf } from '../../../renderer/features/composer/variants/own-text.ts'

const paragraph = (text: string): PostContent['document'] => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const content: PostContent = { title: 'Marché', teaser: ' Samedi dès huit heures ', document: paragraph('Ouvert'), media: [], targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null, teaser: 'Le sien' }, { accountId: 'c', variant: null, teaser: '' }] }
const accountOf = (id: string, networkId: NetworkId = 'wordpress'): Account => ({ id, networkId, remoteId: '1', handle: id, displayName: id, serverUrl: 'https://blog.example', state: 'connected', serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }) as unknown as Account
const besideOf = (id: string, networkId: NetworkId = 'wordpress', post = content) => partsFor(post, accountOf(id, networkId), capabilitiesOf(networkId)).map(({ beside }) => beside)

test('an account gets its own excerpt, none of it too, the others the post’s; no network without such a field gets one', () => {
  expect(['a', 'b', 'c'].map((id) => teaserFor(content, id))).toEqual([' Samedi dès huit heures ', 'Le sien', ''])
  expect([besideOf('a'), besideOf('b'), besideOf('c'), besideOf('a', 'mastodon')]).toEqual([[{ teaser: 'Samedi dès huit heures' }], [{ teaser: 'Le sien' }], [undefined], [undefined]])
  // Of a thread that is one article there, and before its first comment.
  const long: PostContent = { ...content, moreParts: [{ id: 'p', document: paragraph('Fermé'), variants: [], media: [] }] }
  expect(besideOf('a', 'wordpress', long)).toEqual([{ teaser: 'Samedi dès huit heures' }])
})

test('it is written for all and for one, given up and put back, whichever part is in the editor', () => {
  const bare = applyChange(content, { kind: 'set_teaser', text: '' })
  expect([Object.hasOwn(bare, 'teaser'), applyChange(bare, { kind: 'set_teaser', text: '' }) === bare]).toEqual([false, true])
  const own = changePart({ ...content, moreParts: [{ id: 'p', document: paragraph('Fermé'), variants: [], media: [] }] }, 1, { kind: 'set_teaser', text: 'Pour lui', accountId: 'a' })
  expect(own).toMatchObject({ teaser: content.teaser, targets: [{ accountId: 'a', teaser: 'Pour lui' }, { teaser: 'Le sien' }, {}] })
  expect(ownThingsOf(own.targets[0]!)).toEqual(['teaser'])
  const followed = applyChange(own, { kind: 'follow_teaser', accountId: 'a' })
  expect(Object.hasOwn(followed.targets[0]!, 'teaser')).toBe(false)
  expect(applyChange(followed, { kind: 'put_back', thing: 'teaser', owned: own.targets[0]! }).targets[0]).toMatchObject({ teaser: 'Pour lui' })
})

test('versions say how it differs, and it is found by its words', () => {
  const other: PostContent = { ...content, teaser: 'Samedi dès neuf heures', targets: [content.targets[0]!, { accountId: 'b', variant: null }, content.targets[2]!] }
  const comparison = comparePosts(content, other)
  expect(comparison.texts.flatMap(({ place, beside }) => (place.kind === 'teaser' ? [[place.accountId, beside]] : []))).toEqual([[null, 'nothing'], ['b', 'own_text_ended'], ['c', 'nothing']])
  expect([isSameToTheEye(comparison), isSameToTheEye(comparePosts(content, content)), changeBetween(content, other).others]).toEqual([false, true, ['own_texts']])
  expect(searchTextOf(content).split('\n')).toEqual(expect.arrayContaining(['Samedi dès huit heures', 'Le sien']))
  expect(contentAfterEdit(content, { accountId: 'b', part: 1, title: 'Marché', document: paragraph('Fermé') })).toMatchObject({ teaser: content.teaser, targets: [{}, { teaser: 'Le sien' }, { teaser: '' }] })
})

test('a gap that a saved text left in it, and a word that the client does not let out, stop the post and lead there', () => {
  const open: PostContent = { ...content, targets: [{ accountId: 'b', variant: null, teaser: 'Dès {date}, miracle' }] }
  const [gap] = checkPost(open, [accountOf('b')], capabilitiesOf, []).filter(({ severity }) => severity === 'stop')
  expect(gap).toMatchObject({ code: 'gap_left', accountId: 'b' })
  const voice = { ...defaultVoice, blocks: ['forbidden' as const], forbidden: ['miracle'] }
  const [word] = voiceProblems(open, [accountOf('b')], capabilitiesOf, voice)
  expect(word).toMatchObject({ code: 'forbidden_word' })
  const post = { content: open } as Parameters<typeof placeOfProblem>[0]['post']
  expect([gap, word].map((problem) => placeOfProblem({ post }, problem!))).toMatchObject([{ place: 'teaser', whose: 'b' }, { place: 'teaser', whose: 'b' }])
})

test('what stands there is held against what was sent', () => {
  const sent = { title: '', text: 'Ouvert', media: [], card: null, beside: { teaser: 'Court' } }
  const verdicts = [{ text: 'Ouvert', teaser: ' Court\n' }, { text: 'Ouvert', teaser: 'Plus long' }, { text: 'Ouvert' }].map((there) => compareWithReality(sent, there))
  expect(verdicts.map((one) => [one.teaser?.verdict, isAsSent(one)])).toEqual([['exact', true], ['changed', false], ['not_told', true]])
  expect(compareWithReality({ ...sent, beside: undefined }, { text: 'Ouvert', teaser: '' }).teaser).toBeNull()
})

import { describe, expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { checkTags } from '../../../shared/posts/check-tags.ts'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { keepTogether } from '../../../shared/posts/kept-together.ts'
import { tagsOfPart } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { leftOut, lengthTogether, longestTag, mostTags, splitTags, tagsAsSent, tagsFor, tagsSchema, withTags } from '../../../shared/posts/tags.ts'
import { contentAfterEdit } from '../../../shared/published/content-after-edit.ts'

const document: RichDocument = { type: 'doc', content: [{ type: 'paragraph' }] }
const content: PostContent = { title: '', tags: ['mer', 'Pain d’épices'], document, media: [], targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null, tags: ['phare'] }, { accountId: 'c', variant: null, tags: [] }] }

test('what is pasted is parted at commas, semicolons and line breaks, without signs of hashtags and quotation marks', () => {
  expect(splitTags(' mer,  Pain   d’épices ;#phare\n"la côte",, # ,')).toEqual(['mer', 'Pain d’épices', 'phare', 'la côte'])
  expect(splitTags('x'.repeat(900))).toEqual(['x'.repeat(longestTag)])
  expect(tagsSchema.safeParse(withTags([], splitTags(Array.from({ length: 900 }, (_, index) => `t${index}`).join()))).success).toBe(true)
})

test('what nobody sees, and what would turn the words beside a tag, does not come along; what joins emoji and letters does', () => {
  expect(splitTags('\u202Emer\u202C, ph\0are\u0007, pain\u200B, \u2067côte\u2069, \u200F,\uD83D, vi\u00ADgie')).toEqual(['mer', 'phare', 'pain', 'côte', 'vigie'])
  expect(splitTags('👩‍👩‍👧, می‌خواهم, 🏴󠁧󠁢󠁳󠁣󠁴󠁿')).toEqual(['👩‍👩‍👧', 'می‌خواهم', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])
})

test('of a list that is too long, it can be told how many were left out', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `t${index}`)
  expect([leftOut([], many), leftOut(['T1', 'other'], many), leftOut(['a'], ['b', 'B']), leftOut(many.slice(0, mostTags), ['T3'])]).toEqual([5_000 - mostTags, 5_001 - mostTags, 0, 0])
})

test('a tag stands once, whatever its capitals, and nothing new is no change', () => {
  const tags = ['Mer']
  expect(withTags(tags, ['mer', 'phare', 'PHARE'])).toEqual(['Mer', 'phare'])
  expect(withTags(tags, ['MER'])).toBe(tags)
  expect(withTags(Array.from({ length: mostTags }, (_, index) => `${index}`), ['one more'])).toHaveLength(mostTags)
})

test('an account gets its own tags, none of them too, the others the post’s', () => {
  expect(['a', 'b', 'c'].map((id) => tagsFor(content, id))).toEqual([['mer', 'Pain d’épices'], ['phare'], []])
  // Where there are none but among the words, and in no other part than the first.
  expect([['wordpress', 0], ['mastodon', 0], ['wordpress', 1]].map(([networkId, place]) => tagsOfPart(content, { id: 'a', networkId: networkId as NetworkId }, place as number))).toEqual([['mer', 'Pain d’épices'], [], []])
})

test('a forum gets them as it would write them itself', () => {
  expect(tagsAsSent(['Pain d’Épices', 'pain d’épices', 'mer'], { form: 'hyphens' })).toEqual(['pain-d’épices', 'mer'])
  expect(tagsAsSent(['Pain d’Épices'], {})).toEqual(['Pain d’Épices'])
})

describe('each network’s own bounds', () => {
  const account = (networkId: NetworkId, tags?: Account['serverLimits']['tags']): Pick<Account, 'id' | 'serverLimits' | 'networkId'> => ({ id: 'a', networkId, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null, ...(tags === undefined ? {} : { tags }) } })
  const check = (tags: readonly string[], of: ReturnType<typeof account>) => checkTags({ tags: [...tags], targets: [{ accountId: 'a', variant: null }] }, of, capabilitiesOf(of.networkId)).map(({ code, details }) => [code, details] as const)

  test('YouTube counts all together, with commas, and quotation marks around one that has a space', () => {
    expect([lengthTogether(['Foo-Baz']), lengthTogether(['Foo Baz']), lengthTogether(['a', 'b c']), lengthTogether([])]).toEqual([7, 9, 7, 0])
    const full = ['x'.repeat(199), 'y'.repeat(199), 'z'.repeat(100)]
    expect(check(full, account('youtube'))).toEqual([])
    expect(check([...full.slice(0, 2), `${'z'.repeat(50)} ${'z'.repeat(49)}`], account('youtube'))).toEqual([['tags_too_long', { count: 502, max: 500 }]])
    expect(check(['a<b'], account('youtube'))).toEqual([['tag_signs', { tag: 'a<b', signs: '< >' }]])
  })

  test('a forum’s own number and length go before those of a forum as it comes', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f']
    expect(check(six, account('discourse'))).toEqual([['too_many_tags', { count: 6, max: 5 }]])
    expect(check(six, account('discourse', { maxCount: 6, maxEach: null }))).toEqual([])
    expect(check(['mer'], account('discourse', { maxCount: 0, maxEach: null }))).toEqual([['too_many_tags', { count: 1, max: 0 }]])
    expect(check(['x'.repeat(21)], account('discourse'))).toEqual([['tag_too_long', { tag: 'x'.repeat(21), count: 21, max: 20 }]])
  })

  test('what a site or a forum would take out of a tag without a word stops the post', () => {
    expect(check(['C’est <bon>', 'Pain & beurre', 'l\'été'], account('wordpress'))).toEqual([['tag_signs', { tag: 'C’est <bon>', signs: '< >' }]])
    expect(check(['c++', 'l’été'], account('discourse')).map(([code, { tag }]) => [code, tag])).toEqual([['tag_signs', 'c++']])
  })

  test('a hashtag of Dailymotion is one word; where nothing has tags, nothing is said', () => {
    expect(check(['été_2026', 'Pain d’épices'], account('dailymotion'))).toEqual([['tag_one_word', { tag: 'Pain d’épices' }]])
    expect(check(['Pain d’épices', '<'], account('mastodon'))).toEqual([])
  })
})

test('tags that are others are compared, the post’s and those of an account', () => {
  const other: PostContent = { ...content, tags: ['mer'], targets: [{ accountId: 'a', variant: null, tags: ['seul'] }, ...content.targets.slice(1)] }
  const comparison = comparePosts(content, other)
  expect(comparison.tags).toEqual([{ accountId: null, before: ['mer', 'Pain d’épices'], after: ['mer'] }, { accountId: 'a', before: ['mer', 'Pain d’épices'], after: ['seul'] }])
  expect([isSameToTheEye(comparison), isSameToTheEye(comparePosts(content, content)), changeBetween(content, other).others]).toEqual([false, true, ['tags']])
})

test('accounts that are kept together have the same tags for themselves', () => {
  const together = keepTogether(content, 'b', ['a'], 'wordpress')
  expect(['a', 'b', 'c'].map((id) => tagsFor(together, id))).toEqual([['phare'], ['phare'], []])
})

test('other words for what is out leave the tags as they are', () => {
  expect(contentAfterEdit(content, { accountId: 'b', part: 1, title: '', document: { type: 'doc', content: [] } })).toMatchObject({ tags: content.tags, targets: [{}, { tags: ['phare'] }, { tags: [] }] })
})

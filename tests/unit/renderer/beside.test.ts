import { describe, expect, it } from 'vitest'
import { choicesOf, foundChoices } from '../../../renderer/features/composer/beside/beside-choices.ts'
import { textsOfIdea, textsOfPost } from '../../../renderer/features/composer/beside/beside-texts.ts'
import type { Idea } from '../../../shared/ideas/idea.ts'
import type { PostContent, PostSummary } from '../../../shared/posts/post.ts'

const words = (text: string): PostContent['document'] => ({ type: 'doc', content: text === '' ? [{ type: 'paragraph' }] : [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const picture = { mediaId: 'm1', altText: 'The quay' }

describe('what is read at the side', () => {
  it('is every text of the post, the common one before those of accounts, without empty lines', () => {
    const content: PostContent = {
      title: '',
      document: { type: 'doc', content: [...words('Common').content, { type: 'paragraph' }, ...words('More').content] },
      targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: words('Own'), media: [picture] }],
      media: [],
      moreParts: [
        { id: 'p2', document: words('Second'), variants: [{ accountId: 'b', document: words('Own second') }], media: [] },
        { id: 'c', document: words('Comment'), variants: [], media: [], isComment: true }
      ]
    }
    expect(textsOfPost(content).map(({ key, part, isComment, accountId, blocks, media }) => [key, part, isComment, accountId, blocks.length, media.length])).toEqual([
      ['first', 1, false, null, 2, 0],
      ['first b', 1, false, 'b', 1, 1],
      ['p2', 2, false, null, 1, 0],
      ['p2 b', 2, false, 'b', 1, 0],
      ['c', null, true, null, 1, 0]
    ])
  })

  it('names no part where there is one, and is nothing where nothing was written', () => {
    expect(textsOfPost({ title: '', document: words('Alone'), targets: [], media: [] })[0]).toMatchObject({ part: null })
    expect(textsOfPost({ title: '', document: words(''), targets: [{ accountId: 'a', variant: null }], media: [] })).toEqual([])
    expect(textsOfPost({ title: '', document: words(''), targets: [], media: [picture] })[0]).toMatchObject({ blocks: [], media: [picture] })
  })

  it('is title and note of an idea', () => {
    expect(textsOfIdea({ title: 'A walk', note: 'At low tide.\n\nWith boots.' })[0]!.blocks).toHaveLength(3)
  })
})

const post = (id: string, status: PostSummary['status'], more: Partial<PostSummary> = {}): PostSummary => ({
  id, status, excerpt: id, accountIds: [], handedOver: [], mediaIds: [], schedule: null, plan: null, approval: 'none', publishedAt: null, updatedAt: 0, ...more
})
const idea = (id: string, title: string, of: PostSummary | null = null): Idea => ({ id, stage: 'idea', title, note: '', source: null, postId: of?.id ?? null, post: of, updatedAt: 0 })

describe('what can stand at the side', () => {
  it('is in groups, newest drafts first, what comes next first, without the post in hand', () => {
    const groups = choicesOf(
      [
        post('old', 'draft', { updatedAt: 1 }), post('new', 'draft', { updatedAt: 2 }), post('mine', 'draft', { updatedAt: 3 }),
        post('later', 'scheduled', { schedule: { localDateTime: '2026-11-25T08:30', timeZone: 'Europe/Paris', dueAt: 20 } }), post('asks', 'needs_attention', { schedule: { localDateTime: '2026-11-24T08:30', timeZone: 'Europe/Paris', dueAt: 10 } }),
        post('first', 'published', { publishedAt: 1 }), post('last', 'partly_published', { publishedAt: 2 })
      ],
      [idea('i1', 'A walk'), idea('i2', 'Has a draft', post('new', 'draft'))],
      'mine'
    )
    expect(groups.map(({ value, items }) => [value, items.map(({ shown }) => shown.id)])).toEqual([['drafts', ['new', 'old']], ['scheduled', ['asks', 'later']], ['ideas', ['i1']], ['published', ['last', 'first']]])
  })

  it('is what words find, ideas without regard to accents', () => {
    const groups = foundChoices([{ post: post('a', 'published'), passage: 'at the quay' }, { post: post('mine', 'draft'), passage: 'quay' }], [idea('i1', 'Marée basse'), idea('i2', 'Else')], 'mine', 'maree')
    expect(groups.map(({ value, items }) => [value, items.map(({ words: said }) => said)])).toEqual([['ideas', ['Marée basse']], ['published', ['at the quay']]])
  })
})

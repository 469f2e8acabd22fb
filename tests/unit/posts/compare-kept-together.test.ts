import { describe, expect, it } from 'vitest'
import { changeBetween, comparePosts } from '../../../shared/posts/compare-posts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'

const words = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

describe('two versions of a post with accounts that are kept together', () => {
  const own = (text: string, together: string | undefined): PostContent['targets'][number][] => ['a', 'b', 'c'].map((accountId) => ({ accountId, variant: words(text), title: text, tags: [text], ...(together === undefined ? {} : { together }) }))
  const post = (targets: PostContent['targets']): PostContent => ({ title: '', document: words('For all'), targets, media: [] })

  it('says of them once what is the same for all of them', () => {
    const { texts, tags } = comparePosts(post(own('before', 'mastodon')), post(own('after', 'mastodon')))
    expect(texts.map(({ place, alike }) => [place.kind, place.accountId, alike])).toEqual([['title', 'a', ['b', 'c']], ['part', null, undefined], ['part', 'a', ['b', 'c']]])
    expect(tags.map(({ accountId, alike }) => [accountId, alike])).toEqual([['a', ['b', 'c']]])
    // Their words are counted once.
    expect(changeBetween(post(own('before', 'mastodon')), post(own('after', 'mastodon')))).toMatchObject({ added: 2, removed: 2 })
  })

  it('says it of each that is kept with none, and of one that says something else', () => {
    expect(comparePosts(post(own('before', undefined)), post(own('after', undefined))).texts.map(({ place, alike }) => [place.accountId, alike])).toEqual([['a', undefined], ['b', undefined], ['c', undefined], [null, undefined], ['a', undefined], ['b', undefined], ['c', undefined]])
    const [a, b, c] = own('after', 'mastodon')
    const { texts } = comparePosts(post(own('before', 'mastodon')), post([a!, b!, { ...c!, variant: words('quite another') }]))
    expect(texts.filter(({ place }) => place.kind === 'part').map(({ place, alike }) => [place.accountId, alike])).toEqual([[null, undefined], ['a', ['b']], ['c', undefined]])
  })
})

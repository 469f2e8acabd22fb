import { describe, expect, it } from 'vitest'
import { rankPosts, type CountedPost } from '../../../shared/figures/worth-repeating.ts'

const post = (postId: string, accountId: string, likes: number, publishedAt = 0): CountedPost => ({ postId, accountId, publishedAt, figures: { likes } })
const order = (counted: readonly CountedPost[], before = 1): readonly string[] => rankPosts(counted, before).map(({ postId }) => postId)

describe('posts worth repeating', () => {
  it('are ranked by what is usual for their account: a small account may win', () => {
    const large = [post('a', 'large', 1000), post('b', 'large', 1100), post('c', 'large', 1200)]
    const small = [post('d', 'small', 2), post('e', 'small', 2), post('f', 'small', 20)]
    expect(order([...large, ...small])[0]).toBe('f')
    expect(rankPosts([...large, ...small], 1)[0]?.timesUsual).toBe(10)
  })

  it('say nothing of what is usual where an account has few posts, and stand behind the good; what moved fewer than usual is left out', () => {
    const ranked = rankPosts([post('a', 'new', 5), post('b', 'old', 1), post('c', 'old', 2), post('d', 'old', 8)], 1)
    expect(ranked.map(({ postId, timesUsual }) => [postId, timesUsual])).toEqual([['d', 4], ['a', null], ['c', 1]])
  })

  it('are all out for long enough, on each of their accounts', () => {
    expect(order([post('a', 'one', 9, 10), post('b', 'one', 9, 30), post('c', 'one', 9, 10), post('c', 'two', 9, 30)], 20)).toEqual(['a'])
  })

  it('moved somebody, and count the views where a network tells nothing else', () => {
    expect(order([post('a', 'one', 0), { ...post('b', 'one', 0), figures: { views: 40 } }, { ...post('c', 'one', 0), figures: { views: 900, likes: 1 } }])).toEqual(['b', 'c'])
  })

  it('add up what their accounts counted, and never make a nought of what nobody told', () => {
    const [only] = rankPosts([{ ...post('a', 'one', 3), figures: { likes: 3, views: 10 } }, post('a', 'two', 4)], 1)
    expect(only?.figures).toEqual({ views: 10, likes: 7 })
  })
})

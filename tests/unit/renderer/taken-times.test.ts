import { expect, test } from 'vitest'
import { takenTimes } from '../../../renderer/features/composer/taken-times.ts'

type Post = Parameters<typeof takenTimes>[0][number]

const at = (text: string) => Date.parse(`${text}:00Z`)
const schedule = (text: string): Post['schedule'] => ({ localDateTime: text, timeZone: 'UTC', dueAt: at(text) })
const post = (id: string, facts: Partial<Post>): Post => ({ id, status: 'scheduled', accountIds: ['bluesky'], schedule: null, plan: null, publishedAt: null, ...facts })
const noon = '2026-11-21T12:00'

test('a post that waits, one that is planned and one that is out take their time', () => {
  const posts = [
    post('waits', { schedule: schedule(noon) }),
    post('planned', { status: 'draft', plan: { localDateTime: '2026-11-21T14:00', timeZone: 'UTC', at: at('2026-11-21T14:00') } }),
    post('out', { status: 'published', publishedAt: at('2026-11-21T09:00') })
  ]
  expect(takenTimes(posts, { accountIds: ['bluesky'], postId: null })).toEqual([at(noon), at('2026-11-21T14:00'), at('2026-11-21T09:00')])
})

test('the time of another account is free', () => {
  const posts = [post('elsewhere', { accountIds: ['mastodon'], schedule: schedule(noon) })]
  expect(takenTimes(posts, { accountIds: ['bluesky'], postId: null })).toEqual([])
  expect(takenTimes(posts, { accountIds: ['bluesky', 'mastodon'], postId: null })).toEqual([at(noon)])
})

test('as long as nobody knows where a post is to go, the times of all count', () => {
  expect(takenTimes([post('waits', { schedule: schedule(noon) })], { accountIds: [], postId: null })).toEqual([at(noon)])
  expect(takenTimes([post('waits', { accountIds: [], schedule: schedule(noon) })], { accountIds: ['bluesky'], postId: null })).toEqual([at(noon)])
})

test('neither the post in hand nor one that was deleted takes any', () => {
  const posts = [post('own', { schedule: schedule(noon) }), post('deleted', { status: 'removed', publishedAt: at(noon) })]
  expect(takenTimes(posts, { accountIds: ['bluesky'], postId: 'own' })).toEqual([])
})

test('an hour that a network still has, and one of an account alone, are taken where they count', () => {
  const moved = post('moved', { accountIds: ['bluesky', 'mastodon'], schedule: schedule(noon), stillAt: at('2026-11-21T10:00'), apart: [{ accountId: 'mastodon', at: at('2026-11-21T16:00') }] })
  expect(takenTimes([moved], { accountIds: ['bluesky'], postId: null })).toEqual([at(noon), at('2026-11-21T10:00')])
  expect(takenTimes([moved], { accountIds: ['mastodon'], postId: null })).toContain(at('2026-11-21T16:00'))
})

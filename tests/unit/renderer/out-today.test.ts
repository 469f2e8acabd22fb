import { expect, test } from 'vitest'
import { outToday, toCalendarEvents } from '../../../renderer/features/calendar/calendar-events.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'

const at = (time: string): number => Date.parse(`2026-11-${time}:00+01:00`)
const now = at('21T12:00')
const post = (id: string, status: PostSummary['status'], moment: number): PostSummary => ({ id, status, excerpt: id, publishedAt: status === 'published' || status === 'removed' ? moment : null, schedule: { localDateTime: '', timeZone: 'Europe/Paris', dueAt: moment }, plan: null }) as Partial<PostSummary> as PostSummary

test('of today, what is out stands behind what is still to come; what asks for a decision stands first, and no other day changes', () => {
  const posts = [post('yesterday', 'published', at('20T09:00')), post('early', 'published', at('21T08:00')), post('asks', 'needs_attention', at('21T09:00')), post('next', 'scheduled', at('21T15:00')), post('tomorrow', 'scheduled', at('22T09:00'))]
  const behind = outToday(posts, now, 'Europe/Paris')
  expect(behind).toEqual(['early'])
  expect(toCalendarEvents(posts, new Set(behind), 'Europe/Paris').map(({ id, order }) => [id, order])).toEqual([['yesterday', 0], ['early', 1], ['asks', -1], ['next', 0], ['tomorrow', 0]])
})

test('what was deleted from its network stands behind too; what asks of another day stands first in it', () => {
  const posts = [post('deleted', 'removed', at('21T08:00')), post('asks', 'needs_attention', at('21T11:00')), post('deleted before', 'removed', at('20T09:00')), post('asks since', 'needs_attention', at('20T18:00'))]
  const behind = outToday(posts, now, 'Europe/Paris')
  expect(behind).toEqual(['deleted'])
  expect(toCalendarEvents(posts, new Set(behind), 'Europe/Paris').map(({ id, order }) => [id, order])).toEqual([['deleted', 1], ['asks', -1], ['deleted before', 0], ['asks since', -1]])
})

test('the day is that of the client’s clocks', () => {
  const late = post('late', 'published', at('21T00:30'))
  expect(outToday([late], now, 'Europe/Paris')).toEqual(['late'])
  expect(outToday([late], now, 'America/New_York')).toEqual([])
})

test('a post late in the evening stands on its own day and on no other', () => {
  const [late, early] = toCalendarEvents([post('late', 'published', at('21T23:36')), post('early', 'published', at('21T08:00'))], new Set(), 'Europe/Paris')
  expect(late?.end).toEqual(new Date(at('22T00:00')))
  expect(early?.end).toEqual(new Date(at('21T08:45')))
})

import { expect, test } from 'vitest'
import { slotAt } from '../../../renderer/features/calendar/calendar-slots.ts'
import { isPlannedSecond, plannedTime } from '../../../renderer/features/composer/composer-state.ts'
import { newPost, takenOver, withPlan } from '../../../renderer/features/composer/open-post.ts'
import { sendingObstacle } from '../../../renderer/features/composer/sending-obstacle.ts'

const timeZone = 'Europe/Paris'
/** 10:00:30 in Paris. */
const now = Date.parse('2026-11-21T09:00:30Z')
const at = (time: string) => ({ time, timeZone, now })

test.each([
  ['a draft with problems and a good time', '2026-11-28T09:00', true, null, 'checks'],
  ['a draft with problems and a past time', '2026-11-20T09:00', true, null, 'checks'],
  ['a draft for yesterday', '2026-11-20T09:00', false, null, 'past'],
  ['a draft for the minute before', '2026-11-21T09:59', false, null, 'past'],
  ['a draft for this very minute', '2026-11-21T10:00', false, null, null],
  ['a draft while its time is typed', '', false, null, 'no_time'],
  ['a draft with a good time', '2026-11-28T09:00', false, null, null],
  ['a waiting post without another time', '2026-11-28T09:00', false, '2026-11-28T09:00', 'same_time'],
  ['a waiting post moved', '2026-11-29T09:00', true, '2026-11-28T09:00', null],
  ['a waiting post moved to the past', '2026-11-20T09:00', false, '2026-11-28T09:00', 'past']
] as const)('%s', (_name, time, hasProblem, scheduledFor, obstacle) => {
  expect(sendingObstacle(at(time), hasProblem, scheduledFor)).toBe(obstacle)
})

test.each([
  ['a draft', '2026-11-28T09:00', 'occasion_over'],
  ['a draft for yesterday', '2026-11-20T09:00', 'past'],
  ['a draft while its time is typed', '', 'no_time']
] as const)('%s whose event is over by its time is kept from that time, and not from leaving at once', (_name, time, obstacle) => {
  // At once: what `checks` alone keeps back.
  expect(sendingObstacle({ ...at(time), isOccasionOver: true }, false, null)).toBe(obstacle)
})

test.each([
  ['2026-11-28T09:00', { kind: 'free', at: '2026-11-28T09:00' }],
  ['2026-11-21T09:00', { kind: 'later_today', at: '2026-11-21T10:30' }],
  ['2026-11-20T09:00', { kind: 'over' }]
])('the slot %s', (wanted, slot) => {
  expect(slotAt(wanted, now, timeZone)).toEqual(slot)
})

test('today offers nothing any more once its last half hour has begun', () => {
  expect(slotAt('2026-11-21T09:00', Date.parse('2026-11-21T22:45Z'), timeZone)).toEqual({ kind: 'over' })
})

test('the time in hand goes before the stored plan, also when it was taken away; a plan of another zone is shown in the client’s', () => {
  const plan = { localDateTime: '2026-11-28T03:00', timeZone: 'America/Montreal', at: Date.parse('2026-11-28T08:00Z') }
  expect(plannedTime({ plan, planChange: null }, timeZone)).toBe('2026-11-28T09:00')
  expect(plannedTime({ plan, planChange: { to: null } }, timeZone)).toBeNull()
  expect(plannedTime({ plan, planChange: { to: '2026-12-01T10:00' } }, timeZone)).toBe('2026-12-01T10:00')
  expect(plannedTime({ plan: null, planChange: null }, timeZone)).toBeNull()
})

const plan = { localDateTime: '2026-11-28T09:00', timeZone, at: Date.parse('2026-11-28T08:00Z') }
const open = { ...newPost('p', [], null), revision: 3, save: { kind: 'saved', at: 1 } as const, planChange: { to: '2026-12-01T10:00' } }

test('a plan that changed elsewhere is taken over, but not against a time in hand, and not from an answer that is older than the last save', () => {
  const fresh = { ...newPost('p', [], null), revision: 3, plan }
  expect(takenOver(open, fresh)).toMatchObject({ plan, planChange: null })
  expect(takenOver({ ...open, save: { kind: 'waiting' } }, fresh)).toMatchObject({ plan, planChange: { to: '2026-12-01T10:00' } })
  expect(takenOver(open, { ...fresh, revision: 2 })).toEqual({})
})

test('a time alone is saved with a post that is there, and waits for the first word of a new one', () => {
  expect(withPlan(open, null)).toMatchObject({ planChange: { to: null }, save: { kind: 'waiting' } })
  expect(withPlan(newPost('p', [], null), '2026-12-01T10:00')).toMatchObject({ planChange: { to: '2026-12-01T10:00' }, save: { kind: 'untouched' } })
})

test('the other of a double hour is another time, and may be to come while the first is over', () => {
  const hour = { time: '2026-10-25T02:30', timeZone: 'Europe/Paris' }
  const before = Date.UTC(2026, 9, 24, 9)
  expect(sendingObstacle({ ...hour, now: before, isSecond: true }, false, hour.time, false)).toBeNull()
  expect(sendingObstacle({ ...hour, now: before, isSecond: false }, false, hour.time, true)).toBeNull()
  expect(sendingObstacle({ ...hour, now: before, isSecond: true }, false, hour.time, true)).toBe('same_time')
  const between = Date.UTC(2026, 9, 25, 1)
  expect(sendingObstacle({ ...hour, now: between }, false, null)).toBe('past')
  expect(sendingObstacle({ ...hour, now: between, isSecond: true }, false, null)).toBeNull()
})

test('of an hour that comes twice, the plan says which: as stored, or as just chosen', () => {
  const twice = { localDateTime: '2026-10-25T02:30', timeZone: 'Europe/Paris', at: Date.parse('2026-10-25T01:30Z') }
  expect(isPlannedSecond({ plan: twice, planChange: null }, 'Europe/Paris')).toBe(true)
  expect(isPlannedSecond({ plan: { ...twice, at: Date.parse('2026-10-25T00:30Z') }, planChange: null }, 'Europe/Paris')).toBe(false)
  expect(isPlannedSecond({ plan: twice, planChange: { to: twice.localDateTime } }, 'Europe/Paris')).toBe(false)
  expect(withPlan(open, twice.localDateTime, true)).toMatchObject({ planChange: { to: twice.localDateTime, isSecond: true } })
})

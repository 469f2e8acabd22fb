import { expect, test } from 'vitest'
import { suggestedTime } from '../../../renderer/features/composer/schedule-choice.ts'

const at = (text: string, zone = 'Europe/Paris') => suggestedTime(Date.parse(text), zone)

test('the next half hour that leaves ten minutes', () => {
  expect(at('2026-11-21T14:05:00+01:00')).toBe('2026-11-21T14:30')
  expect(at('2026-11-21T14:21:00+01:00')).toBe('2026-11-21T15:00')
})

test('nobody is asked to publish at night: it is the next morning of the client’s', () => {
  expect(at('2026-11-21T21:25:00+01:00')).toBe('2026-11-22T09:00')
  expect(at('2026-11-21T23:55:00+01:00')).toBe('2026-11-22T09:00')
  expect(at('2026-11-22T02:10:00+01:00')).toBe('2026-11-22T09:00')
  expect(at('2026-11-30T22:40:00+01:00')).toBe('2026-12-01T09:00')
})

test('the edges of the day are day', () => {
  expect(at('2026-11-21T07:50:00+01:00')).toBe('2026-11-21T08:00')
  expect(at('2026-11-21T21:20:00+01:00')).toBe('2026-11-21T21:30')
})

test('it is the client’s zone that counts', () => {
  expect(at('2026-11-21T03:05:00Z', 'America/New_York')).toBe('2026-11-21T09:00')
  expect(at('2026-11-21T02:05:00Z', 'Asia/Tokyo')).toBe('2026-11-21T11:30')
})

const besides = (text: string, ...taken: readonly string[]) => suggestedTime(Date.parse(text), 'Europe/Paris', taken.map((time) => Date.parse(time)))

test('it keeps an hour from other posts, before and after', () => {
  expect(besides('2026-11-21T14:05:00+01:00', '2026-11-21T14:30:00+01:00')).toBe('2026-11-21T15:30')
  expect(besides('2026-11-21T14:05:00+01:00', '2026-11-21T13:45:00+01:00')).toBe('2026-11-21T15:00')
  expect(besides('2026-11-21T14:05:00+01:00', '2026-11-21T15:30:00+01:00')).toBe('2026-11-21T14:30')
  expect(besides('2026-11-21T14:05:00+01:00', '2026-11-21T15:29:00+01:00')).toBe('2026-11-21T16:30')
})

test('three posts in a row get three times', () => {
  const taken: string[] = []
  for (let count = 0; count < 3; count += 1) taken.push(`${besides('2026-11-21T14:05:00+01:00', ...taken)}+01:00`)
  expect(taken).toEqual(['2026-11-21T14:30+01:00', '2026-11-21T15:30+01:00', '2026-11-21T16:30+01:00'])
})

test('an evening that is full goes on the next morning, and a morning that is taken after it', () => {
  expect(besides('2026-11-21T20:45:00+01:00', '2026-11-21T21:00:00+01:00')).toBe('2026-11-22T09:00')
  expect(besides('2026-11-21T20:45:00+01:00', '2026-11-21T21:00:00+01:00', '2026-11-22T09:15:00+01:00')).toBe('2026-11-22T10:30')
})

test('the hour that comes twice does not bring two posts together', () => {
  // The night of 24 to 25 October, when Paris sets its clocks back: instants count, not figures.
  expect(besides('2026-10-25T07:40:00+01:00', '2026-10-25T08:30:00+02:00')).toBe('2026-10-25T08:30')
})

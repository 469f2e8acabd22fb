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

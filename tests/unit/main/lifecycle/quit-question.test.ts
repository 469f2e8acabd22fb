import { expect, test } from 'vitest'
import { quitQuestion } from '../../../../electron/main/lifecycle/quit-question.ts'
import { textsFor } from '../../../../electron/main/language/texts.ts'

const now = new Date('2026-11-21T08:00:00').getTime()
const nextDueAt = new Date('2026-11-21T14:30:00').getTime()
const english = textsFor('en')

test('asks nothing when nothing is due today', () => {
  expect(quitQuestion({ sending: 0, leaving: 0, dueToday: 0, nextDueAt: null }, english, now)).toBeNull()
  expect(quitQuestion({ sending: 0, leaving: 0, dueToday: 0, nextDueAt: now + 3 * 86_400_000 }, english, now)).toBeNull()
})

test('says what is still due, and when', () => {
  expect(quitQuestion({ sending: 0, leaving: 0, dueToday: 2, nextDueAt }, english, now)).toEqual({
    message: '2 posts are still to go out today',
    detail: `The next one leaves: 14:30.\n\n${english.quitting.consequence}`
  })
  expect(quitQuestion({ sending: 0, leaving: 0, dueToday: 1, nextDueAt }, textsFor('fr'), now)).toEqual({
    message: '1 publication est encore à envoyer aujourd’hui',
    detail: `Prochain départ : 14:30.\n\n${textsFor('fr').quitting.consequence}`
  })
})

test('says what is on its way', () => {
  expect(quitQuestion({ sending: 1, leaving: 0, dueToday: 0, nextDueAt: null }, english, now)).toEqual({ message: '1 post is being sent', detail: english.quitting.consequence })
  expect(quitQuestion({ sending: 2, leaving: 0, dueToday: 1, nextDueAt }, english, now)?.message).toBe('2 posts are being sent · 1 post is still to go out today')
})

import { expect, test } from 'vitest'
import { placeOf } from '../../../shared/outbox/place-of.ts'

test.each([
  ['a post', undefined, { kind: 'post', hasComment: false }],
  ['a part', { number: 2, of: 3 }, { kind: 'part', number: 2, of: 3, hasComment: false }],
  ['the last part of a thread without a comment', { number: 2, of: 2 }, { kind: 'part', number: 2, of: 2, hasComment: false }],
  ['a post with a comment', { number: 1, of: 2, hasComment: true }, { kind: 'post', hasComment: true }],
  ['its comment', { number: 2, of: 2, hasComment: true }, { kind: 'comment' }],
  ['a part of a thread with a comment', { number: 2, of: 3, hasComment: true }, { kind: 'part', number: 2, of: 2, hasComment: true }],
  ['the comment under a thread', { number: 3, of: 3, hasComment: true }, { kind: 'comment' }]
] as const)('%s', (_name, part, place) => expect(placeOf(part)).toEqual(place))

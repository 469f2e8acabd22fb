import { expect, test } from 'vitest'
import { ownAppProblems } from '../../../shared/networks/own-app-problems.ts'

const here = { secret: 'required', redirect: 'fixed_ports' } as const
const pasted = { secret: 'required', redirect: 'pasted' } as const
const right = { clientId: 'id', clientSecret: 'secret', redirectUri: '' }
const long = (length: number): string => 'a'.repeat(length)

test('nothing is wrong with what fits, with white space around it or signs that nobody sees', () => {
  expect(ownAppProblems(right, here)).toEqual({})
  expect(ownAppProblems({ ...right, clientId: ' id\u200B\n', clientSecret: '\tsecret ' }, here)).toEqual({})
})

test.each([
  ['', { kind: 'missing' }],
  ['   ', { kind: 'missing' }],
  ['\u200B', { kind: 'missing' }],
  ['se cret', { kind: 'space_within' }],
  ['se\u00A0cret', { kind: 'space_within' }],
  [long(1_025), { kind: 'too_long', limit: 1_024 }],
  [long(10_000), { kind: 'too_long', limit: 1_024 }]
])('a key of %j is told', (text, problem) => {
  expect(ownAppProblems({ ...right, clientId: text }, here)).toEqual({ clientId: problem })
  expect(ownAppProblems({ ...right, clientSecret: text }, here)).toEqual({ clientSecret: problem })
})

test('a secret may be missing where an app can have none, and is still held to the rest', () => {
  for (const secret of ['optional', 'none'] as const) {
    expect(ownAppProblems({ ...right, clientSecret: '' }, { ...here, secret })).toEqual({})
    expect(ownAppProblems({ ...right, clientSecret: 'a b' }, { ...here, secret })).toEqual({ clientSecret: { kind: 'space_within' } })
  }
})

test.each([
  ['', { kind: 'missing' }],
  ['example.com/back', { kind: 'no_address' }],
  ['https://', { kind: 'no_address' }],
  ['http://example.com/back', { kind: 'not_https' }],
  ['ftp://example.com/back', { kind: 'not_https' }],
  [`https://example.com/${long(500)}`, { kind: 'too_long', limit: 512 }]
])('an address to come back to of %j is told', (redirectUri, problem) => {
  expect(ownAppProblems({ ...right, redirectUri }, pasted)).toEqual({ redirectUri: problem })
})

test('an address is taken by https and on this computer, and is of no account where logins come back here', () => {
  for (const redirectUri of ['https://example.com/back', ' https://example.com/back ', 'http://localhost:28347/vigie', 'http://127.0.0.1/x']) expect(ownAppProblems({ ...right, redirectUri }, pasted)).toEqual({})
  expect(ownAppProblems({ ...right, redirectUri: 'nothing' }, here)).toEqual({})
  const either = { ...pasted, redirect: 'localhost_or_pasted' } as const
  expect(ownAppProblems(right, either)).toEqual({})
  expect(ownAppProblems({ ...right, redirectUri: 'http://example.com' }, either)).toEqual({ redirectUri: { kind: 'not_https' } })
})

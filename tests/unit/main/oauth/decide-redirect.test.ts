import { expect, test } from 'vitest'
import { decideRedirect, readPastedAddress } from '../../../../electron/main/oauth/decide-redirect.ts'

const expected = { host: '127.0.0.1:5000', path: '/vigie/nonce', isPathSecret: true, state: 'the-state' }
const request = (target: string, changes: { method?: string; host?: string } = {}) => ({ method: 'GET', host: '127.0.0.1:5000', target, ...changes })
const finish = (answer: unknown) => ({ kind: 'finish', answer })

test('takes the code of the login that was begun', () => {
  expect(decideRedirect(request('/vigie/nonce?code=abc&state=the-state'), expected)).toEqual(finish({ kind: 'code', code: 'abc', issuer: null }))
})

test.each([
  ['another method', request('/vigie/nonce?code=abc&state=the-state', { method: 'POST' }), 405],
  ['a foreign host (DNS rebinding)', request('/vigie/nonce?code=abc&state=the-state', { host: 'evil.example:5000' }), 400],
  ['localhost instead of the address', request('/vigie/nonce?code=abc&state=the-state', { host: 'localhost:5000' }), 400],
  ['no host', request('/vigie/nonce?code=abc&state=the-state', { host: '' }), 400],
  ['another path', request('/vigie/guess?code=abc&state=the-state'), 404],
  ['the path and more', request('/vigie/nonce/x?code=abc&state=the-state'), 404],
  ['the icon that every browser asks for', request('/favicon.ico'), 404],
  ['a proxy request for elsewhere', request('http://evil.example/vigie/nonce?code=abc&state=the-state'), 404],
  ['an address that is none', request('http://['), 400]
])('turns away %s without an effect', (_what, incoming, status) => {
  expect(decideRedirect(incoming, expected)).toEqual({ kind: 'ignore', status })
})

test('expects nothing before the login page is open', () => {
  expect(decideRedirect(request('/vigie/nonce?code=abc&state='), { ...expected, state: null })).toEqual({ kind: 'ignore', status: 404 })
})

test.each([
  ['a wrong state', '?code=abc&state=other'],
  ['no state', '?code=abc'],
  ['an empty state', '?code=abc&state='],
  ['two states', '?code=abc&state=the-state&state=other'],
  ['a denial with a wrong state', '?error=access_denied&state=other'],
  ['two codes', '?code=abc&code=def&state=the-state'],
  ['no code', '?state=the-state'],
  ['an endless code', `?state=the-state&code=${'x'.repeat(5_000)}`],
  ['a fault of the server', '?error=server_error&state=the-state']
])('ends the login at %s', (_what, query) => {
  expect(decideRedirect(request(`/vigie/nonce${query}`), expected)).toEqual(finish({ kind: 'refused' }))
})

test('knows a denial by the person', () => {
  expect(decideRedirect(request('/vigie/nonce?error=access_denied&state=the-state'), expected)).toEqual(finish({ kind: 'denied' }))
})

test('tells which server sends the redirect, where it names itself', () => {
  expect(decideRedirect(request('/vigie/nonce?code=abc&state=the-state&iss=https%3A%2F%2Flogin.example'), expected)).toEqual(finish({ kind: 'code', code: 'abc', issuer: 'https://login.example' }))
})

test('at a path that everybody knows, a stray call does not end the login', () => {
  const known = { ...expected, path: '/vigie', isPathSecret: false }
  for (const query of ['', '?code=stolen', '?code=stolen&state=other', '?error=access_denied&state=other']) {
    expect(decideRedirect(request(`/vigie${query}`), known)).toEqual({ kind: 'ignore', status: 400 })
  }
  expect(decideRedirect(request('/vigie?code=abc&state=the-state'), known)).toEqual(finish({ kind: 'code', code: 'abc', issuer: null }))
})

test.each([
  ['the final address', 'https://site.example/back?code=abc&state=the-state'],
  ['with white space round it', '  https://site.example/back?state=the-state&code=abc#_ \n'],
  ['only its end', '?code=abc&state=the-state'],
  ['its end without the mark', 'code=abc&state=the-state'],
  ['with the answer behind a hash', 'https://site.example/back#code=abc&state=the-state']
])('reads a pasted address: %s', (_what, pasted) => {
  expect(readPastedAddress(pasted, 'the-state')).toEqual({ kind: 'code', code: 'abc', issuer: null })
})

test.each([['nothing', ''], ['another page', 'https://site.example/news'], ['another login', '?code=abc&state=other'], ['words', 'it did not work']])('takes %s for no answer to this login', (_what, pasted) => {
  expect(readPastedAddress(pasted, 'the-state')).toBeNull()
})

test('a pasted refusal ends the login', () => {
  expect(readPastedAddress('https://site.example/back?error=access_denied&state=the-state', 'the-state')).toEqual({ kind: 'denied' })
})

import { expect, test } from 'vitest'
import { decideRedirect } from '../../../../electron/main/oauth/decide-redirect.ts'

const expected = { host: '127.0.0.1:5000', path: '/vigie/nonce', state: 'the-state' }
const request = (target: string, changes: { method?: string; host?: string } = {}) => ({ method: 'GET', host: '127.0.0.1:5000', target, ...changes })
const finish = (answer: unknown) => ({ kind: 'finish', answer })

test('takes the code of the login that was begun', () => {
  expect(decideRedirect(request('/vigie/nonce?code=abc&state=the-state'), expected)).toEqual(finish({ kind: 'code', code: 'abc' }))
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

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { createLinkedinConnect } from '../../../electron/engine/networks/linkedin/linkedin-connect.ts'
import { linkedinApiUrl, linkedinLoginUrl, type LinkedinKind } from '../../../electron/engine/networks/linkedin/linkedin-options.ts'
import { encodeUrn, readLinkedinUrn, timeOfPost } from '../../../electron/engine/networks/linkedin/linkedin-urn.ts'
import { fromLittleText, toLittleText } from '../../../electron/engine/networks/linkedin/little-text.ts'
import { systemRandom } from '../../../electron/engine/system-random.ts'
import { apiVersions, endingVersions } from '../../../shared/networks/api-versions.ts'

describe('the text that is sent', () => {
  it.each([
    ['(a) [b] {c} <d> a_b *c* ~d~ e|f \\ @Tom', String.raw`\(a\) \[b\] \{c\} \<d\> a\_b \*c\* \~d\~ e\|f \\ \@Tom`],
    ['Le #printemps2026, et #été!', 'Le #printemps2026, et #été!'],
    ['a#b #a_b #1 &#39; ##c', String.raw`a\#b \#a\_b \#1 &\#39; \#\#c`]
  ])('%s', (text, sent) => {
    expect(toLittleText(text)).toBe(sent)
  })

  it('comes back as it was written, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ab é#@[](){}<>|\\*_~ \n1😀'), maxLength: 60 }), (text) => fromLittleText(toLittleText(text)) === text))
  })

  it('reads the templates that LinkedIn makes of hashtags and mentions', () => {
    expect(fromLittleText(String.raw`Bonjour @[Léa \(Atelier\)](urn:li:person:abc) {hashtag|\#|été} a\_b`)).toBe('Bonjour @Léa (Atelier) #été a_b')
  })
})

test('names of posts and comments: told apart, written for a path, and dated', () => {
  const comment = 'urn:li:comment:(urn:li:activity:7058123456789012345,99)'
  expect(readLinkedinUrn(comment)).toEqual({ ok: true, value: { post: 'urn:li:activity:7058123456789012345', commentId: '99' } })
  expect(readLinkedinUrn('urn:li:share:7058123456789012345')).toEqual({ ok: true, value: null })
  for (const wrong of ['../../x', 'urn:li:share:7/../x', 'urn:li:comment:(a,1)', '']) expect(readLinkedinUrn(wrong).ok).toBe(false)
  expect(encodeUrn(comment)).toBe('urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A7058123456789012345%2C99%29')
  expect(new Date(timeOfPost('urn:li:share:7058123456789012345') ?? 0).toISOString()).toMatch(/^2023-0[45]/)
  expect(timeOfPost('urn:li:share:12')).toBeNull()
})

describe('a login', () => {
  const now = Date.UTC(2026, 10, 21)
  const { signal } = new AbortController()

  async function logIn(kind: LinkedinKind, answers: Readonly<Record<string, { readonly status?: number; readonly json: unknown }>>) {
    const requests: HttpRequest[] = []
    const http: HttpClient = {
      send(request) {
        requests.push(request)
        const { status = 200, json } = answers[new URL(request.url).pathname] ?? { status: 404, json: {} }
        return Promise.resolve({ ok: true, response: { status, headers: {}, body: new TextEncoder().encode(JSON.stringify(json)), url: request.url } })
      }
    }
    const connect = createLinkedinConnect({ http, clock: { now: () => now, after: () => () => undefined }, random: systemRandom, kind, apiUrl: linkedinApiUrl, loginUrl: linkedinLoginUrl })
    const begun = await connect.begin({ serverUrl: 'linkedin.com', redirectUri: 'http://localhost:28347/vigie', app: { clientId: '77', clientSecret: 'app-secret', redirectUri: null }, signal })
    if (!begun.ok) throw new Error('not begun')
    return { url: new URL(begun.value.loginUrl), requests, completed: await connect.complete({ pending: begun.value.pending, code: 'the-code', issuer: null, signal }) }
  }

  const token = { '/oauth/v2/accessToken': { json: { access_token: 'token-of-lea', expires_in: 5_184_000, scope: 'x' } } }

  it('of a member: who it is, and that it ends in sixty days', async () => {
    const { url, requests, completed } = await logIn('member', { ...token, '/v2/userinfo': { json: { sub: '782bbtaQ', name: 'Léa Martin' } } })
    expect(`${url.origin}${url.pathname} ${url.searchParams.get('scope')}`).toBe('https://www.linkedin.com/oauth/v2/authorization openid profile w_member_social')
    expect(new URLSearchParams(requests[0]?.body as string).get('client_secret')).toBe('app-secret')
    expect(completed).toMatchObject({ ok: true, value: { identity: { handle: 'Léa Martin', remoteId: '782bbtaQ', accessEndsAt: now + 5_184_000_000 } } })
  })

  it('of a page: all on which the person may publish, each by its name', async () => {
    const role = (id: number, name: string): object => ({ organization: `urn:li:organization:${id}`, role: name, state: 'APPROVED' })
    const { completed } = await logIn('page', {
      ...token,
      '/rest/organizationAcls': { json: { elements: [role(1, 'ADMINISTRATOR'), role(2, 'ANALYST'), role(3, 'CONTENT_ADMIN'), role(1, 'CONTENT_ADMIN'), { organization: 'urn:li:organizationBrand:9', role: 'ADMINISTRATOR' }] } },
      '/rest/organizations/1': { json: { id: 1, localizedName: 'Atelier', vanityName: 'atelier' } },
      '/rest/organizations/3': { json: { id: 3, localizedName: 'Boutique' } }
    })
    expect(completed).toMatchObject({ ok: true, value: { identity: { handle: '@atelier', displayName: 'Atelier', remoteId: '1' }, others: [{ identity: { handle: 'Boutique', remoteId: '3' } }] } })
    expect(completed.ok ? completed.value.others : []).toHaveLength(1)
  })

  it('of a page, by somebody who manages none, says so', async () => {
    const { completed } = await logIn('page', { ...token, '/rest/organizationAcls': { json: { elements: [] } } })
    expect(completed).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused', details: { reason: 'no_linkedin_page' } } } })
  })
})

test('versions of interfaces are told of sixty days before their end, not earlier', () => {
  const end = Date.parse(`${apiVersions.linkedin.servesUntil}T00:00:00Z`)
  const day = 86_400_000
  const told = (now: number): readonly (readonly [string, number])[] => endingVersions(now, ['linkedin_page', 'x']).map(({ network, days }) => [network, days] as const)
  expect(told(end - 61 * day)).toEqual([])
  expect(told(end - 60 * day)).toEqual([['LinkedIn', 60]])
  expect(told(end + day / 2)).toEqual([['LinkedIn', 0]])
  expect(told(end + 30 * day)).toEqual([['LinkedIn', 0]])
  expect(endingVersions(end, ['x', 'facebook'])).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { createEs256Key } from '../../../../electron/engine/es256.ts'
import type { HttpRequest, HttpResponse, HttpResult } from '../../../../electron/engine/http/http-client.ts'
import { createDpopNonces } from '../../../../electron/engine/networks/oauth/dpop-nonces.ts'
import { withDpop, type DpopAccess } from '../../../../electron/engine/networks/oauth/http-with-dpop.ts'
import { systemRandom } from '../../../../electron/engine/system-random.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'

const key = createEs256Key()
const url = 'https://pds.example/xrpc/com.atproto.repo.putRecord'
const wish: HttpRequest = { method: 'POST', url, headers: { accept: 'application/json' }, body: '{"a":1}', signed: false }

function answer(status: number, headers: Readonly<Record<string, string>> = {}, json: object = {}): HttpResult {
  const response: HttpResponse = { status, headers, body: new TextEncoder().encode(JSON.stringify(json)), url }
  return { ok: true, response }
}
const challenge = (nonce: string): HttpResult => answer(401, { 'dpop-nonce': nonce, 'www-authenticate': 'DPoP error="use_dpop_nonce", algs="ES256"' })
const lost: HttpResult = { ok: false, failure: { sent: 'maybe', error: studioError('timeout', 'lost') } }

/** A server that answers in this order, and what it was sent. */
function scripted(...answers: readonly HttpResult[]) {
  const sent: HttpRequest[] = []
  const nonces = createDpopNonces()
  const http = { send: async (request: HttpRequest) => (sent.push(request), answers[sent.length - 1] ?? answer(200)) }
  const open = (access: Partial<DpopAccess> = {}) => withDpop({ http, clock: { now: () => 0 }, random: systemRandom, nonces }, { key, accessToken: 'token', ...access })
  const nonceOf = (request: HttpRequest): unknown => (JSON.parse(Buffer.from(request.headers!['dpop']!.split('.')[1]!, 'base64url').toString()) as { nonce?: unknown }).nonce
  return { sent, open, noncesSent: () => sent.map(nonceOf) }
}

describe('requests with a proof', () => {
  it('carry proof and token, keep what they had, and are signed calls', async () => {
    const { sent, open } = scripted(answer(200))
    await open().send(wish)
    expect(sent).toEqual([{ ...wish, signed: true, headers: { accept: 'application/json', authorization: 'DPoP token', dpop: expect.stringMatching(/^eyJ/) } }])
  })

  it('carry no token at the login server', async () => {
    const { sent, open } = scripted(answer(200))
    await open({ accessToken: null }).send(wish)
    expect(Object.keys(sent[0]!.headers!)).toEqual(['accept', 'dpop'])
  })

  it.each([
    ['as a login server says it', answer(400, { 'dpop-nonce': 'n1' }, { error: 'use_dpop_nonce' })],
    ['as other servers say it', challenge('n1')]
  ])('are made once more with the nonce that the server wants, %s', async (_how, refusal) => {
    const { sent, open, noncesSent } = scripted(refusal, answer(200))
    expect(await open().send(wish)).toMatchObject({ ok: true, response: { status: 200 } })
    expect(noncesSent()).toEqual([undefined, 'n1'])
    expect(sent.map(({ body }) => body)).toEqual([wish.body, wish.body])
  })

  it('are repeated once and no more', async () => {
    const { sent, open } = scripted(challenge('n1'), challenge('n2'), answer(200))
    expect(await open().send(wish)).toMatchObject({ ok: true, response: { status: 401 } })
    expect(sent).toHaveLength(2)
  })

  it.each([
    ['an answer that got lost', lost],
    ['a refusal of the token', answer(401, { 'dpop-nonce': 'n1', 'www-authenticate': 'DPoP error="invalid_token"' }, { error: 'invalid_token' })],
    ['a refusal of what was asked', answer(400, { 'dpop-nonce': 'n1' }, { error: 'InvalidRequest' })],
    ['a problem of the server', answer(503, { 'dpop-nonce': 'n1' }, { error: 'use_dpop_nonce' })],
    ['a wish for a nonce that names none', answer(401, { 'www-authenticate': 'DPoP error="use_dpop_nonce"' })]
  ])('are not repeated after %s', async (_what, first) => {
    const { sent, open } = scripted(first)
    expect(await open().send(wish)).toEqual(first)
    expect(sent).toHaveLength(1)
  })

  it('are not repeated with the nonce that was just refused', async () => {
    const { sent, open } = scripted(answer(200, { 'dpop-nonce': 'n1' }), challenge('n1'))
    await open().send(wish)
    expect(await open().send(wish)).toEqual(challenge('n1'))
    expect(sent).toHaveLength(2)
  })

  it('use the newest nonce from the start, also one that came with a success', async () => {
    const { open, noncesSent } = scripted(challenge('n1'), answer(200, { 'dpop-nonce': 'n2' }), answer(200))
    await open().send(wish)
    await open().send(wish)
    expect(noncesSent()).toEqual([undefined, 'n1', 'n2'])
  })

  it('keep the nonces of keys, of servers, and of a login server and its resources apart', async () => {
    const { open, noncesSent } = scripted(answer(200, { 'dpop-nonce': 'n1' }))
    await open().send(wish)
    await open({ key: createEs256Key() }).send(wish)
    await open({ accessToken: null }).send(wish)
    await open().send({ ...wish, url: 'https://other.example/xrpc/a' })
    await open({ accessToken: 'renewed' }).send(wish)
    expect(noncesSent()).toEqual([undefined, undefined, undefined, undefined, 'n1'])
  })
})

it('forgets the oldest nonces of very many', () => {
  const nonces = createDpopNonces()
  const place = (i: number) => ({ origin: `https://${i}.example`, of: 'resource' as const, x: 'x' })
  for (let i = 0; i < 600; i += 1) nonces.note(place(i), `n${i}`)
  expect([nonces.last(place(0)), nonces.last(place(99)), nonces.last(place(100)), nonces.last(place(599))]).toEqual([null, null, 'n100', 'n599'])
})

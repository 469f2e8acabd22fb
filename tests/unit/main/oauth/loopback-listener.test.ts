import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startLoginListener, type ListeningPlace, type LoginListener } from '../../../../electron/main/oauth/loopback-listener.ts'

const open: LoginListener[] = []
afterEach(() => {
  for (const listener of open.splice(0)) listener.close()
})

async function started(lifetime = 60_000): Promise<LoginListener & { readonly redirectUri: string }> {
  return startAt({ ports: [], path: '/vigie/a-long-nonce', isPathSecret: true }, lifetime)
}

async function startAt(place: ListeningPlace, lifetime = 60_000): Promise<LoginListener & { readonly redirectUri: string }> {
  const listener = await startLoginListener({ place, lifetime })
  if (listener === null || listener.redirectUri === null) throw new Error('no port')
  open.push(listener)
  return { ...listener, redirectUri: listener.redirectUri }
}

interface Answer { readonly status: number; readonly headers: Record<string, unknown>; readonly body: string }

function call(url: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method: options.method ?? 'GET', agent: false, ...(options.host === undefined ? {} : { headers: { host: options.host } }) }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('listens on 127.0.0.1 at a path with the nonce', async () => {
  expect((await started()).redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/vigie\/a-long-nonce$/)
})

test('is called localhost where the network wants the name, and takes no other', async () => {
  const listener = await startAt({ ports: [], path: '/vigie', isPathSecret: false, name: 'localhost' })
  expect(listener.redirectUri).toMatch(/^http:\/\/localhost:\d+\/vigie$/)
  listener.expect('the-state')
  const { port } = new URL(listener.redirectUri)
  const target = `http://127.0.0.1:${port}/vigie?code=abc&state=the-state`
  expect((await call(target)).status).toBe(400)
  expect((await call(target, { host: `localhost:${port}` })).status).toBe(200)
  expect(await listener.answer).toEqual({ kind: 'code', code: 'abc', issuer: null })
})

test('takes the code, answers with a page in both languages, and is gone', async () => {
  const listener = await started()
  listener.expect('the-state')
  const answer = await call(`${listener.redirectUri}?code=abc&state=the-state`)
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('You can close this page and go back to Vigie.')
  expect(answer.body).toContain('Vous pouvez fermer cette page et revenir à Vigie.')
  expect(answer.body).not.toContain('abc')
  expect(answer.body).not.toMatch(/<script/i)
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' })
  expect(String(answer.headers['content-security-policy'])).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'/)
  expect(await listener.answer).toEqual({ kind: 'code', code: 'abc', issuer: null })
  await expect(call(`${listener.redirectUri}?code=def&state=the-state`)).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/)
})

test('a second redirect that arrives before the end finds nothing', async () => {
  const listener = await started()
  listener.expect('the-state')
  const settled = await Promise.allSettled([
    call(`${listener.redirectUri}?code=first&state=the-state`),
    call(`${listener.redirectUri}?code=second&state=the-state`)
  ])
  const taken = settled.filter((one) => one.status === 'fulfilled' && one.value.status === 200)
  expect(taken).toHaveLength(1)
  expect(await listener.answer).toMatchObject({ kind: 'code' })
})

test('stray requests change nothing', async () => {
  const listener = await started()
  listener.expect('the-state')
  const { origin } = new URL(listener.redirectUri)
  expect((await call(`${origin}/favicon.ico`)).status).toBe(404)
  expect((await call(`${origin}/vigie/guess?code=x&state=the-state`)).status).toBe(404)
  expect((await call(`${listener.redirectUri}?code=x&state=the-state`, { method: 'POST' })).status).toBe(405)
  expect((await call(`${listener.redirectUri}?code=x&state=the-state`, { host: 'evil.example' })).status).toBe(400)
  expect((await call(`${listener.redirectUri}?code=abc&state=the-state`)).status).toBe(200)
  expect(await listener.answer).toEqual({ kind: 'code', code: 'abc', issuer: null })
})

test('a wrong state ends the login and says so', async () => {
  const listener = await started()
  listener.expect('the-state')
  const answer = await call(`${listener.redirectUri}?code=abc&state=other`)
  expect(answer.status).toBe(400)
  expect(answer.body).toContain('The login did not go through.')
  expect(await listener.answer).toEqual({ kind: 'refused' })
})

test('a denial ends the login', async () => {
  const listener = await started()
  listener.expect('the-state')
  await call(`${listener.redirectUri}?error=access_denied&state=the-state`)
  expect(await listener.answer).toEqual({ kind: 'denied' })
})

test('before the login page is open nothing is taken', async () => {
  const listener = await started()
  expect((await call(`${listener.redirectUri}?code=abc&state=`)).status).toBe(404)
})

test('ends by itself after its time', async () => {
  const listener = await started(20)
  expect(await listener.answer).toEqual({ kind: 'expired' })
  await expect(call(listener.redirectUri)).rejects.toThrow(/ECONNREFUSED/)
})

test('closing it ends the waiting', async () => {
  const listener = await started()
  listener.close()
  listener.close()
  expect(await listener.answer).toEqual({ kind: 'closed' })
})

test('takes the first port of its list that is free, and says so when none is', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as AddressInfo
  const free = createServer()
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve))
  const { port: next } = free.address() as AddressInfo
  await new Promise((resolve) => free.close(resolve))
  const listener = await startAt({ ports: [port, next], path: '/vigie', isPathSecret: false })
  expect(listener.redirectUri).toBe(`http://127.0.0.1:${next}/vigie`)
  expect(await startLoginListener({ place: { ports: [port, next], path: '/vigie', isPathSecret: false }, lifetime: 1000 })).toBeNull()
  taken.close()
})

test('takes a pasted address instead of the redirect, once, and only the right one', async () => {
  const listener = await startAt({ ports: [], path: '/vigie', isPathSecret: false })
  expect(listener.take('?code=abc&state=the-state')).toBe(false)
  listener.expect('the-state')
  expect(listener.take('https://site.example/?code=abc&state=other')).toBe(false)
  expect(listener.take('https://site.example/?code=abc&state=the-state')).toBe(true)
  expect(await listener.answer).toEqual({ kind: 'code', code: 'abc', issuer: null })
  expect(listener.take('https://site.example/?code=def&state=the-state')).toBe(false)
})

test('without a place it only waits for what is pasted', async () => {
  const listener = await startLoginListener({ place: null, lifetime: 60_000 })
  expect(listener?.redirectUri).toBeNull()
  listener?.expect('the-state')
  expect(listener?.take('?code=abc&state=the-state')).toBe(true)
  expect(await listener?.answer).toMatchObject({ kind: 'code', code: 'abc' })
})

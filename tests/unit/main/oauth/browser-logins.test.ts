import { expect, test } from 'vitest'
import { BrowserLogins, type Login } from '../../../../electron/main/oauth/browser-logins.ts'
import type { ListeningPlace, LoginListener } from '../../../../electron/main/oauth/loopback-listener.ts'
import type { EngineRequest } from '../../../../electron/main/engine/engine-client.ts'
import { fail, succeed, type Result } from '../../../../shared/contract/result.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'

const login: Login = {
  workspaceId: '0b1f7a7e-3c1b-4d52-9d5c-111111111111',
  loginId: '0b1f7a7e-3c1b-4d52-9d5c-222222222222',
  networkId: 'mastodon',
  serverUrl: 'mastodon.example'
}
const account = { id: '0b1f7a7e-3c1b-4d52-9d5c-333333333333', handle: '@lea@mastodon.example' }

type Answer = Awaited<LoginListener['answer']>

function fakeListener() {
  let settle: (answer: Answer) => void = () => {}
  const answer = new Promise<Answer>((resolve) => {
    settle = resolve
  })
  const seen = { states: [] as string[], closed: 0 }
  const listener: LoginListener = {
    redirectUri: 'http://127.0.0.1:5000/vigie/nonce',
    expect: (state) => void seen.states.push(state),
    take: (address) => {
      const isIt = address.includes('the-state')
      if (isIt) settle({ kind: 'code', code: 'pasted', issuer: null })
      return isIt
    },
    answer,
    close: () => {
      seen.closed += 1
      settle({ kind: 'closed' })
    }
  }
  return { listener, seen, redirect: (answered: Answer) => settle(answered) }
}

function setUp(answers: Partial<Record<string, Result<unknown>>> = {}, opens: Result<Record<string, never>> = succeed({}), isPortTaken = false) {
  const places: (ListeningPlace | null)[] = []
  const asked: [string, unknown][] = []
  const opened: string[] = []
  const finished: [string, unknown][] = []
  const cancelled: boolean[] = []
  const listeners: ReturnType<typeof fakeListener>[] = []
  const standard: Record<string, Result<unknown>> = {
    'login.begin': succeed({ loginUrl: 'https://mastodon.example/oauth/authorize?state=the-state', state: 'the-state' }),
    'login.complete': succeed({ account }),
    'login.abandon': succeed({}),
    ...answers
  }
  let onFinished = () => {}
  const logins = new BrowserLogins({
    request: (async (name: string, input: unknown) => {
      asked.push([name, input])
      return standard[name]
    }) as unknown as EngineRequest,
    openExternal: async (url) => {
      opened.push(url)
      return opens
    },
    nonce: () => 'nonce',
    listen: async (place) => {
      places.push(place)
      if (isPortTaken) return null
      const fake = fakeListener()
      listeners.push(fake)
      return fake.listener
    },
    onFinished: (loginId, outcome, wasCancelled) => {
      finished.push([loginId, outcome])
      cancelled.push(wasCancelled)
      onFinished()
    }
  })
  const nextFinish = () => new Promise<void>((resolve) => (onFinished = resolve))
  const names = () => asked.map(([name]) => name)
  return { places, logins, asked, names, opened, finished, cancelled, nextFinish, listener: () => listeners.at(-1)!, listeners }
}

test('opens the login page, takes the code to the engine and tells the account', async () => {
  const { logins, asked, opened, finished, nextFinish, listener } = setUp()
  expect(await logins.begin(login)).toEqual(succeed({ loginId: login.loginId }))
  expect(asked[0]).toEqual(['login.begin', { ...login, redirectUri: 'http://127.0.0.1:5000/vigie/nonce' }])
  expect(opened).toEqual(['https://mastodon.example/oauth/authorize?state=the-state'])
  expect(listener().seen.states).toEqual(['the-state'])
  const end = nextFinish()
  listener().redirect({ kind: 'code', code: 'abc', issuer: null })
  await end
  expect(asked[1]).toEqual(['login.complete', { loginId: login.loginId, code: 'abc', issuer: null }])
  expect(finished).toEqual([[login.loginId, { kind: 'connected', account }]])
  expect(listener().seen.closed).toBeGreaterThan(0)
})

test.each([
  ['denied', 'login_refused'],
  ['refused', 'login_refused'],
  ['expired', 'timeout']
] as const)('a login that was %s is abandoned and told once', async (kind, code) => {
  const { logins, names, finished, nextFinish, listener } = setUp()
  await logins.begin(login)
  const end = nextFinish()
  listener().redirect({ kind })
  await end
  expect(names()).toEqual(['login.begin', 'login.abandon'])
  expect(finished).toMatchObject([[login.loginId, { kind: 'failed', error: { code } }]])
})

test('cancelling ends a login and closes its listener', async () => {
  const { logins, names, finished, nextFinish, listener } = setUp()
  await logins.begin(login)
  const end = nextFinish()
  logins.cancel(login.loginId)
  await end
  expect(names()).toEqual(['login.begin', 'login.abandon'])
  expect(finished).toMatchObject([[login.loginId, { kind: 'failed', error: { code: 'login_cancelled' } }]])
  expect(listener().seen.closed).toBeGreaterThan(0)
})

test('cancelling while the person is asked which account is meant tells the engine, which waits for that', async () => {
  let completed: (result: Result<unknown>) => void = () => {}
  const { logins, names, finished, nextFinish, listener } = setUp({ 'login.complete': new Promise<Result<unknown>>((resolve) => (completed = resolve)) as never })
  await logins.begin(login)
  const end = nextFinish()
  listener().redirect({ kind: 'code', code: 'abc', issuer: null })
  await expect.poll(names).toEqual(['login.begin', 'login.complete'])
  logins.cancel(login.loginId)
  expect(names()).toEqual(['login.begin', 'login.complete', 'login.abandon'])
  completed(fail(studioError('login_cancelled', 'given up')))
  await end
  expect(finished).toMatchObject([[login.loginId, { kind: 'failed', error: { code: 'login_cancelled' } }]])
})

test('cancelling in the very moment in which the code comes hands no code to the engine', async () => {
  const { logins, names, finished, nextFinish, listener } = setUp()
  await logins.begin(login)
  const end = nextFinish()
  listener().redirect({ kind: 'code', code: 'abc', issuer: null })
  logins.cancel(login.loginId)
  await end
  expect(names()).toEqual(['login.begin', 'login.abandon'])
  expect(finished).toMatchObject([[login.loginId, { kind: 'failed', error: { code: 'login_cancelled' } }]])
})

test('says whether it was the person who ended it: then nothing has to come forward', async () => {
  const { logins, cancelled, nextFinish, listener } = setUp()
  await logins.begin(login)
  const first = nextFinish()
  logins.cancel(login.loginId)
  await first
  await logins.begin(login)
  const second = nextFinish()
  listener().redirect({ kind: 'denied' })
  await second
  expect(cancelled).toEqual([true, false])
})

test('a login cancelled while the server is asked opens no page', async () => {
  const { logins, opened, names, finished } = setUp()
  const begun = logins.begin(login)
  logins.cancel(login.loginId)
  expect(await begun).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
  expect(opened).toEqual([])
  expect(names()).toEqual(['login.begin', 'login.abandon'])
  expect(finished).toEqual([])
})

test('the engine’s refusal is the answer, and the listener is closed', async () => {
  const { logins, opened, finished, listener } = setUp({ 'login.begin': fail(studioError('not_that_kind_of_server', 'no')) })
  expect(await logins.begin(login)).toMatchObject({ ok: false, error: { code: 'not_that_kind_of_server' } })
  expect(opened).toEqual([])
  expect(finished).toEqual([])
  expect(listener().seen.closed).toBeGreaterThan(0)
})

test('a browser that does not open abandons the login', async () => {
  const { logins, names, listener } = setUp({}, fail(studioError('unreachable', 'no browser')))
  expect(await logins.begin(login)).toMatchObject({ ok: false, error: { code: 'unreachable' } })
  expect(names()).toEqual(['login.begin', 'login.abandon'])
  expect(listener().seen.closed).toBeGreaterThan(0)
})

test('a failure at the end is told with its code', async () => {
  const { logins, finished, nextFinish, listener } = setUp({ 'login.complete': fail(studioError('no_keychain', 'no')) })
  await logins.begin(login)
  const end = nextFinish()
  listener().redirect({ kind: 'code', code: 'abc', issuer: null })
  await end
  expect(finished).toMatchObject([[login.loginId, { kind: 'failed', error: { code: 'no_keychain' } }]])
})

test('the same login twice opens one page; it can be begun again after its end', async () => {
  const { logins, opened, nextFinish, listener, listeners } = setUp()
  await Promise.all([logins.begin(login), logins.begin(login)])
  await logins.begin(login)
  expect(opened).toHaveLength(1)
  const end = nextFinish()
  listener().redirect({ kind: 'denied' })
  await end
  await logins.begin(login)
  expect(listeners).toHaveLength(2)
})

test('does not hold more than five logins open', async () => {
  const { logins } = setUp()
  const ids = Array.from({ length: 6 }, (_, index) => `0b1f7a7e-3c1b-4d52-9d5c-00000000000${index}`)
  const results = []
  for (const loginId of ids) results.push(await logins.begin({ ...login, loginId }))
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false])
  logins.cancelAll()
})

test('listens where the network’s logins come back: at a secret path, or at the ports that are registered', async () => {
  const { logins, places } = setUp()
  await logins.begin(login)
  await logins.begin({ ...login, loginId: '0b1f7a7e-3c1b-4d52-9d5c-000000000009', networkId: 'x' })
  await logins.begin({ ...login, loginId: '0b1f7a7e-3c1b-4d52-9d5c-000000000008', networkId: 'facebook' })
  expect(places).toEqual([
    { ports: [], path: '/vigie/nonce', isPathSecret: true },
    { ports: [28347, 28348, 28349], path: '/vigie', isPathSecret: false },
    { ports: [28347, 28348, 28349], path: '/vigie', isPathSecret: false, name: 'localhost' }
  ])
  logins.cancelAll()
})

test('a login whose ports are all taken says so, and asks nobody', async () => {
  const { logins, names, opened } = setUp({}, succeed({}), true)
  expect(await logins.begin(login)).toMatchObject({ ok: false, error: { code: 'login_port_taken' } })
  expect([names(), opened]).toEqual([[], []])
})

test('a pasted address ends the login like a redirect; another one leaves it open', async () => {
  const { logins, asked, finished, nextFinish } = setUp()
  await logins.begin(login)
  expect(logins.finish(login.loginId, 'https://elsewhere.example/')).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  const end = nextFinish()
  expect(logins.finish(login.loginId, 'https://site.example/?code=x&state=the-state')).toEqual(succeed({}))
  await end
  expect(asked[1]).toEqual(['login.complete', { loginId: login.loginId, code: 'pasted', issuer: null }])
  expect(finished).toHaveLength(1)
  expect(logins.finish(login.loginId, 'the-state')).toMatchObject({ ok: false })
})

import { expect, test } from 'vitest'
import { createRequestHandler } from '../../../../electron/main/ipc/handle-requests.ts'
import { createMainHandlers, type MainHandlerNeeds } from '../../../../electron/main/ipc/main-handlers.ts'
import { isRequestName, requestMap, requestNames } from '../../../../shared/contract/request-map.ts'
import { succeed } from '../../../../shared/contract/result.ts'

const environment: ReturnType<MainHandlerNeeds['environment']> = {
  version: '0.1.0',
  electron: '45.4.1',
  platform: 'linux',
  systemLanguage: 'fr-FR',
  dataFolder: '/home/lea/.config/Vigie',
  secretStore: { state: 'ready', backend: 'Secret Service' },
  engine: 'ready',
  isDevelopment: false
}

function openDoor() {
  const asked: unknown[] = []
  const done: string[] = []
  const errors: string[] = []
  const handlers = createMainHandlers({
    environment: () => environment,
    checkSecretStore: async () => environment.secretStore,
    restartEngine: () => void done.push('restart'),
    openDataFolder: async () => succeed({}),
    openExternal: async (url) => {
      done.push(`open ${url}`)
      return succeed({})
    },
    logins: {
      begin: async ({ loginId }) => succeed({ loginId }),
      finish: (loginId) => (done.push(`finish ${loginId}`), succeed({})),
      cancel: (loginId) => void done.push(`cancel ${loginId}`)
    },
    dragOut: {
      layOut: async ({ mediaId }) => (done.push(`lay out ${mediaId}`), succeed({})),
      drag: async ({ mediaId }) => (done.push(`drag ${mediaId}`), succeed({}))
    },
    printPage: async (page) => new TextEncoder().encode(page),
    onEndingAnswered: (unsaved) => void done.push(`unsaved ${unsaved}`),
    onInteractive: () => void done.push('interactive')
  })
  const handle = createRequestHandler({
    ownPages: { ids: new Set([7]) },
    handlers,
    askEngine: async (name, input) => {
      if (name === 'watch.exportOpml') throw new Error('a bug with token=abc')
      asked.push([name, input])
      return succeed('from the engine')
    },
    logError: (text) => void errors.push(text)
  })
  return { handle, asked, done, errors }
}

const own = { sender: { id: 7 }, senderFrame: { origin: 'app://studio', parent: null } }
type Event = Parameters<ReturnType<typeof createRequestHandler>>[0]
const from = (event: unknown) => event as Event

const strangers: [string, unknown][] = [
  ['another web contents', { ...own, sender: { id: 8 } }],
  ['another origin', { ...own, senderFrame: { origin: 'https://example.com', parent: null } }],
  ['a frame of the page', { ...own, senderFrame: { origin: 'app://studio', parent: {} } }],
  ['a frame that is gone', { ...own, senderFrame: null }]
]

test.each(requestNames)('%s: a stranger is refused and nothing is done', async (name) => {
  const { handle, asked, done } = openDoor()
  for (const [, stranger] of strangers) await expect(handle(from(stranger), name, {})).rejects.toThrow('untrusted_sender')
  expect(asked).toEqual([])
  expect(done).toEqual([])
})

test.each(requestNames)('%s: input that is no object is refused with a code', async (name) => {
  const { handle, asked, done } = openDoor()
  for (const input of [undefined, null, 'text', 7, []]) {
    expect(await handle(from(own), name, input)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  }
  expect(asked).toEqual([])
  expect(done).toEqual([])
})

test.each([undefined, null, 7, {}, '', 'constructor', '__proto__', 'toString', 'login.begin', 'login.complete', 'engine.stop', 'media.locate', 'secrets.get', 'studio.nothing'])(
  'the name %j is unknown',
  async (name) => {
    const { handle, asked } = openDoor()
    expect(isRequestName(name)).toBe(false)
    expect(await handle(from(own), name, {})).toMatchObject({ ok: false, error: { code: 'unknown_request' } })
    expect(asked).toEqual([])
  }
)

test('sends the engine’s requests to the engine, parsed: what the schema does not know is left out', async () => {
  const { handle, asked } = openDoor()
  const answer = await handle(from(own), 'studio.dismissRecovery', { recoveryId: '0B1F7A7E-3C1B-4D52-9D5C-111111111111', extra: 'x' })
  expect(answer).toEqual(succeed('from the engine'))
  expect(asked).toEqual([['studio.dismissRecovery', { recoveryId: '0b1f7a7e-3c1b-4d52-9d5c-111111111111' }]])
})

test('answers its own requests itself', async () => {
  const { handle, asked, done } = openDoor()
  const answer = await handle(from(own), 'studio.environment', {})
  expect(answer).toEqual(succeed(environment))
  expect(requestMap['studio.environment'].output.safeParse(environment).success).toBe(true)
  await handle(from(own), 'studio.interactive', {})
  await handle(from(own), 'studio.restartEngine', {})
  await handle(from(own), 'studio.openExternal', { url: 'https://example.com' })
  await handle(from(own), 'accounts.cancelBrowserLogin', { loginId: '0b1f7a7e-3c1b-4d52-9d5c-111111111111' })
  expect(done).toEqual(['interactive', 'restart', 'open https://example.com', 'cancel 0b1f7a7e-3c1b-4d52-9d5c-111111111111'])
  expect(await handle(from(own), 'studio.checkSecretStore', {})).toEqual(succeed(environment.secretStore))
  expect(await handle(from(own), 'studio.openDataFolder', {})).toEqual(succeed({}))
  expect(asked).toEqual([])
})

test('every request that main handles has a handler, and no other has one', () => {
  const { handlers } = { handlers: createMainHandlers({} as MainHandlerNeeds) }
  expect(Object.keys(handlers).toSorted()).toEqual(requestNames.filter((name) => requestMap[name].handledBy === 'main').toSorted())
})

test('names the field that does not fit, never its value', async () => {
  const { handle } = openDoor()
  const answer = await handle(from(own), 'accounts.connectWithAppPassword', {
    workspaceId: '0b1f7a7e-3c1b-4d52-9d5c-111111111111',
    networkId: 'bluesky',
    serverUrl: 'https://bsky.social',
    identifier: 'lea',
    appPassword: 'abcd-efgh-ijkl-mnop'.repeat(40)
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { field: 'appPassword' } } })
  expect(JSON.stringify(answer)).not.toContain('abcd-efgh')
})

test('turns a bug into a coded error and tells the log, not the page', async () => {
  const { handle, errors } = openDoor()
  const answer = await handle(from(own), 'watch.exportOpml', { workspaceId: '0b1f7a7e-3c1b-4d52-9d5c-111111111111' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'bug' } })
  expect(JSON.stringify(answer)).not.toContain('token')
  expect(errors).toHaveLength(1)
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeytarSecretStore, type Keytar } from '../../../../electron/main/secrets/keytar-secret-store.ts'
import { succeed } from '../../../../shared/contract/result.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function keychain() {
  const entries = new Map<string, string>()
  const calls: string[] = []
  const key = (service: string, account: string) => `${service} ${account}`
  const keytar: Keytar = {
    getPassword: async (service, account) => {
      calls.push(`get ${account}`)
      return entries.get(key(service, account)) ?? null
    },
    setPassword: async (service, account, password) => {
      calls.push(`set ${account}`)
      entries.set(key(service, account), password)
    },
    deletePassword: async (service, account) => {
      calls.push(`delete ${account}`)
      return entries.delete(key(service, account))
    }
  }
  return { entries, calls, keytar }
}

function store(keytar: Keytar, platform: NodeJS.Platform = 'linux') {
  const states: string[] = []
  let generation = 0
  return {
    states,
    store: new KeytarSecretStore({
      load: async () => keytar,
      platform,
      newGeneration: () => `g${++generation}`,
      onState: ({ state }) => void states.push(state)
    })
  }
}

test('keeps, finds and forgets a secret under the name of Vigie', async () => {
  const { entries, keytar } = keychain()
  const { store: secrets, states } = store(keytar)
  expect(secrets.state()).toEqual({ state: 'unknown', backend: 'Secret Service' })
  expect(await secrets.put('account:1', 's3cret')).toEqual(succeed({}))
  expect([...entries.keys()].filter((entry) => entry !== 'Vigie check')).toEqual(['Vigie account:1'])
  expect(await secrets.get('account:1')).toEqual(succeed('s3cret'))
  expect(await secrets.delete('account:1')).toEqual(succeed({}))
  expect(await secrets.get('account:1')).toEqual(succeed(null))
  expect([...entries.keys()]).toEqual(['Vigie check'])
  expect(states).toEqual(['ready'])
})

test('writes a long secret before its head, and clears the old pieces after', async () => {
  const { entries, calls, keytar } = keychain()
  const { store: secrets } = store(keytar)
  await secrets.put('account:1', 'a'.repeat(4_000))
  await secrets.put('account:1', 'b'.repeat(4_000))
  expect(calls.filter((call) => !call.startsWith('get') && call !== 'set check')).toEqual([
    'set account:1/g1/1', 'set account:1/g1/2', 'set account:1/g1/3', 'set account:1',
    'set account:1/g2/1', 'set account:1/g2/2', 'set account:1/g2/3', 'set account:1',
    'delete account:1/g1/1', 'delete account:1/g1/2', 'delete account:1/g1/3'
  ])
  expect(await secrets.get('account:1')).toEqual(succeed('b'.repeat(4_000)))
  await secrets.delete('account:1')
  expect([...entries.keys()]).toEqual(['Vigie check'])
})

test('an interrupted writing leaves the old secret whole', async () => {
  const { keytar } = keychain()
  const { store: secrets } = store(keytar)
  await secrets.put('account:1', 'a'.repeat(4_000))
  const set = keytar.setPassword
  keytar.setPassword = async (service, account, password) => {
    if (account.endsWith('/2')) throw new Error('gone')
    return set(service, account, password)
  }
  expect(await secrets.put('account:1', 'b'.repeat(4_000))).toMatchObject({ ok: false })
  expect(await secrets.get('account:1')).toEqual(succeed('a'.repeat(4_000)))
})

test('no keychain is a state with a code', async () => {
  const broken: Keytar = {
    getPassword: () => Promise.reject(new Error('Unknown or unsupported transport “disabled”')),
    setPassword: () => Promise.reject(new Error('no')),
    deletePassword: () => Promise.reject(new Error('no'))
  }
  const { store: secrets, states } = store(broken)
  expect(await secrets.put('account:1', 's3cret')).toMatchObject({ ok: false, error: { code: 'no_keychain', details: { backend: 'Secret Service' } } })
  expect(await secrets.check()).toEqual({ state: 'missing', backend: 'Secret Service' })
  expect(states).toEqual(['missing'])
})

test('a module that does not load is no keychain', async () => {
  const secrets = new KeytarSecretStore({ load: () => Promise.reject(new Error('libsecret-1.so.0')), platform: 'linux', newGeneration: () => 'g', onState: () => {} })
  expect(await secrets.get('account:1')).toMatchObject({ ok: false, error: { code: 'no_keychain' } })
})

test('a locked keychain that hides its entries is not taken for an empty one', async () => {
  const hiding: Keytar = {
    getPassword: async () => null,
    setPassword: () => Promise.reject(new Error('Cannot create an item in a locked collection')),
    deletePassword: async () => false
  }
  const { store: secrets, states } = store(hiding)
  for (const result of [await secrets.get('account:1'), await secrets.put('account:1', 's3cret'), await secrets.delete('account:1')]) {
    expect(result).toMatchObject({ ok: false, error: { code: 'keychain_timeout', retryable: true } })
  }
  expect(states).toEqual(['locked'])
})

test('where an empty answer is the truth, nothing is written to find out', async () => {
  const { calls, keytar } = keychain()
  expect(await store(keytar, 'win32').store.get('account:1')).toEqual(succeed(null))
  expect(calls).toEqual(['get account:1'])
})

test('where the system always has a keychain, a refusal means that it is closed', async () => {
  const refusing: Keytar = { getPassword: () => Promise.reject(new Error('denied')), setPassword: async () => {}, deletePassword: async () => false }
  expect(await store(refusing, 'darwin').store.check()).toEqual({ state: 'locked', backend: 'macOS Keychain' })
})

test('gives up after 8 s, holds back further calls, and notices the end of the waiting', async () => {
  const { keytar, calls } = keychain()
  let unlock = () => {}
  keytar.getPassword = (_service, account) => {
    calls.push(`get ${account}`)
    return new Promise((resolve) => {
      unlock = () => resolve('whole:late')
    })
  }
  const { store: secrets, states } = store(keytar)
  const first = secrets.get('account:1')
  const second = secrets.get('account:2')
  await vi.advanceTimersByTimeAsync(8_000)
  const atRest = secrets.isAtRest(500)
  await vi.advanceTimersByTimeAsync(500)
  expect(await atRest).toBe(false)
  expect(await first).toMatchObject({ ok: false, error: { code: 'keychain_timeout', retryable: true } })
  expect(await second).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
  expect(calls).toEqual(['get account:1'])
  expect(states).toEqual(['locked'])

  unlock()
  await vi.advanceTimersByTimeAsync(0)
  expect(states).toEqual(['locked', 'ready'])
  // The second call was given up before its turn and is not made any more.
  expect(calls).toEqual(['get account:1'])
  const third = secrets.get('account:3')
  await vi.advanceTimersByTimeAsync(0)
  unlock()
  expect(await third).toEqual(succeed('late'))
  expect(await secrets.isAtRest(500)).toBe(true)
})

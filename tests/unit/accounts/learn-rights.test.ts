import { expect, test } from 'vitest'
import { createLearnRights, type LearnRightsNeeds } from '../../../electron/engine/accounts/learn-rights.ts'

test('a database that was closed meanwhile is said, and nothing else comes of it', async () => {
  const said: string[] = []
  const needs = {
    clock: { now: () => 0, after: (_delay: number, callback: () => void) => (callback(), () => undefined) },
    log: { error: (text: string) => void said.push(text) },
    repository: {
      listAll() {
        throw new Error('The database connection is not open')
      }
    },
    stopping: new AbortController().signal
  } as unknown as LearnRightsNeeds
  const learning = createLearnRights(needs)
  learning.start()
  await expect(learning.stop()).resolves.toBeUndefined()
  expect(said).toEqual(['which logins have rights to learn could not be read: The database connection is not open'])
})

test('an account whose rights cannot be written down keeps neither the others from being asked nor the end from coming', async () => {
  const [noted, said]: [string[], string[]] = [[], []]
  const needs = {
    clock: { now: () => 0, after: (_delay: number, callback: () => void) => (callback(), () => undefined) },
    log: { error: (text: string) => void said.push(text) },
    repository: { listAll: () => ['one', 'two'].map((id) => ({ account: { id, networkId: 'facebook', state: 'connected' }, granted: null, isRemoved: false })) },
    sessions: { run: async () => ({ ok: true, value: ['read_insights'] }) },
    findAdapter: () => ({ connect: { kind: 'browser_login', readGranted: async () => ({ ok: true, value: ['read_insights'] }) } }),
    noteGranted(id: string) {
      if (id === 'one') throw new Error('the disk is full')
      noted.push(id)
    },
    stopping: new AbortController().signal
  } as unknown as LearnRightsNeeds
  const learning = createLearnRights(needs)
  learning.start()
  await learning.stop()
  expect([noted, said]).toEqual([['two'], ['what the login of account one may do could not be learned: the disk is full']])
})

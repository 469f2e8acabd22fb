import { afterEach, beforeEach, expect, test } from 'vitest'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let other: string
beforeEach(async () => {
  const network = createScriptedNetwork('bluesky')
  for (const name of ['lea', 'noor']) network.people.set(name, { password: 'abcd-efgh-ijkl-mnop', identity: identityOf(`${name}.example`) })
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  other = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  await engine.ask('workspaces.create', { id: other, name: 'Other', colour: 'plum', timeZone: 'UTC' })
})
afterEach(() => engine.stop())

const connect = (identifier: string, into: string) =>
  engine.ask('accounts.connectWithAppPassword', { workspaceId: into, networkId: 'bluesky', serverUrl: 'https://server.example', identifier, appPassword: 'abcd-efgh-ijkl-mnop' })
const list = async (of: string) => (await engine.ask('accounts.list', { workspaceId: of })).accounts

test('says at both which other client has the same account, over a restart, until one of them gives it up', async () => {
  expect((await connect('lea', workspaceId)).alsoAt).toBeUndefined()
  expect((await connect('noor', other)).alsoAt).toBeUndefined()
  const second = await connect('lea', other)
  expect(second.alsoAt).toEqual([workspaceId])
  await engine.restart({ crash: true })
  expect((await list(workspaceId)).map(({ alsoAt }) => alsoAt)).toEqual([[other]])
  expect((await list(other)).map(({ alsoAt }) => alsoAt)).toEqual([undefined, [workspaceId]])
  await engine.ask('accounts.remove', { workspaceId: other, accountId: second.id })
  expect((await list(workspaceId)).map(({ alsoAt }) => alsoAt)).toEqual([undefined])
})

test('says so of an account by hand, or of the practice network, at no client', async () => {
  for (const id of [workspaceId, other]) await engine.ask('accounts.addAssisted', { workspaceId: id, assistedId: 'own', networkName: 'Le Mur', address: 'https://mur.example/publier', handle: '@atelier' })
  expect([...(await list(workspaceId)), ...(await list(other))].map(({ alsoAt }) => alsoAt)).toEqual([undefined, undefined])
})

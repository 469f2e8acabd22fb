import { afterEach, expect, test } from 'vitest'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import { personSchema } from '../../../shared/people/person.ts'
import { postContentSchema } from '../../../shared/posts/post.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

async function start(others: readonly { readonly name: string; readonly handle: string }[] = []): Promise<{ readonly own: TestEngine; readonly workspaceId: string; readonly accountId: string }> {
  const network = createScriptedNetwork('bluesky')
  const adapter: NetworkAdapter = { ...network.adapter, findPeople: async (_session, name) => ({ ok: true, value: 'tom'.startsWith(name) ? [{ name: '', handle: '@tom.test' }] : others }) }
  const own = await startTestEngine({ adapters: [adapter] })
  engine = own
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.people.set('lune', { password: 'p', identity: identityOf('lune') })
  const { id: accountId } = await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })
  return { own, workspaceId, accountId }
}

test('people are kept for the client over a restart, found by the beginning of any of their names, and can be removed', async () => {
  const { own, workspaceId } = await start()
  const person = { id: own.random.id(), name: 'Éloïse Martin', handles: { bluesky: 'eloise.test', x: 'emartin' } }
  await own.ask('people.save', { workspaceId, person })
  await own.ask('people.save', { workspaceId, person: { ...person, handles: { ...person.handles, mastodon: 'eloise@mamot.example' } } })
  await own.restart({ crash: true })
  for (const query of ['elo', 'MART', '@emar', 'mamot']) expect((await own.ask('people.search', { workspaceId, query })).kept).toMatchObject([{ id: person.id, handles: { mastodon: 'eloise@mamot.example' } }])
  expect((await own.ask('people.search', { workspaceId, query: 'tin' })).kept).toEqual([])
  await own.ask('people.remove', { workspaceId, personId: person.id })
  expect((await own.ask('people.search', { workspaceId, query: 'elo' })).kept).toEqual([])
})

test('a network is asked by one of its accounts, and what it calls people by is written plainly', async () => {
  const { own, workspaceId, accountId } = await start()
  expect(await own.ask('people.lookUp', { workspaceId, accountId, query: '@to' })).toEqual({ found: [{ name: 'tom.test', handle: 'tom.test' }] })
  expect(await own.ask('people.lookUp', { workspaceId, accountId, query: 'nobody' })).toEqual({ found: [] })
  expect(await own.request('people.lookUp', { workspaceId, accountId: own.random.id(), query: 'to' })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

test('whatever a server calls people, a text can mention them and be kept', async () => {
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}'
  const { own, workspaceId, accountId } = await start([
    { name: family.repeat(64), handle: 'family.test' }, { name: 'x'.repeat(2_000_000), handle: 'long.test' }, { name: 'Lea\n\n\u202Eeilrahc\u0000', handle: '@@lea.test' },
    { name: 'Two words', handle: 'two words' }, { name: 'Nobody', handle: '' }, { name: '\u200B', handle: 'unseen.test' }, { name: '', handle: 'h'.repeat(300) }, { name: 'Mo', handle: 'h'.repeat(4_000) }
  ])
  const { found } = await own.ask('people.lookUp', { workspaceId, accountId, query: 'all' })
  expect(found?.map(({ handle }) => handle.slice(0, 12))).toEqual(['family.test', 'long.test', 'lea.test', 'unseen.test', 'hhhhhhhhhhhh'])
  expect(found?.slice(2, 4).map(({ name }) => name)).toEqual(['Lea eilrahc', 'unseen.test'])
  for (const { name, handle } of found ?? []) {
    const person = { id: own.random.id(), name, handles: { bluesky: handle } }
    expect(personSchema.parse(person)).toEqual(person)
    const mention = { type: 'mention', attrs: { personId: person.id, name, handles: person.handles } }
    const content = { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `@${name}`, marks: [mention] }] }] }, targets: [{ accountId, variant: null }], media: [] }
    expect(postContentSchema.safeParse(content).success).toBe(true)
  }
})

import { afterEach, expect, test } from 'vitest'
import { largestContactsFile } from '../../../shared/people/contacts/contact.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const table = bytes('Nom;Instagram;X;Bluesky\nTom Quay;tom.quay;tomq;\nÉloïse Martin;;emartin;eloise.test\nJean Martin;jm2;;\nSans réseau;;;\n;personne;;\n')

async function start() {
  const own = await startTestEngine({ adapters: [] })
  engine = own
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const keep = async (name: string, handles: Record<string, string>) => own.ask('people.save', { workspaceId, person: { id: own.random.id(), name, handles } })
  await keep('Tom', { instagram: 'TOM.quay', x: 'tom1' })
  await keep('Éloïse Martin', { x: 'emartin' })
  await keep('Jean Martin', { instagram: 'jm1' })
  const kept = async () => (await own.ask('people.list', { workspaceId })).people
  const read = async () => own.ask('people.readContacts', { workspaceId, fileName: 'contacts.csv', bytes: table })
  return { own, workspaceId, kept, read }
}

test('a file of contacts is held against who is kept, and reading it keeps nobody', async () => {
  const { read, kept } = await start()
  const before = await kept()
  const { kind, contacts, left } = await read()
  expect(kind).toBe('csv')
  expect(contacts).toMatchObject([
    { name: 'Tom Quay', known: { name: 'Tom' }, adds: {}, differs: { x: 'tomq' } },
    { name: 'Éloïse Martin', known: { name: 'Éloïse Martin' }, adds: { bluesky: 'eloise.test' }, differs: {} },
    { name: 'Jean Martin', known: null, adds: { instagram: 'jm2' }, isNamesake: true },
    { name: 'Sans réseau', known: null, adds: {}, isNamesake: false }
  ])
  expect(left).toEqual([{ line: 6, reason: 'no_name', text: 'personne' }])
  expect(await kept()).toEqual(before)
})

test('an import completes who is kept, adds who is not, adds nothing the second time, and is taken back but for what was changed since', async () => {
  const { own, workspaceId, kept, read } = await start()
  const before = await kept()
  const contacts = (await read()).contacts.map(({ name, handles }) => ({ name, handles }))
  const imported = await own.ask('people.importContacts', { workspaceId, contacts })
  expect(imported.added.map(({ name }) => name)).toEqual(['Jean Martin', 'Sans réseau'])
  expect(imported.changed).toMatchObject([{ before: { handles: { x: 'emartin' } }, after: { handles: { x: 'emartin', bluesky: 'eloise.test' } } }])
  const after = await kept()
  // Those who were used stand before those who came with a file.
  expect(after.map(({ name }) => name).slice(0, 3).toSorted()).toEqual(before.map(({ name }) => name).toSorted())
  expect(after.find(({ name }) => name === 'Tom')?.handles).toEqual({ instagram: 'TOM.quay', x: 'tom1' })

  expect(await own.ask('people.importContacts', { workspaceId, contacts })).toEqual({ added: [], changed: [] })
  expect(await kept()).toEqual(after)
  expect((await read()).contacts.map(({ adds }) => Object.keys(adds).length)).toEqual([0, 0, 0, 0])
  await own.restart({ crash: true })
  expect(await kept()).toEqual(after)

  const changed = imported.added.find(({ name }) => name === 'Sans réseau')
  if (changed !== undefined) await own.ask('people.save', { workspaceId, person: { ...changed, handles: { x: 'trouve' } } })
  await own.ask('people.undoImport', { workspaceId, imported })
  const names = (people: typeof before) => people.map(({ name, handles }) => `${name} ${JSON.stringify(handles)}`).toSorted()
  expect(names(await kept())).toEqual(names([...before, { id: '', name: 'Sans réseau', handles: { x: 'trouve' } }]))
})

test('two in one file who complete the same person are taken back together', async () => {
  const { own, workspaceId, kept } = await start()
  const before = await kept()
  const imported = await own.ask('people.importContacts', { workspaceId, contacts: [{ name: 'A', handles: { x: 'tom1', threads: 'tom' } }, { name: 'B', handles: { instagram: 'tom.quay', telegram: 'tomtom' } }] })
  expect(imported.changed).toHaveLength(2)
  expect((await kept()).find(({ name }) => name === 'Tom')?.handles).toEqual({ instagram: 'TOM.quay', x: 'tom1', threads: 'tom', telegram: 'tomtom' })
  await own.ask('people.undoImport', { workspaceId, imported })
  expect(await kept()).toEqual(before)
})

test('what is no list of contacts, or too large for one, is said by its name and changes nothing', async () => {
  const { own, workspaceId, kept } = await start()
  const before = await kept()
  const refusal = async (content: Uint8Array<ArrayBuffer>) => own.request('people.readContacts', { workspaceId, fileName: 'facture.pdf', bytes: content })
  expect(await refusal(bytes('%PDF-1.7\n'))).toMatchObject({ ok: false, error: { code: 'contacts_unreadable', details: { fileName: 'facture.pdf' } } })
  expect(await refusal(bytes(''))).toMatchObject({ ok: false, error: { code: 'contacts_unreadable' } })
  expect(await refusal(new Uint8Array(largestContactsFile + 1))).toMatchObject({ ok: false, error: { code: 'contacts_too_large' } })
  expect(await kept()).toEqual(before)
})

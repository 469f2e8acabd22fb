import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import type { BegunKind, BegunWords } from '../../../shared/begun/begun-words.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let [one, two] = ['', '']

beforeEach(async () => {
  engine = await startTestEngine({ adapters: [] })
  ;[one, two] = [engine.random.id(), engine.random.id()]
  for (const id of [one, two]) await engine.ask('workspaces.create', { id, name: id.slice(0, 8), colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const keep = (kind: BegunKind, id: string, words: BegunWords | null, workspaceId = one) => engine.ask('begun.keep', { workspaceId, kind, id, words })
const read = async (kind: BegunKind, ids: string[], workspaceId = one) => (await engine.ask('begun.read', { workspaceId, kind, ids })).begun

it('keeps what was begun over a crash, by kind, place and client, until it is given up', async () => {
  const snippet: BegunWords = { kind: 'snippet', isNew: true, snippet: { id: engine.random.id(), kind: 'text', name: '', text: 'Merci de ' } }
  const edit: BegunWords = { kind: 'edit', texts: [{ jobIds: [engine.random.id()], title: '', document: textToDocument('Bonjour à t') }] }
  await keep('snippet', 'snippet', snippet)
  await keep('edit', 'p 1', edit)
  await keep('tag', 'p all', { kind: 'tag', text: 'vit' })
  await keep('tag', 'p all', { kind: 'tag', text: 'vitri' })
  await engine.restart({ crash: true })
  expect([await read('snippet', ['snippet', 'p 1']), await read('edit', ['p 1']), await read('tag', ['p all', 'p all'])]).toEqual([[{ id: 'snippet', words: snippet }], [{ id: 'p 1', words: edit }], [{ id: 'p all', words: { kind: 'tag', text: 'vitri' } }]])
  expect(await read('tag', ['p all'], two)).toEqual([])
  await keep('tag', 'p all', null)
  await keep('tag', 'p all', null)
  await engine.restart({ crash: true })
  expect([await read('tag', ['p all']), (await read('edit', ['p 1'])).length]).toEqual([[], 1])
})

it('takes no words of another kind, and forgets after half a year what nobody came back to', async () => {
  expect(await engine.request('begun.keep', { workspaceId: one, kind: 'edit', id: 'p 1', words: { kind: 'tag', text: 'x' } })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  await keep('tag', 'old', { kind: 'tag', text: 'vit' })
  const database = openDatabase(join(engine.folder, 'workspaces', one, 'workspace.db'))
  database.exec(`UPDATE begun_words SET written_at = written_at - ${String(200 * 86_400_000)}`)
  database.close()
  await keep('tag', 'new', { kind: 'tag', text: 'vit' })
  expect((await read('tag', ['old', 'new'])).map(({ id }) => id)).toEqual(['new'])
})

it('gives a client of before the place for them, with what it had', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const database = openDatabase(join(folder, 'workspace.db'))
  try {
    await migrate(database, workspaceMigrations.slice(0, workspaceMigrations.findIndex(({ name }) => name === 'begun words')), () => Promise.resolve())
    database.exec("INSERT INTO ideas (id, stage, place, title, note, updated_at) VALUES ('i', 'idea', 0, 'Une vitrine', '', 0)")
    await migrate(database, workspaceMigrations, () => Promise.resolve())
    expect(database.prepare('SELECT title FROM ideas').all()).toEqual([{ title: 'Une vitrine' }])
    expect(database.prepare('SELECT * FROM begun_words').all()).toEqual([])
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})

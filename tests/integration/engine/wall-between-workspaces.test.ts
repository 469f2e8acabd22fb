import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOnceName } from '../../../shared/contract/once.ts'
import { requestMap, requestNames, type RequestName } from '../../../shared/contract/request-map.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { Random } from '../../../electron/engine/random.ts'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { inventInput, type Invention } from '../support/invent-input.ts'
import { feedsAtEveryAddress, fillWorkspace } from '../support/fill-workspace.ts'
import { createScriptedNetwork } from '../support/scripted-network.ts'
import { createSeededRandom } from '../support/seeded-random.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const seed = Number(process.env['VIGIE_TEST_SEED'] ?? 20261121)
const inputsOfEach = 12

/** Requests of the engine that are about one workspace. The list comes from the contract: a new request is tested without being named here. */
const scoped = requestNames.filter((name) => {
  const { handledBy, input } = requestMap[name]
  return handledBy === 'engine' && 'workspaceId' in input.shape
})
/** They end or begin a workspace; what they do to the one that they name is tested elsewhere. */
const notHere = new Set(['workspaces.remove', 'practice.start'])

let engine: TestEngine
let mine: string
let theirs: string
/** Everything asked so far, and what the web answered to it: what a question named itself may come back, then and later. */
let asked = ''

/** A feed is public: who names its address may read it, also when the other client follows it. */
const web: HttpClient = {
  async send(request) {
    const result = await feedsAtEveryAddress.send(request)
    if (result.ok) asked += new TextDecoder().decode(result.response.body)
    return result
  }
}

beforeAll(async () => {
  const network = createScriptedNetwork('bluesky')
  engine = await startTestEngine({ adapters: [network.adapter], http: web, startBackgroundWork: false, seed })
  mine = engine.random.id()
  theirs = engine.random.id()
  await fillWorkspace(engine, network, { id: mine, name: 'Maison Lune', about: 'candles' })
  await fillWorkspace(engine, network, { id: theirs, name: 'Banque Ferron', about: 'merger' })
  asked = ''
})
afterAll(() => engine.stop())

const databaseOf = (workspaceId: string): string => join(engine.folder, 'workspaces', workspaceId, 'workspace.db')

/** Every row of every table as text; the engine's own notes about upkeep left out. */
function readAll(workspaceId: string): readonly (readonly [string, unknown])[] {
  const database = openDatabase(databaseOf(workspaceId), { readonly: true })
  try {
    const tables = database.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'maintenance'`).pluck().all()
    return tables.flatMap((table) => database.prepare(`SELECT * FROM "${table}"`).all().map((row) => [table, row] as const))
  } finally {
    database.close()
  }
}

const fingerprint = (workspaceId: string): string => createHash('sha256').update(JSON.stringify(readAll(workspaceId))).digest('hex')

function textsOf(workspaceId: string): ReadonlySet<string> {
  const texts = readAll(workspaceId).flatMap(([, row]) => Object.values(row as Record<string, unknown>).filter((value) => typeof value === 'string'))
  return new Set(texts.filter((text) => text.length >= 6))
}

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text)

/** Ids of the kind that a field takes: `postId` of posts, `jobId` of outbox_jobs. Of any kind when its name tells nothing. */
function idsFor(rows: ReturnType<typeof readAll>, field: string): readonly string[] {
  const kind = field.replace(/Ids?$/, '').replace(/^new|^before$/, '').toLowerCase()
  const all = rows.flatMap(([table, row]) => (typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? [{ table, id: row.id }] : []))
  const fitting = all.filter(({ table }) => kind !== '' && table.replace(/s$/, '').endsWith(kind))
  return (fitting.length > 0 ? fitting : all).map(({ id }) => id)
}

/** Mostly the other's, sometimes one's own, so that a mixture gets through too. */
function mostlyTheirs(random: Random): (field: string) => readonly string[] {
  const rows = { mine: readAll(mine), theirs: readAll(theirs) }
  return (field) => idsFor(random.fraction() < 0.8 ? rows.theirs : rows.mine, field)
}

/** What bears an id is done, each time. */
const deliveredOnce = (name: RequestName): { readonly requestId?: string } => (isOnceName(name) ? { requestId: randomUUID() } : {})

describe('the wall between two clients', () => {
  it('has something to keep apart', () => {
    expect(scoped.length).toBeGreaterThan(20)
    const tables = new Set(readAll(theirs).map(([table]) => table))
    for (const table of ['accounts', 'posts', 'post_targets', 'outbox_jobs', 'media', 'conversations', 'inbox_items', 'feeds', 'feed_items', 'watch_rules']) expect(tables).toContain(table)
  })

  it.each(scoped.filter((name) => !notHere.has(name)))('%s never shows or changes anything of the other client', async (name) => {
    const random = createSeededRandom(seed + name.length)
    const ofMine = textsOf(mine)
    const secrets = [...textsOf(theirs)].filter((text) => !ofMine.has(text))
    const before = fingerprint(theirs)
    const invention: Invention = {
      random,
      idsFor: mostlyTheirs(random),
      texts: [...secrets.filter((text) => !isId(text)), 'merger', 'candles', 'https://feed.example/rss'],
      bytes: [new Uint8Array([1, 2, 3])]
    }
    for (let round = 0; round < inputsOfEach; round += 1) {
      const input = { ...(inventInput(requestMap[name].input, invention) as Record<string, unknown>), ...deliveredOnce(name), workspaceId: mine }
      asked += JSON.stringify(input)
      const result: Result<unknown> = await engine.requestAnything(name, input)
      if (!result.ok) expect(result.error.code, JSON.stringify([input, result, engine.logLines.at(-1)])).not.toBe('bug')
      const answer = JSON.stringify(result)
      const shown = secrets.filter((text) => answer.includes(JSON.stringify(text).slice(1, -1)) && !asked.includes(JSON.stringify(text).slice(1, -1)))
      expect(shown, JSON.stringify(input)).toEqual([])
      expect(fingerprint(theirs), JSON.stringify(input)).toBe(before)
    }
  })

  it('emits nothing in the name of the other client', async () => {
    const before = engine.events.length
    const random = createSeededRandom(seed)
    const chooseFrom = mostlyTheirs(random)
    for (const name of scoped.filter((each) => !notHere.has(each))) {
      const input = { ...(inventInput(requestMap[name].input, { random, idsFor: chooseFrom, texts: ['merger'], bytes: [new Uint8Array([1])] }) as Record<string, unknown>), ...deliveredOnce(name), workspaceId: mine }
      await engine.requestAnything(name, input)
    }
    const named = engine.events.slice(before).flatMap(({ payload }) => ('workspaceId' in payload ? [payload.workspaceId] : []))
    expect(named.filter((workspaceId) => workspaceId !== mine)).toEqual([])
  })

  it.each(scoped)('%s refuses a workspace that does not exist, and input that does not fit', async (name) => {
    const random = createSeededRandom(seed)
    const means: Invention = { random, idsFor: () => [random.id()], texts: ['words'], bytes: [new Uint8Array([1])] }
    const input = { ...(inventInput(requestMap[name].input, means) as Record<string, unknown>), workspaceId: random.id() }
    if (name !== 'practice.start') expect(await engine.requestAnything(name, input)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    for (const nonsense of [null, 'text', [], {}, { ...input, workspaceId: '../../etc' }, { ...input, workspaceId: undefined }]) {
      expect(await engine.requestAnything(name, nonsense)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    }
  })

  it('does not open the media of one client to the other', async () => {
    const [media] = readAll(theirs).flatMap(([table, row]) => (table === 'media' ? [row as { id: string }] : []))
    expect(await engine.askAsMain('media.locate', { workspaceId: theirs, mediaId: media!.id, size: 'full' })).toMatchObject({ ok: true, value: { mediaType: 'image/png' } })
    // One request lets its caller name the new picture, and may have been given this very id: then it is a picture of mine, made of mine.
    for (const size of ['full', 'small'] as const) {
      const located = await engine.askAsMain('media.locate', { workspaceId: mine, mediaId: media!.id, size })
      expect(located).toMatchObject({ ok: true })
      if (located.ok && located.value !== null) expect(located.value.path).toContain(join('workspaces', mine))
    }
    expect(await engine.askAsMain('media.locate', { workspaceId: engine.random.id(), mediaId: media!.id, size: 'full' })).toEqual({ ok: true, value: null })
  })
})

import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { startTestEngine, type TestEngine } from '../integration/support/start-test-engine.ts'
import { cost, type BenchResult } from './bench-result.ts'
import { seedDataFolder, type SeededFolder } from './seed-data-folder.ts'
import { percentile } from './statistics.ts'

const messages = 1_000_000
const pages = 200
const searchesEach = 10
/** Before the first sample: what is compiled and cached by then is so for both. */
const warmUps = 20
/** What people look for: rare and common words of both languages, beginnings, several words, and accents left out. */
const searches = ['commande', 'livraison', 'merci', 'the', 'bonjour', 'horai', 'opening hours', 'deçu', 'decu', 'scandaleux', 'le', 'thank you so', 'cafe', 'remboursement', 'b', 'nant']

/** A page of the inbox and full-text search as the page asks for them, against the plain statements on the same rows by the same indexes: prepared, warm, in turn. */
export async function benchInbox(): Promise<readonly BenchResult[]> {
  const seeded = await seedDataFolder(messages)
  const database = new Database(seeded.databaseFile, { readonly: true })
  const engine = await startTestEngine({ folder: seeded.folder, startBackgroundWork: false, checkAnswers: false })
  try {
    const page = await measurePage(engine, seeded, database)
    const search = await measureSearch(engine, seeded, database)
    return [
      cost('page of inbox, 1,000,000 messages, p50 (floor: the same rows by the index, raw)', percentile(page.product, 0.5), percentile(page.floor, 0.5), 'ms'),
      cost('page of inbox, 1,000,000 messages, p95 (floor: the same rows by the index, raw)', percentile(page.product, 0.95), percentile(page.floor, 0.95), 'ms'),
      cost('full-text search, 1,000,000 messages, p50 (floor: the same rows by the index, raw)', percentile(search.product, 0.5), percentile(search.floor, 0.5), 'ms'),
      cost('full-text search, 1,000,000 messages, p95 (floor: the same rows by the index, raw)', percentile(search.product, 0.95), percentile(search.floor, 0.95), 'ms')
    ]
  } finally {
    database.close()
    await engine.stop()
    rmSync(seeded.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Samples {
  readonly product: readonly number[]
  readonly floor: readonly number[]
}

async function measurePage(engine: TestEngine, { workspaceId }: SeededFolder, database: Database.Database): Promise<Samples> {
  const raw = database.prepare(`SELECT * FROM conversations WHERE state = 'open' ORDER BY last_at DESC, id DESC LIMIT 51`)
  const ask = (): Promise<unknown> => engine.ask('inbox.page', { workspaceId, view: 'open', kind: null, accountId: null, before: null, limit: 50 })
  return inTurn(pages, ask, () => raw.all())
}

async function measureSearch(engine: TestEngine, { workspaceId }: SeededFolder, database: Database.Database): Promise<Samples> {
  const raw = database.prepare(`
    SELECT item.*, conversation.* FROM inbox_search AS hit
    JOIN inbox_items AS item ON item.number = hit.rowid JOIN conversations AS conversation ON conversation.id = item.conversation_id
    WHERE hit.inbox_search MATCH ? ORDER BY hit.rowid DESC LIMIT 50`)
  const samples: Samples[] = []
  for (const text of searches) samples.push(await inTurn(searchesEach, () => engine.ask('inbox.search', { workspaceId, text, limit: 50 }), () => raw.all(toMatch(text))))
  return { product: samples.flatMap(({ product }) => product), floor: samples.flatMap(({ floor }) => floor) }
}

/** Every word, the last one as a beginning: what the product's own query comes to, without its parser. */
function toMatch(words: string): string {
  return `${words.split(' ').map((word) => `"${word}"`).join(' AND ')}*`
}

/** Some of each to warm up; then both in turn, so that they meet the same noise. */
async function inTurn(times: number, ask: () => Promise<unknown>, raw: () => unknown): Promise<Samples> {
  const product: number[] = []
  const floor: number[] = []
  for (let turn = -warmUps; turn < times; turn += 1) {
    const began = performance.now()
    await ask()
    const between = performance.now()
    raw()
    const ended = performance.now()
    if (turn < 0) continue
    product.push(between - began)
    floor.push(ended - between)
  }
  return { product, floor }
}

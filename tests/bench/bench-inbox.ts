import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { startTestEngine } from '../integration/support/start-test-engine.ts'
import { cost, type BenchResult } from './bench-result.ts'
import { seedDataFolder, type SeededFolder } from './seed-data-folder.ts'
import { percentile } from './statistics.ts'

const messages = 1_000_000
const pages = 200
/** What people look for: rare and common words of both languages, beginnings, several words, and accents left out. */
const searches = ['commande', 'livraison', 'merci', 'the', 'bonjour', 'horai', 'opening hours', 'deçu', 'decu', 'scandaleux', 'le', 'thank you so', 'cafe', 'remboursement', 'b', 'nant']

/** A page of the inbox and full-text search as the page asks for them, against the least SQLite needs for the same rows. */
export async function benchInbox(): Promise<readonly BenchResult[]> {
  const seeded = await seedDataFolder(messages)
  try {
    const floor = measureFloor(seeded)
    const product = await measureProduct(seeded)
    return [
      cost('page of inbox, 1,000,000 messages, p95 (floor: raw select)', percentile(product.page, 0.95), percentile(floor.page, 0.95), 'ms'),
      cost('full-text search, 1,000,000 messages, p50 (floor: raw match)', percentile(product.search, 0.5), percentile(floor.search, 0.5), 'ms'),
      cost('full-text search, 1,000,000 messages, p95 (floor: raw match)', percentile(product.search, 0.95), percentile(floor.search, 0.95), 'ms')
    ]
  } finally {
    rmSync(seeded.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Samples {
  readonly page: readonly number[]
  readonly search: readonly number[]
}

function measureFloor({ databaseFile }: SeededFolder): Samples {
  const database = new Database(databaseFile, { readonly: true })
  const page = database.prepare('SELECT * FROM conversations ORDER BY last_at DESC, id DESC LIMIT 50')
  const match = database.prepare('SELECT rowid FROM inbox_search WHERE inbox_search MATCH ? ORDER BY rowid DESC LIMIT 50')
  const samples = { page: repeat(pages, () => page.all()), search: searches.flatMap((words) => repeat(10, () => match.all(toMatch(words)))) }
  database.close()
  return samples
}

/** Every word, the last one as a beginning: what the product's own query comes to, without its parser. */
function toMatch(words: string): string {
  return `${words.split(' ').map((word) => `"${word}"`).join(' AND ')}*`
}

async function measureProduct({ folder, workspaceId }: SeededFolder): Promise<Samples> {
  const engine = await startTestEngine({ folder, startBackgroundWork: false })
  const page = await repeatAsync(pages, () => engine.ask('inbox.page', { workspaceId, view: 'all', kind: null, accountId: null, before: null, limit: 50 }))
  const search: number[] = []
  for (const text of searches) search.push(...(await repeatAsync(10, () => engine.ask('inbox.search', { workspaceId, text, limit: 50 }))))
  await engine.stop()
  return { page, search }
}

function repeat(times: number, work: () => unknown): number[] {
  return Array.from({ length: times }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
}

async function repeatAsync(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now()
    await work()
    samples.push(performance.now() - began)
  }
  return samples
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createConversationSums } from '../../electron/engine/inbox/conversation-sums.ts'
import { createConversations } from '../../electron/engine/inbox/conversations.ts'
import { createInboxItems } from '../../electron/engine/inbox/inbox-items.ts'
import { createReviewItems } from '../../electron/engine/inbox/review-items.ts'
import { createStoreItems } from '../../electron/engine/inbox/store-items.ts'
import type { IncomingItem } from '../../electron/engine/networks/network-incoming.ts'
import { createSeededRandom } from '../integration/support/seeded-random.ts'
import { createMessageTexts } from '../support/message-texts.ts'
import { rate, type BenchResult } from './bench-result.ts'
import { seedDataFolder } from './seed-data-folder.ts'

const items = 20_000
/** What the inbox holds before. */
const itemsBefore = 1_000
/** As many as a network gives in one answer. */
const batchLength = 40

/** Items taken in a second, with index, search words, conversations and sums, each batch safe on disk, against plain inserts of the same texts. */
export async function benchInsert(): Promise<readonly BenchResult[]> {
  const incoming = makeItems()
  const product = await measureProduct(incoming)
  const floor = measureFloor(incoming)
  return [rate('messages taken in (floor: raw better-sqlite3, same batches)', items / product, items / floor, 'a second')]
}

function makeItems(): readonly IncomingItem[] {
  const random = createSeededRandom(3)
  const texts = createMessageTexts(random)
  return Array.from({ length: items }, (_, index) => {
    const author = texts.author()
    return {
      remoteId: `incoming-${index}`, conversationRemoteId: `talk-${Math.floor(random.fraction() * (items / 4))}`, kind: 'comment', parentRemoteId: null, ourPostRemoteId: null,
      authorName: author.name, authorHandle: author.handle, isOwn: index % 5 === 4, text: texts.text(), url: null, createdAt: Date.UTC(2026, 9, 1) + index * 60_000,
      attachmentCount: 0, isLiked: false, isHeld: false
    }
  })
}

async function measureProduct(incoming: readonly IncomingItem[]): Promise<number> {
  const seeded = await seedDataFolder(itemsBefore)
  const database = openDurable(seeded.databaseFile)
  const account = database.prepare<[], { id: string }>('SELECT id FROM accounts').get()
  if (account === undefined) throw new Error('the seeded folder has no account')
  const store = createStoreItems({ database, random: createSeededRandom(5), items: createInboxItems(database), reviews: createReviewItems(database), conversations: createConversations(database), sums: createConversationSums(database) })
  const seconds = inBatches(incoming, (batch) =>
    database.transaction(() => store({ accountId: account.id, items: batch, now: Date.UTC(2026, 10, 21), isFirstLook: false }))()
  )
  database.close()
  rmSync(seeded.folder, { recursive: true, force: true, maxRetries: 5 })
  return seconds
}

function measureFloor(incoming: readonly IncomingItem[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
  const database = openDurable(join(folder, 'floor.db'))
  database.exec('CREATE TABLE messages (remote_id TEXT, author TEXT, text TEXT, created_at INTEGER) STRICT')
  const insert = database.prepare('INSERT INTO messages VALUES (?, ?, ?, ?)')
  const seconds = inBatches(incoming, (batch) =>
    database.transaction(() => {
      for (const item of batch) insert.run(item.remoteId, item.authorName, item.text, item.createdAt)
    })()
  )
  database.close()
  rmSync(folder, { recursive: true, force: true })
  return seconds
}

function openDurable(file: string): Database.Database {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  return database
}

function inBatches(incoming: readonly IncomingItem[], store: (batch: readonly IncomingItem[]) => void): number {
  const began = performance.now()
  for (let from = 0; from < incoming.length; from += batchLength) store(incoming.slice(from, from + batchLength))
  return (performance.now() - began) / 1000
}

import type Database from 'better-sqlite3'
import { firstNumberAt } from '../../electron/engine/database/time-ordered-number.ts'
import type { Random } from '../../electron/engine/random.ts'
import { conversationKinds } from '../../shared/inbox/inbox-item.ts'
import { createMessageTexts } from './message-texts.ts'

export interface SeedInbox {
  /** Accounts that exist in this database. */
  readonly accountIds: readonly string[]
  readonly items: number
  /** The items are spread evenly over the time from here to there, ms since the epoch. */
  readonly from: number
  readonly until: number
  readonly random: Random
  /** Items of a conversation on average. Default 4. */
  readonly itemsPerConversation?: number
}

interface Place {
  readonly id: string
  readonly accountId: string
  readonly kind: (typeof conversationKinds)[number]
  readonly author: { readonly name: string; readonly handle: string }
  lastText: string
  lastAt: number
  lastIsOwn: boolean
  unread: number
  waitingSince: number | null
}

/**
 * Fills an empty inbox with French and English messages, by plain prepared inserts in one transaction.
 * A tenth of the conversations is open and has something unread; the others are done. Of ten items two are our own answers.
 */
export function seedInbox(database: Database.Database, seed: SeedInbox): void {
  const texts = createMessageTexts(seed.random)
  const write = prepareWrites(database)
  const step = (seed.until - seed.from) / seed.items
  const chanceOfNew = 1 / (seed.itemsPerConversation ?? 4)
  const places: Place[] = []
  const conversationIds = risingIds(seed.random)
  const itemIds = risingIds(seed.random)
  let number = 0

  const begin = (): Place => {
    const place: Place = {
      id: conversationIds(places.length), author: texts.author(), lastText: '', lastAt: 0, lastIsOwn: false, unread: 0, waitingSince: null,
      accountId: seed.accountIds[places.length % seed.accountIds.length]!,
      kind: conversationKinds[places.length % conversationKinds.length]!
    }
    places.push(place)
    write.conversation.run(place.id, place.accountId, place.kind, `conversation-${String(places.length).padStart(9, '0')}`, place.author.name, place.author.handle)
    return place
  }

  /** People go on with what was said lately. */
  const goOn = (): Place => places[places.length - 1 - Math.floor(seed.random.fraction() ** 2 * Math.min(places.length, 2_000))]!

  const addItem = (index: number): void => {
    const place = places.length === 0 || seed.random.fraction() < chanceOfNew ? begin() : goOn()
    const at = Math.floor(seed.from + step * index)
    number = Math.max(number + 1, firstNumberAt(at))
    const isOwn = index % 5 === 4
    const isRead = isOwn || index % 40 !== 0
    const author = isOwn ? { name: 'Vigie', handle: '@vigie' } : place.author
    const text = texts.text()
    write.item.run(number, itemIds(index), place.id, place.accountId, `item-${String(index).padStart(9, '0')}`, author.name, author.handle, isOwn ? 1 : 0, text, at, isRead ? 1 : 0)
    write.words.run(number, text, author.name, author.handle)
    place.lastText = text.slice(0, 280)
    place.lastAt = at
    place.lastIsOwn = isOwn
    place.waitingSince = isOwn ? null : (place.waitingSince ?? at)
    if (!isRead) place.unread += 1
  }

  database.transaction(() => {
    for (let index = 0; index < seed.items; index += 1) addItem(index)
    for (const place of places) {
      const state = place.unread > 0 ? 'open' : 'done'
      write.sums.run(place.lastText, place.lastAt, place.lastIsOwn ? 1 : 0, place.unread, state, state === 'done' ? null : place.waitingSince, place.id)
    }
  })()
}

/** Ids that rise fill an index from its end, which makes the seeding twice as fast. */
function risingIds(random: Random): (index: number) => string {
  const tail = random.id().slice(8)
  return (index) => index.toString(16).padStart(8, '0') + tail
}

function prepareWrites(database: Database.Database) {
  return {
    conversation: database.prepare(
      `INSERT INTO conversations (id, account_id, kind, remote_id, our_post_remote_id, author_name, author_handle, last_text, last_at, last_is_own, unread, state, snoozed_until, waiting_since, handled_until)
       VALUES (?, ?, ?, ?, NULL, ?, ?, '', 0, 0, 0, 'done', NULL, NULL, 0)`
    ),
    item: database.prepare(
      `INSERT INTO inbox_items (number, id, conversation_id, account_id, remote_id, parent_remote_id, author_name, author_handle, is_own, text, url, created_at, is_read, is_liked, is_held, attachment_count)
       VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, NULL, ?, ?, 0, 0, 0)`
    ),
    words: database.prepare('INSERT INTO inbox_search (rowid, text, author_name, author_handle) VALUES (?, ?, ?, ?)'),
    sums: database.prepare('UPDATE conversations SET last_text = ?, last_at = ?, last_is_own = ?, unread = ?, state = ?, waiting_since = ? WHERE id = ?')
  }
}

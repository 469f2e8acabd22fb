import type Database from 'better-sqlite3'

export interface StoredCard {
  readonly url: string
  readonly title: string
  readonly description: string
  readonly siteName: string
  /** Names the picture by its content; null: there is none. */
  readonly pictureId: string | null
  /** ms since the epoch. */
  readonly readAt: number
}

export interface StoredPicture {
  readonly id: string
  /** JPEG. */
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** What one job of a post carries; `card`: as JSON. */
export interface JobCard {
  readonly accountId: string
  readonly card: string | null
  readonly isOver: number
}

export interface LinkCardsRepository {
  find(url: string): StoredCard | null
  findPicture(id: string): StoredPicture | null
  /** Of everything that has its time or went out, in the order of the parts. */
  fixedFor(postId: string): readonly JobCard[]
  /** New, or instead of what the page said before. Keeps so many cards at most, and every picture that a card or a post that is to go out names. */
  write(card: StoredCard, picture: StoredPicture | null): void
}

const mostCards = 300

export function createLinkCardsRepository(database: Database.Database): LinkCardsRepository {
  const find = database.prepare<[string], StoredCard>('SELECT url, title, description, site_name AS siteName, picture_id AS pictureId, read_at AS readAt FROM link_cards WHERE url = ?')
  const findPicture = database.prepare<[string], StoredPicture>('SELECT id, bytes, width, height FROM link_card_pictures WHERE id = ?')
  const fixedFor = database.prepare<[string], JobCard>(
    `SELECT account_id AS accountId, CASE WHEN json_valid(payload) THEN payload ->> '$.card' END AS card, finished_at IS NOT NULL AS isOver FROM outbox_jobs
     WHERE post_id = ? AND kind = 'publish_post' AND state <> 'cancelled' ORDER BY rowid`
  )
  const upsert = database.prepare<StoredCard>(
    `INSERT INTO link_cards (url, title, description, site_name, picture_id, read_at) VALUES (@url, @title, @description, @siteName, @pictureId, @readAt)
     ON CONFLICT (url) DO UPDATE SET title = @title, description = @description, site_name = @siteName, picture_id = @pictureId, read_at = @readAt`
  )
  const insertPicture = database.prepare<StoredPicture>('INSERT INTO link_card_pictures (id, bytes, width, height) VALUES (@id, @bytes, @width, @height) ON CONFLICT (id) DO NOTHING')
  const forget = database.prepare<[number]>('DELETE FROM link_cards WHERE url IN (SELECT url FROM link_cards ORDER BY read_at DESC LIMIT -1 OFFSET ?)')
  const forgetPictures = database.prepare<[]>(
    `DELETE FROM link_card_pictures WHERE id NOT IN (SELECT picture_id FROM link_cards WHERE picture_id IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM outbox_jobs WHERE finished_at IS NULL AND instr(payload, link_card_pictures.id) > 0)`
  )
  const write = database.transaction((card: StoredCard, picture: StoredPicture | null) => {
    if (picture !== null) insertPicture.run(picture)
    upsert.run(card)
    forget.run(mostCards)
    forgetPictures.run()
  })
  return {
    find: (url) => find.get(url) ?? null,
    fixedFor: (postId) => fixedFor.all(postId),
    findPicture: (id) => findPicture.get(id) ?? null,
    write: (card, picture) => write.immediate(card, picture)
  }
}

import type Database from 'better-sqlite3'

/**
 * Tables that name no media or are asked by an index below, each too large or too certain to be searched. A table that is not here is searched, so one that is new protects what it names without anybody
 * having to remember.
 */
const withoutMedia: readonly string[] = [
  'voice', 'requests_taken', 'link_cards', 'link_card_pictures', 'post_figures', 'account_figures', 'reactions_told', 'posts_there', 'people',
  'media', 'posts', 'post_parts', 'accounts', 'conversations', 'inbox_items', 'account_cursors', 'message_looks', 'reading_costs', 'feeds', 'feed_items', 'watch_rules', 'watch_hits', 'job_attempts', 'job_moments', 'rate_limits', 'post_texts', 'snippets', 'ideas', 'idea_words', 'begun_words', 'past_posts', 'post_media', 'post_versions', 'post_version_media',
  'text_histories', 'text_history_entries', 'captions'
]

/** Answers whether anything of the workspace still refers to a file: a draft, a post, a job, a series, a picture made of it, or whatever else holds its id, alone or inside a longer text. */
export function createReferenceFinder(database: Database.Database): (mediaId: string) => boolean {
  const indexed = database.prepare<{ id: string }>(
    'SELECT 1 FROM post_media WHERE media_id = @id UNION ALL SELECT 1 FROM post_media WHERE cover_id = @id UNION ALL SELECT 1 FROM post_version_media WHERE media_id = @id UNION ALL SELECT 1 FROM media WHERE origin_id = @id LIMIT 1'
  )
  const isElsewhere = createSearch(database)
  return (mediaId) => indexed.get({ id: mediaId }) !== undefined || isElsewhere(mediaId)
}

/** The same for what is still to be published, or may be made of it again: what was published and earlier versions are history. */
export function createOpenReferenceFinder(database: Database.Database): (mediaId: string) => boolean {
  const open = database.prepare<{ id: string }>('SELECT 1 FROM post_media JOIN posts ON posts.id = post_media.post_id WHERE (post_media.media_id = @id OR post_media.cover_id = @id) AND posts.published_at IS NULL LIMIT 1')
  const isElsewhere = createSearch(database)
  return (mediaId) => open.get({ id: mediaId }) !== undefined || isElsewhere(mediaId)
}

/** Where posts and their versions name subtitles: in no column that an index could ask. */
const withCaptions: ReadonlySet<string> = new Set(['posts', 'post_parts', 'post_media', 'post_versions', 'post_version_media'])

/** The same for subtitles: a film of a post, of an earlier version of one, or a job. */
export function createCaptionsReferenceFinder(database: Database.Database): (captionsId: string) => boolean {
  return createSearch(database, withoutMedia.filter((table) => !withCaptions.has(table)))
}

/** Searches every table that is not known to hold none. */
function createSearch(database: Database.Database, without: readonly string[] = withoutMedia): (id: string) => boolean {
  const tables = database
    .prepare<[string], { tableName: string; anyColumn: string }>(
      `SELECT tables.name AS tableName, group_concat('instr("' || columns.name || '", @id) > 0', ' OR ') AS anyColumn
       FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND columns.type = 'TEXT' AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND tables.sql NOT LIKE 'CREATE VIRTUAL TABLE%' AND tables.name NOT IN (SELECT value FROM json_each(?))
       GROUP BY tables.name`
    )
    .all(JSON.stringify(without))
  // Finished jobs are history: their posts refer to the media themselves.
  const among = tables.map(({ tableName, anyColumn }) => `EXISTS (SELECT 1 FROM "${tableName}" WHERE (${anyColumn})${tableName === 'outbox_jobs' ? ' AND finished_at IS NULL' : ''})`)
  const anywhere = database.prepare<{ id: string }, { found: number }>(`SELECT ${among.length === 0 ? '0' : among.join(' OR ')} AS found`)
  return (mediaId) => anywhere.get({ id: mediaId })?.found === 1
}

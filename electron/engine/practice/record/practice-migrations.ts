import type { Migration } from '../../database/migration.ts'

/**
 * The practice network's own record, apart from Vigie's database as any other network's would be: whether something was published
 * exactly once can be checked here. Times are ms since the epoch. Ids of statuses are text of 18 digits that rise with time
 * (`status-id.ts`), so that text order is time order. Secrets of clients are kept as SHA-256 only.
 */
const migration0001: Migration = {
  version: 1,
  name: 'the practice network',
  up(database) {
    database.exec(`
      CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE members (
        id TEXT PRIMARY KEY,
        handle TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        note TEXT NOT NULL,
        language TEXT NOT NULL,
        is_own INTEGER NOT NULL,
        followers INTEGER NOT NULL,
        following INTEGER NOT NULL,
        joined_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE conversations (
        id INTEGER PRIMARY KEY,
        root_status_id TEXT NOT NULL UNIQUE,
        last_status_id TEXT NOT NULL,
        unread INTEGER NOT NULL,
        hidden INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE statuses (
        id TEXT PRIMARY KEY,
        author_id TEXT NOT NULL REFERENCES members (id),
        text TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        in_reply_to_id TEXT REFERENCES statuses (id),
        root_id TEXT NOT NULL,
        reblog_of_id TEXT REFERENCES statuses (id),
        visibility TEXT NOT NULL CHECK (visibility IN ('public', 'unlisted', 'private', 'direct')),
        spoiler_text TEXT NOT NULL,
        sensitive INTEGER NOT NULL,
        language TEXT NOT NULL,
        conversation_id INTEGER REFERENCES conversations (id),
        edited_at INTEGER,
        deleted_at INTEGER
      ) STRICT;
      CREATE INDEX statuses_by_author ON statuses (author_id, id);
      CREATE INDEX statuses_by_parent ON statuses (in_reply_to_id) WHERE in_reply_to_id IS NOT NULL;
      CREATE INDEX statuses_by_root ON statuses (root_id, id);
      CREATE INDEX statuses_by_reblog ON statuses (reblog_of_id) WHERE reblog_of_id IS NOT NULL;
      CREATE INDEX statuses_by_conversation ON statuses (conversation_id, id) WHERE conversation_id IS NOT NULL;

      CREATE TABLE mentions (
        status_id TEXT NOT NULL REFERENCES statuses (id),
        member_id TEXT NOT NULL REFERENCES members (id),
        PRIMARY KEY (status_id, member_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE media (
        id INTEGER PRIMARY KEY,
        status_id TEXT REFERENCES statuses (id),
        place INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        description TEXT NOT NULL,
        focus TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX media_by_status ON media (status_id, place) WHERE status_id IS NOT NULL;

      CREATE TABLE favourites (
        status_id TEXT NOT NULL REFERENCES statuses (id),
        member_id TEXT NOT NULL REFERENCES members (id),
        created_at INTEGER NOT NULL,
        PRIMARY KEY (status_id, member_id)
      ) STRICT, WITHOUT ROWID;

      -- What the workspace's own account is told; the community needs none.
      CREATE TABLE notifications (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('mention', 'favourite', 'reblog', 'follow')),
        member_id TEXT NOT NULL REFERENCES members (id),
        status_id TEXT REFERENCES statuses (id),
        created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE idempotency_keys (
        key TEXT PRIMARY KEY,
        status_id TEXT NOT NULL REFERENCES statuses (id),
        created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE clients (
        id TEXT PRIMARY KEY,
        secret_hash TEXT NOT NULL,
        name TEXT NOT NULL,
        website TEXT,
        redirect_uris TEXT NOT NULL,
        scopes TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE tokens (
        hash TEXT PRIMARY KEY,
        client_id TEXT NOT NULL REFERENCES clients (id),
        scopes TEXT NOT NULL,
        for_member INTEGER NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;

      -- What members are going to do, in the community's own time (see community-clock.ts).
      CREATE TABLE planned_acts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        due REAL NOT NULL,
        act TEXT NOT NULL
      ) STRICT;
      CREATE INDEX planned_acts_by_due ON planned_acts (due, id);

      -- What a member meant with a status, so that an answer to it is understood.
      CREATE TABLE purposes (
        status_id TEXT PRIMARY KEY REFERENCES statuses (id),
        purpose TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE feeds (
        slug TEXT PRIMARY KEY,
        format TEXT NOT NULL CHECK (format IN ('rss', 'atom')),
        title TEXT NOT NULL,
        description TEXT NOT NULL
      ) STRICT;

      CREATE TABLE feed_items (
        slug TEXT NOT NULL REFERENCES feeds (slug),
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        summary TEXT NOT NULL,
        author TEXT NOT NULL,
        published_at INTEGER NOT NULL,
        PRIMARY KEY (slug, number)
      ) STRICT, WITHOUT ROWID;
    `)
  }
}

/** When something was last done that is done now and then; see `database/look-after-database.ts`. */
const migration0002: Migration = {
  version: 2,
  name: 'maintenance',
  up(database) {
    database.exec('CREATE TABLE maintenance (what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT')
  }
}

/** What waits for its time; published at that time, or as of that time when the network was asleep. */
const migration0003: Migration = {
  version: 3,
  name: 'scheduled statuses',
  up(database) {
    database.exec(`
      CREATE TABLE scheduled_statuses (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        scheduled_at INTEGER NOT NULL,
        parameters TEXT NOT NULL,
        media_ids TEXT NOT NULL,
        idempotency_key TEXT,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX scheduled_statuses_by_time ON scheduled_statuses (scheduled_at);
    `)
  }
}

/** Whom the own account mutes or blocks, and what it reported. */
const migration0004: Migration = {
  version: 4,
  name: 'moderation',
  up(database) {
    database.exec(`
      CREATE TABLE set_aside (
        member_id TEXT NOT NULL REFERENCES members (id),
        kind TEXT NOT NULL CHECK (kind IN ('mute', 'block')),
        silences_notifications INTEGER NOT NULL,
        since INTEGER NOT NULL,
        PRIMARY KEY (member_id, kind)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE reports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        member_id TEXT NOT NULL REFERENCES members (id),
        status_ids TEXT NOT NULL,
        comment TEXT NOT NULL,
        category TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}

/** What people are asked to choose from, as JSON with their votes; null: nothing. */
const migration0005: Migration = {
  version: 5,
  name: 'polls',
  up(database) {
    database.exec('ALTER TABLE statuses ADD COLUMN poll TEXT')
  }
}

/** The post of somebody else's that stands in one; null: none. */
const migration0006: Migration = {
  version: 6,
  name: 'quotes',
  up(database) {
    database.exec(`
      ALTER TABLE statuses ADD COLUMN quoted_id TEXT;
      CREATE INDEX statuses_by_quoted ON statuses (quoted_id) WHERE quoted_id IS NOT NULL;
    `)
  }
}

/** Subtitles of films, as JSON; null: none. */
const migration0007: Migration = {
  version: 7,
  name: 'subtitles',
  up(database) {
    database.exec('ALTER TABLE media ADD COLUMN captions TEXT')
  }
}

/** What members say of the business with stars, one each; `changed_at` moves with every change, an answer's too, so that a list of what is new goes forwards. */
const migration0008: Migration = {
  version: 8,
  name: 'reviews',
  up(database) {
    database.exec(`
      CREATE TABLE reviews (
        id TEXT PRIMARY KEY,
        member_id TEXT NOT NULL REFERENCES members (id),
        stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
        text TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        edited_at INTEGER,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER,
        reply TEXT,
        replied_at INTEGER
      ) STRICT;
      CREATE INDEX reviews_by_change ON reviews (changed_at, id);
      CREATE UNIQUE INDEX reviews_by_member ON reviews (member_id) WHERE deleted_at IS NULL;
    `)
  }
}

/** Who quotes the account is told to it, its post is taken out of a quote for good, and it says who may quote one. */
const migration0009: Migration = {
  version: 9,
  name: 'quotes of ours',
  up(database) {
    database.exec(`
      ALTER TABLE statuses ADD COLUMN is_revoked INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE statuses ADD COLUMN quote_policy TEXT NOT NULL DEFAULT 'public' CHECK (quote_policy IN ('public', 'followers', 'nobody'));
      CREATE TABLE notifications_told (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('mention', 'quote', 'favourite', 'reblog', 'follow')),
        member_id TEXT NOT NULL REFERENCES members (id),
        status_id TEXT REFERENCES statuses (id),
        created_at INTEGER NOT NULL
      ) STRICT;
      INSERT INTO notifications_told (id, kind, member_id, status_id, created_at) SELECT id, kind, member_id, status_id, created_at FROM notifications;
      -- Numbers go on where they were, also past those that were taken away.
      UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'notifications'), 0)) WHERE name = 'notifications_told';
      INSERT INTO sqlite_sequence (name, seq) SELECT 'notifications_told', seq FROM sqlite_sequence WHERE name = 'notifications' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'notifications_told');
      DROP TABLE notifications;
      ALTER TABLE notifications_told RENAME TO notifications;
    `)
  }
}

/** What its author keeps at the top of their profile, and since when. */
const migration0010: Migration = {
  version: 10,
  name: 'pins',
  up(database) {
    database.exec(`
      ALTER TABLE statuses ADD COLUMN pinned_at INTEGER;
      CREATE INDEX statuses_pinned ON statuses (author_id, pinned_at) WHERE pinned_at IS NOT NULL;
    `)
  }
}

export const practiceMigrations: readonly Migration[] = [migration0001, migration0002, migration0003, migration0004, migration0005, migration0006, migration0007, migration0008, migration0009, migration0010]

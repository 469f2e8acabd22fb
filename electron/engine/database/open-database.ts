import Database from 'better-sqlite3'

export interface OpenOptions {
  /** Path of another build of the SQLite binding, for a runtime that the shipped one does not fit. */
  readonly sqliteBinding?: string | undefined
  readonly readonly?: boolean
  /** Refuse to make a new file. */
  readonly mustExist?: boolean
  /** How long a statement waits for another program's lock, ms. */
  readonly busyTimeoutMs?: number
}

/** How long a statement waits for another connection's lock, in ms. One connection writes; only a backup reads beside it. */
export const busyTimeoutMs = 5000

/**
 * Opens a database file the one way Vigie does it. Throws SQLite's error when the file cannot be used; nothing stays open then.
 *
 * WAL, so that a reader never waits for the writer. FULL, so that a commit is on the disk when it returns: a lost "published" would be
 * a post sent twice (measured at 0.2 ms a commit).
 */
export function openDatabase(path: string, options: OpenOptions = {}): Database.Database {
  const database = new Database(path, {
    timeout: options.busyTimeoutMs ?? busyTimeoutMs,
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? false,
    ...(options.sqliteBinding === undefined ? {} : { nativeBinding: options.sqliteBinding })
  })
  try {
    if (options.readonly !== true) database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    // A page whose cells overlap is noticed when it is read, not when it has spoilt its neighbours.
    database.pragma('cell_size_check = ON')
    // The file may come from elsewhere (a workspace handed over): nothing in its schema may call functions of ours.
    database.pragma('trusted_schema = OFF')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

import type Database from 'better-sqlite3'

/**
 * One step of a database's shape. Once it has shipped it is never edited: a later step changes what it did.
 * `up` runs inside the one transaction of all pending steps; it must not begin, commit, or wait for anything.
 */
export interface Migration {
  /** Becomes `user_version`. Rises from step to step. */
  readonly version: number
  /** What it brings, in a few words, for the log. */
  readonly name: string
  up(database: Database.Database): void
}

import type Database from 'better-sqlite3'
import { keptSql } from './outbox-statements.ts'

/** How many posts, replies and likes wait here with no request of theirs on the way: what a hold that begins keeps. */
export function createKeptCount(database: Database.Database): () => number {
  const statement = database.prepare(keptSql).pluck()
  return () => Number(statement.get())
}

import { copyFileSync, rmSync } from 'node:fs'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'

/** As a copy of a file in use is made, its log written into it. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const database = openDatabase(from, { readonly: true })
  await database.backup(to)
  database.close()
}

/** Between two starts, by hand: what the engine keeps beside its file goes with the old one. */
export function putDatabase(from: string, to: string): void {
  for (const suffix of ['-wal', '-shm', '-open']) rmSync(`${to}${suffix}`, { force: true })
  copyFileSync(from, to)
}

import type Database from 'better-sqlite3'
import { z } from 'zod'
import { mediaHostSchema, type MediaHost } from '../../../shared/media-host/media-host.ts'
import { parseJson } from '../http/parse-json.ts'

/** What lies, or may lie, at a place of the client's. Written before the file goes there, so that a power cut leaves nothing behind unseen. */
export interface LyingFile {
  readonly name: string
  readonly host: MediaHost
  /** null: the answer to the upload was never heard. */
  readonly handle: string | null
  /** ms since the epoch. */
  readonly putAt: number
}

export interface HostedFilesRepository {
  host(): MediaHost | null
  setHost(host: MediaHost | null): void
  add(file: Omit<LyingFile, 'handle'>): void
  setHandle(name: string, handle: string): void
  remove(name: string): void
  list(): readonly LyingFile[]
  count(): number
}

const rowSchema = z.object({ name: z.string(), host: z.string(), handle: z.string().nullable(), putAt: z.int() })

export function createHostedFilesRepository(database: Database.Database): HostedFilesRepository {
  const readHost = database.prepare<[], string>('SELECT host FROM media_host WHERE id = 1').pluck()
  const writeHost = database.prepare('INSERT INTO media_host (id, host) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET host = excluded.host')
  const forgetHost = database.prepare('DELETE FROM media_host')
  const add = database.prepare('INSERT INTO hosted_files (name, host, put_at) VALUES (?, ?, ?)')
  const setHandle = database.prepare('UPDATE hosted_files SET handle = ? WHERE name = ?')
  const remove = database.prepare('DELETE FROM hosted_files WHERE name = ?')
  const list = database.prepare('SELECT name, host, handle, put_at AS putAt FROM hosted_files ORDER BY put_at')
  const count = database.prepare<[], number>('SELECT count(*) FROM hosted_files').pluck()
  const hostOf = (json: string): MediaHost | null => mediaHostSchema.safeParse(parseJson(json)).data ?? null
  return {
    host() {
      const json = readHost.get()
      return json === undefined ? null : hostOf(json)
    },
    setHost: (host) => void (host === null ? forgetHost.run() : writeHost.run(JSON.stringify(host))),
    add: ({ name, host, putAt }) => void add.run(name, JSON.stringify(host), putAt),
    setHandle: (name, handle) => void setHandle.run(handle, name),
    remove: (name) => void remove.run(name),
    list: () =>
      list.all().flatMap((row) => {
        const { host: json, ...file } = rowSchema.parse(row)
        const host = hostOf(json)
        return host === null ? [] : [{ ...file, host }]
      }),
    count: () => count.get() ?? 0
  }
}

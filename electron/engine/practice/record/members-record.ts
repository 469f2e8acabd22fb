import type Database from 'better-sqlite3'
import { z } from 'zod'

const memberRow = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  note: z.string(),
  language: z.enum(['fr', 'en']),
  isOwn: z.int().transform((value) => value === 1),
  followers: z.int(),
  following: z.int(),
  joinedAt: z.int()
})
export type MemberRow = z.infer<typeof memberRow>

const columns = 'id, handle, name, note, language, is_own AS isOwn, followers, following, joined_at AS joinedAt'

/** Who is on the network: the workspace's own account and the community. */
export function createMembersRecord(database: Database.Database) {
  const insert = database.prepare(`
    INSERT INTO members (id, handle, name, note, language, is_own, followers, following, joined_at)
    VALUES (@id, @handle, @name, @note, @language, @isOwn, @followers, @following, @joinedAt)`)
  const byId = database.prepare(`SELECT ${columns} FROM members WHERE id = ?`)
  const byHandle = database.prepare(`SELECT ${columns} FROM members WHERE handle = ?`)
  const own = database.prepare(`SELECT ${columns} FROM members WHERE is_own = 1`)
  const everybody = database.prepare(`SELECT ${columns} FROM members WHERE is_own = 0 ORDER BY id`)
  const search = database.prepare(`SELECT ${columns} FROM members WHERE handle LIKE @like ESCAPE '\\' OR name LIKE @like ESCAPE '\\' ORDER BY is_own DESC, handle LIMIT @limit`)
  const addFollower = database.prepare('UPDATE members SET followers = followers + 1 WHERE is_own = 1')
  const counts = database.prepare(`
    SELECT COUNT(*) AS statuses, MAX(created_at) AS lastAt FROM statuses WHERE author_id = ? AND deleted_at IS NULL AND visibility <> 'direct'`)

  return {
    add(member: MemberRow): void {
      insert.run({ ...member, isOwn: member.isOwn ? 1 : 0 })
    },
    read(id: string): MemberRow | null {
      return memberRow.nullish().parse(byId.get(id)) ?? null
    },
    /** Handles are kept in lower case; a question in any case finds them. */
    findByHandle(handle: string): MemberRow | null {
      return memberRow.nullish().parse(byHandle.get(handle.toLowerCase())) ?? null
    },
    /** Throws before the network has been set up. */
    own(): MemberRow {
      return memberRow.parse(own.get())
    },
    community(): readonly MemberRow[] {
      return z.array(memberRow).parse(everybody.all())
    },
    search(text: string, limit: number): readonly MemberRow[] {
      const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
      return z.array(memberRow).parse(search.all({ like, limit }))
    },
    addFollower(): void {
      addFollower.run()
    },
    activity(id: string): { readonly statuses: number; readonly lastAt: number | null } {
      return z.object({ statuses: z.int(), lastAt: z.int().nullable() }).parse(counts.get(id))
    }
  }
}
export type MembersRecord = ReturnType<typeof createMembersRecord>

import type Database from 'better-sqlite3'
import { z } from 'zod'

/** mute: the own account does not hear of the member any more · block: the member can do nothing about the account either. */
export const setAsideKinds = ['mute', 'block'] as const
export type SetAsideKind = (typeof setAsideKinds)[number]

const setAsideRow = z.object({
  kind: z.enum(setAsideKinds),
  /** Muted ones may go on bringing notifications, when a client asks for that. */
  silencesNotifications: z.int().transform((value) => value === 1)
})
export type SetAsideRow = z.infer<typeof setAsideRow>

export const reportCategories = ['spam', 'legal', 'violation', 'other'] as const

export interface NewReport {
  readonly memberId: string
  readonly statusIds: readonly string[]
  readonly comment: string
  readonly category: (typeof reportCategories)[number]
  readonly at: number
}

/** Whom the own account mutes or blocks, and what it reported. Who is blocked may be muted beside. */
export function createModerationRecord(database: Database.Database) {
  const insert = database.prepare('INSERT OR REPLACE INTO set_aside (member_id, kind, silences_notifications, since) VALUES (?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM set_aside WHERE member_id = ? AND kind = ?')
  const ofMember = database.prepare('SELECT kind, silences_notifications AS silencesNotifications FROM set_aside WHERE member_id = ?')
  const ofKind = database.prepare('SELECT member_id FROM set_aside WHERE kind = ? ORDER BY since DESC, member_id').pluck()
  const insertReport = database.prepare('INSERT INTO reports (member_id, status_ids, comment, category, created_at) VALUES (?, ?, ?, ?, ?)')

  const read = (memberId: string): readonly SetAsideRow[] => z.array(setAsideRow).parse(ofMember.all(memberId))
  return {
    setAside(memberId: string, kind: SetAsideKind, silencesNotifications: boolean, at: number): void {
      insert.run(memberId, kind, silencesNotifications ? 1 : 0, at)
    },
    takeBack(memberId: string, kind: SetAsideKind): void {
      remove.run(memberId, kind)
    },
    read,
    isBlocked: (memberId: string): boolean => read(memberId).some(({ kind }) => kind === 'block'),
    /** Nothing that the member does is told to the own account. */
    isSilenced: (memberId: string): boolean => read(memberId).some(({ silencesNotifications }) => silencesNotifications),
    /** Ids of the members, the last first. */
    membersWith: (kind: SetAsideKind): readonly string[] => z.array(z.string()).parse(ofKind.all(kind)),
    /** The report's number. */
    report({ memberId, statusIds, comment, category, at }: NewReport): number {
      return Number(insertReport.run(memberId, JSON.stringify(statusIds), comment, category, at).lastInsertRowid)
    }
  }
}
export type ModerationRecord = ReturnType<typeof createModerationRecord>

import type { PracticeRecord } from '../record/practice-record.ts'
import type { News } from './scene.ts'

/**
 * What the own account has written since the community last looked, as it matters to the community. `at` is its community time. Gives also
 * the id to look from the next time.
 */
export function gatherNews(record: PracticeRecord, seenUntil: string, at: number): { readonly news: readonly News[]; readonly seenUntil: string } {
  const own = record.members.own()
  const filter = { excludeReplies: false, excludeReblogs: true, onlyMedia: false, withDirect: true }
  const rows = record.statuses.byAuthor(own.id, filter, { maxId: null, sinceId: null, minId: seenUntil, limit: 40 }).toReversed()
  const news = rows.flatMap((row): News[] => {
    if (row.inReplyToId === null) return row.visibility === 'direct' ? [] : [{ kind: 'post', statusId: row.id, text: row.text, at }]
    const parent = record.statuses.read(row.inReplyToId)
    if (parent === null || parent.authorId === own.id) return []
    const answered = { memberId: parent.authorId, purpose: record.community.purposeOf(parent.id), isPrivate: row.visibility === 'direct' }
    return [{ kind: 'reply', statusId: row.id, text: row.text, at, answered }]
  })
  return { news, seenUntil: rows.at(-1)?.id ?? seenUntil }
}

/** The newest posts of the own account, newest first. */
export function recentPosts(record: PracticeRecord): readonly string[] {
  const filter = { excludeReplies: true, excludeReblogs: true, onlyMedia: false, withDirect: false }
  return record.statuses.byAuthor(record.members.own().id, filter, { maxId: null, sinceId: null, minId: null, limit: 6 }).map((row) => row.id)
}

import type { MemberRow } from '../../record/members-record.ts'
import type { NewReport } from '../../record/moderation-record.ts'
import type { PracticeRecord } from '../../record/practice-record.ts'
import { accountJson } from './account-json.ts'

/** https://docs.joinmastodon.org/entities/Report/ : nobody decides on reports here. */
export function reportJson(record: PracticeRecord, id: number, report: NewReport, about: MemberRow, base: string) {
  return {
    id: String(id),
    action_taken: false,
    action_taken_at: null,
    category: report.category,
    comment: report.comment,
    forwarded: false,
    created_at: new Date(report.at).toISOString(),
    status_ids: report.statusIds,
    collection_ids: [],
    rule_ids: null,
    target_account: accountJson(record, about, base)
  }
}

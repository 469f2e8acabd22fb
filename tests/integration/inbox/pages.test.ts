import { describe, expect, it } from 'vitest'
import { pageSql } from '../../../electron/engine/inbox/page-conversations.ts'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import { seedInbox } from '../../support/seed-inbox.ts'
import { createSeededRandom } from '../support/seeded-random.ts'
import { startAt, startInboxRig, type InboxRig } from './inbox-rig.ts'

type PageInput = Omit<RequestInput<'inbox.page'>, 'workspaceId'>
const views = ['open', 'unread', 'snoozed', 'done', 'all'] as const

async function seededRig(items: number): Promise<InboxRig> {
  const rig = await startInboxRig({ accounts: 3 })
  seedInbox(rig.database, { accountIds: [...rig.accounts.keys()], items, from: startAt - 400 * 86_400_000, until: startAt, random: createSeededRandom(5) })
  rig.database.exec(`UPDATE conversations SET state = 'snoozed', snoozed_until = 9999999999999 WHERE rowid % 17 = 0`)
  // Ties, as on networks that tell seconds only.
  rig.database.exec('UPDATE conversations SET last_at = last_at / 3600000 * 3600000')
  return rig
}

async function walk(rig: InboxRig, input: PageInput): Promise<string[]> {
  const ids: string[] = []
  let before = input.before
  do {
    const page = await rig.ask('inbox.page', { ...input, before })
    ids.push(...page.conversations.map((each) => each.id))
    before = page.next
  } while (before !== null)
  return ids
}

describe('inbox.page', () => {
  it('walks each view through each filter without a gap or a double, newest first', async () => {
    const rig = await seededRig(3_000)
    for (const view of views) {
      for (const kind of [null, 'mention'] as const) {
        for (const accountId of [null, rig.accountId(1)]) {
          const where = [
            view === 'unread' ? "unread > 0 AND state = 'open'" : view === 'all' ? '1' : `state = '${view}'`,
            kind === null ? '1' : `kind = '${kind}'`,
            accountId === null ? '1' : `account_id = '${accountId}'`
          ].join(' AND ')
          const expected = rig.database.prepare<[], { id: string }>(`SELECT id FROM conversations WHERE ${where} ORDER BY last_at DESC, id DESC`).all().map((row) => row.id)
          const walked = await walk(rig, { view, kind, accountId, before: null, limit: 23 })
          expect(walked, `${view} ${kind} ${accountId}`).toEqual(expected)
          expect(walked.length).toBeGreaterThan(0)
        }
      }
    }
  })

  it.each(['a young file', 'one that SQLite has analysed'])('seeks in an index for every view and filter, and never sorts: %s', async (file) => {
    const rig = await seededRig(2_000)
    if (file !== 'a young file') rig.database.exec('ANALYZE')
    for (const view of views) {
      for (const byKind of [false, true]) {
        for (const byAccount of [false, true]) {
          const plan = rig.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${pageSql(view, { byAccount, byKind })}`).all({ kind: 'comment', accountId: 'a', lastAt: 1, id: 'b', limit: 50 })
          const steps = plan.map((step) => step.detail).join('\n')
          expect(steps, steps).not.toMatch(/SCAN conversations|TEMP B-TREE/)
          expect(steps).toMatch(/SEARCH conversations USING INDEX (conversations|unread)_by_\w+ \(.*\(last_at,id\)<\(\?,\?\)\)/)
        }
      }
    }
  })

  it('ends exactly at the last conversation', async () => {
    const rig = await seededRig(40)
    const all = await rig.ask('inbox.page', { view: 'all', kind: null, accountId: null, before: null, limit: 200 })
    const exact = await rig.ask('inbox.page', { view: 'all', kind: null, accountId: null, before: null, limit: all.conversations.length })
    expect(exact.next).toBeNull()
    const nothing = await rig.ask('inbox.page', { view: 'all', kind: null, accountId: null, before: { lastAt: 0, id: rig.accountId(0) }, limit: 5 })
    expect(nothing).toEqual({ conversations: [], next: null })
  })
})

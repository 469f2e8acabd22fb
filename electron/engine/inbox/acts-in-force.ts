import type Database from 'better-sqlite3'
import { z } from 'zod'
import { jobKinds } from '../../../shared/outbox/job.ts'
import type { InboxItem } from '../../../shared/inbox/inbox-item.ts'
import { standingActs, undoneBy, type Act, type StandingAct } from '../../../shared/networks/acts.ts'
import type { Clock } from '../time/clock.ts'
import type { ItemRow } from './inbox-rows.ts'

type Item = Pick<ItemRow, 'id' | 'account_id' | 'author_handle' | 'is_own' | 'keep_out_place'>

export type Marks = Pick<InboxItem, 'inForce' | 'isReported' | 'underWay' | 'silencedUntil' | 'bannedUntil'>

export const noMarks: Marks = { inForce: [], isReported: false, underWay: [] }

export interface ActsInForce {
  /** For each of these items, the last word on it and on its author, as far as it stands. */
  of(items: readonly Item[]): ReadonlyMap<string, Marks>
  /** Under which item a word is recorded: undoing what was done under another message of the same author goes there, so that the later word takes the earlier one's place. */
  placeOf(item: Item, act: Act): string
}

const wordSchema = z.object({ item_id: z.string(), author_handle: z.string(), place: z.string().nullable(), kind: z.enum(jobKinds), is_standing: z.int(), is_done: z.int(), until: z.int().nullable() })
type Word = z.infer<typeof wordSchema>

/** What did not come about, or waits for the user, is no word that stands. */
const stands = `job.state NOT IN ('cancelled', 'failed', 'missed', 'held') AS is_standing, job.state = 'published' AS is_done,
  CASE WHEN job.kind IN ('mute', 'ban') AND json_valid(job.payload) THEN job.finished_at + json_extract(job.payload, '$.minutes') * 60000 END AS until`

/** Read off the outbox: nothing else is remembered, so a word that was taken back, or refused, has never been one. */
export function createActsInForce(database: Database.Database, clock: Pick<Clock, 'now'>): ActsInForce {
  const onItems = database.prepare<[string]>(
    `SELECT job.item_id, item.author_handle, item.keep_out_place AS place, job.kind, ${stands} FROM outbox_jobs AS job JOIN inbox_items AS item ON item.id = job.item_id
     WHERE job.item_id IN (SELECT value FROM json_each(?)) AND job.kind IN ('repost', 'unrepost', 'report') ORDER BY job.rowid`
  )
  const onAuthors = database.prepare<[string]>(
    `SELECT job.item_id, item.author_handle, item.keep_out_place AS place, job.kind, ${stands} FROM outbox_jobs AS job JOIN inbox_items AS item ON item.id = job.item_id
     WHERE job.account_id = ? AND job.kind IN ('mute', 'unmute', 'block', 'unblock', 'ban', 'unban') ORDER BY job.rowid`
  )
  const words = (rows: readonly unknown[]): readonly Word[] => rows.map((row) => wordSchema.parse(row))

  function wordsOn(item: Item): readonly Word[] {
    return [...words(onItems.all(JSON.stringify([item.id]))), ...words(onAuthors.all(item.account_id)).filter((word) => isOfAuthor(word, item))]
  }

  return {
    of(items) {
      const byOthers = items.filter((item) => item.is_own === 0)
      const onThese = words(onItems.all(JSON.stringify(byOthers.map(({ id }) => id))))
      const authors = new Map([...new Set(byOthers.map((item) => item.account_id))].map((accountId) => [accountId, words(onAuthors.all(accountId))]))
      return new Map(
        byOthers.map((item) => {
          const about = [...onThese.filter((word) => word.item_id === item.id), ...(authors.get(item.account_id) ?? []).filter((word) => isOfAuthor(word, item))]
          return [item.id, marksOf(about, clock.now())]
        })
      )
    },
    placeOf(item, act) {
      const undone = standingActs.find((each) => undoneBy[each] === act)
      if (undone === undefined) return item.id
      const same = wordsOn(item).filter(({ kind }) => isAbout(kind, undone))
      return same.some((word) => word.item_id === item.id) ? item.id : (same.at(-1)?.item_id ?? item.id)
    }
  }
}

/** Nobody's name is no name: such a word is about the message under which it was said, not about all who have none. What a moderator does about somebody holds in that place alone, and a block everywhere. */
function isOfAuthor(word: Word, item: Item): boolean {
  if (!isAbout(word.kind, 'block') && word.place !== item.keep_out_place) return false
  return item.author_handle === '' ? word.item_id === item.id : word.author_handle === item.author_handle
}

function marksOf(about: readonly Word[], now: number): Marks {
  const words = standingActs.flatMap((act) => {
    const word = lastStanding(act, about)
    // What was for a time is over by itself.
    const isOver = word !== undefined && word.until !== null && word.until <= now
    return word?.kind === act && !isOver ? [{ act, isDone: word.is_done === 1, until: word.until }] : []
  })
  const [silencedUntil, bannedUntil] = (['mute', 'ban'] as const).map((each) => words.find(({ act }) => act === each)?.until ?? null)
  const reports = about.filter(({ kind, is_standing }) => kind === 'report' && is_standing === 1)
  const isReporting = reports.length > 0 && reports.every(({ is_done }) => is_done === 0)
  return {
    inForce: words.map(({ act }) => act),
    ...(typeof silencedUntil === 'number' ? { silencedUntil } : {}),
    ...(typeof bannedUntil === 'number' ? { bannedUntil } : {}),
    isReported: reports.length > 0,
    underWay: [...words.flatMap(({ act, isDone }) => (isDone ? [] : [act])), ...(isReporting ? (['report'] as const) : [])]
  }
}

function lastStanding(act: StandingAct, about: readonly Word[]): Word | undefined {
  return about.findLast(({ kind, is_standing }) => is_standing === 1 && isAbout(kind, act))
}

function isAbout(kind: Word['kind'], act: StandingAct): boolean {
  return kind === act || kind === undoneBy[act]
}

import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'

/** One text of a draft: of one of its parts (null: the first), as all accounts get it, or an account's own. */
export const draftTextSchema = z.object({ accountId: idSchema.nullable(), partId: idSchema.nullable() })
export type DraftText = z.infer<typeof draftTextSchema>

/** Characters of history that are kept of one text; beyond them the oldest goes. Months of writing on one post: what is typed takes a few hundred characters a sentence. */
export const longestHistory = 5_000_000

/** Entries that are read at once, to each side of where the text stands. */
export const entriesAtOnce = 200

/** One change that is undone at once. What it says is the editor's own business; nobody else reads it. */
export const historyEntrySchema = z.object({ number: z.int().min(1), entry: z.string() })
export type HistoryEntry = z.infer<typeof historyEntrySchema>

/** `head` is the text after all entries up to `position`; those after it were taken back. `edition` rises with each write: one that names another is refused. */
export const textHistorySchema = z.object({
  edition: z.int().min(1),
  first: z.int().min(1),
  last: z.int().min(0),
  position: z.int().min(0),
  head: z.string(),
  entries: z.array(historyEntrySchema)
})
export type TextHistory = z.infer<typeof textHistorySchema>

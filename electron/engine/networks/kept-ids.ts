import { createNewestEntries, type NewestEntries } from '../newest-entries.ts'

/** What each attempt was to publish, by its key, as long as the program runs. */
export type KeptIds = NewestEntries<string>

const mostKept = 200

export function createKeptIds(): KeptIds {
  return createNewestEntries(mostKept)
}

import { join } from 'node:path'
import { blueskySets } from './bluesky.ts'
import type { DataSet } from './data-set.ts'
import { twitterTextSets } from './twitter-text.ts'
import { unicodeSets } from './unicode.ts'

/** Every published data set that Vigie is held to; `folder` is the one named conformance. Throws when a file of it is missing. */
export function allSets(folder: string): readonly DataSet[] {
  return [
    ...twitterTextSets(join(folder, 'twitter-text')),
    ...unicodeSets(join(folder, 'unicode-15.0')),
    ...blueskySets(join(folder, 'bluesky/interop-test-files/syntax'))
  ]
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allSets } from '../../conformance/all-sets.ts'
import { sharedFolder } from '../../support/shared-folder.ts'

const folder = join(sharedFolder, 'conformance')

describe.skipIf(!existsSync(folder))('published data sets', () => {
  const sets = existsSync(folder) ? allSets(folder) : []

  it.each(sets.map((set) => [set.set, set] as const))('%s', (_name, { cases }) => {
    expect(cases.filter(({ passed }) => !passed)).toEqual([])
  })

  it('are asked nearly whole, and say why not where they are not', () => {
    const figures = Object.fromEntries(sets.map(({ set, cases, excluded }) => [set, [cases.length, excluded.reduce((sum, { count }) => sum + count, 0)]]))
    expect(figures).toEqual({
      'twitter-text extract': [238, 0],
      'twitter-text validate': [68, 29],
      'twitter-text autolink': [0, 196],
      'twitter-text hit highlighting': [0, 14],
      'twitter-text top-level domains': [1431, 143],
      'unicode grapheme breaks': [expect.any(Number), expect.any(Number)],
      'unicode emoji are one grapheme': [4733, 0],
      'bluesky handles': [expect.any(Number), 0],
      'bluesky record addresses': [expect.any(Number), expect.any(Number)]
    })
    for (const { excluded } of sets) for (const { reason } of excluded) expect(reason.length).toBeGreaterThan(20)
  })
})

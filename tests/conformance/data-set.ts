/** One question of a published data set, and whether Vigie answers it as published. */
export interface ConformanceCase {
  readonly name: string
  readonly passed: boolean
  /** What was expected and what came, for people; only read when it did not pass. */
  readonly told: string
}

/** Questions that are not asked, and why: they are about something Vigie does not do, or does otherwise on purpose. */
export interface Exclusion {
  readonly what: string
  readonly count: number
  readonly reason: string
}

export interface DataSet {
  readonly set: string
  readonly cases: readonly ConformanceCase[]
  readonly excluded: readonly Exclusion[]
}

/** Compares by value, through JSON: the data sets hold nothing else. */
export function ask(name: string, expected: unknown, answer: () => unknown): ConformanceCase {
  const got = answer()
  const passed = JSON.stringify(got) === JSON.stringify(expected)
  return { name, passed, told: `expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}` }
}

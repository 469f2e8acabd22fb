/** One measured figure beside the floor measured in the same run. `ratio` is value ÷ floor, or floor ÷ value where more is better. */
export interface BenchResult {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly floor: number
  readonly ratio: number
}

/** Lower is better: a ratio of 1 is as good as the floor. */
export function cost(name: string, value: number, floor: number, unit: string): BenchResult {
  return { name, value: round(value), unit, floor: round(floor), ratio: round(value / floor) }
}

/** Higher is better: a ratio of 1 is as good as the floor, 2 means half as fast. */
export function rate(name: string, value: number, floor: number, unit: string): BenchResult {
  return { name, value: round(value), unit, floor: round(floor), ratio: round(floor / value) }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

/** The table for people. */
export function formatTable(results: readonly BenchResult[]): string {
  const rows = [['what', 'value', 'floor', 'unit', 'ratio'], ...results.map((result) => [result.name, String(result.value), String(result.floor), result.unit, `${result.ratio}×`])]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}

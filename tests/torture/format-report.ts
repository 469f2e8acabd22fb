import type { TortureReport } from './run-torture.ts'

/** The report for people. */
export function formatReport(report: TortureReport): string {
  const { posts, published, duplicates, lost, unknown, recovery } = report
  const kinds = Object.entries(report.byKind).filter(([, counts]) => Object.values(counts).some((count) => count > 0)).map(([kind, counts]) => `  ${kind.padEnd(12)}${Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ')}`)
  const hardships = report.faults.reduce((sum, { times }) => sum + times, 0)
  return [
    `seed ${report.seed}: ${posts} posts in ${report.seconds} s; ${hardships} requests went wrong, the engine died ${report.deaths} times, at ${report.placesOfDeath} of ${report.places} places and at random; ${report.powerCuts} power cuts`,
    `published ${published}, duplicates ${duplicates}, lost ${lost}, unknown ${unknown} (${report.unknownNeedlessly} of them where the network could tell)`,
    ...kinds,
    `recovery of the ${recovery.troubled} that met trouble: median ${recovery.medianSeconds} s, worst ${recovery.worstSeconds} s of the networks' time, hours asleep not counted`,
    ...report.complaints.map((complaint) => `WRONG: ${complaint}`),
    ...report.log.map((line) => `log: ${line.slice(0, 300)}`)
  ].join('\n')
}

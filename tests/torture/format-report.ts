import type { TortureReport } from './run-torture.ts'

/** The report for people. */
export function formatReport(report: TortureReport): string {
  const { posts, published, duplicates, lost, unknown, withdrawn, gone, recovery, removals } = report
  const hardships = report.faults.reduce((sum, { times }) => sum + times, 0)
  return [
    `seed ${report.seed}: ${posts} intents in ${report.seconds} s; ${hardships} requests went wrong, the engine died ${report.deaths} times, at ${report.placesOfDeath} of ${report.places} places and at random; ${report.powerCuts} power cuts, ${report.holds} holds, ${report.putBack} older copies put back`,
    `published ${published}, duplicates ${duplicates}, lost ${lost}, unknown ${unknown} (${report.unknownNeedlessly} of them where the network could tell), withdrawn ${withdrawn}, gone with an older copy ${gone}; ${report.handedOver} given to their networks' own schedules`,
    `out of order ${report.outOfOrder}, wrong parent ${report.wrongParent}, wrong account ${report.wrongAccount}, withdrawn and there all the same ${report.ghosts}, strangers ${report.strangers}`,
    `asked to be deleted ${removals.asked}, gone ${removals.gone}, taken back ${removals.takenBack}, unknown ${removals.unknown}, lost ${removals.lost}; said to be gone and still there ${removals.stillThere}, gone and nobody asked ${removals.uncalled}`,
    ...linesOf(report.byKind),
    ...linesOf(report.bySort),
    `recovery of the ${recovery.troubled} that met trouble: median ${recovery.medianSeconds} s, worst ${recovery.worstSeconds} s of the networks' time, hours asleep not counted`,
    ...report.complaints.map((complaint) => `WRONG: ${complaint}`),
    ...report.log.map((line) => `log: ${line.slice(0, 300)}`)
  ].join('\n')
}

function linesOf(counted: TortureReport['byKind']): readonly string[] {
  return Object.entries(counted)
    .filter(([, counts]) => Object.values(counts).some((count) => count > 0))
    .map(([name, counts]) => `  ${name.padEnd(12)}${Object.entries(counts).map(([word, count]) => `${word} ${count}`).join(', ')}`)
}

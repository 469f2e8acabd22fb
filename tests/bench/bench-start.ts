import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { cost, type BenchResult } from './bench-result.ts'
import { measureStart, type StartMeasurement } from './measure-start.ts'
import { seedDataFolder } from './seed-data-folder.ts'
import { median } from './statistics.ts'

const runs = 7
const inboxItems = 100_000

/** Start to interactive and memory, in turn with a bare window of the same Electron, so that both meet the same noise. */
export async function benchStart(root: string): Promise<readonly BenchResult[]> {
  const electron = process.env['VIGIE_ELECTRON']
  if (electron === undefined) throw new Error('VIGIE_ELECTRON names no program: run this through npm run bench')
  const switches = (process.env['VIGIE_ELECTRON_SWITCHES'] ?? '').split(' ').filter((word) => word !== '')
  const seeded = await seedDataFolder(inboxItems)
  try {
    const environment = { ...process.env, VIGIE_DATA_DIR: seeded.folder, VIGIE_STATE_DIR: `${seeded.folder}-state` }
    const studio = (): Promise<StartMeasurement> => measureStart(electron, [root, ...switches, '--timing'], environment)
    const bare = (): Promise<StartMeasurement> => measureStart(electron, [join(root, 'tests/bench/bare-window'), ...switches], process.env)
    await bare()
    await studio()
    const pairs: { readonly studio: StartMeasurement; readonly bare: StartMeasurement }[] = []
    for (let run = 0; run < runs; run += 1) pairs.push({ bare: await bare(), studio: await studio() })
    const figure = (name: string, unit: string, pick: (measurement: StartMeasurement) => number): BenchResult =>
      cost(name, median(pairs.map((pair) => pick(pair.studio))), median(pairs.map((pair) => pick(pair.bare))), unit)
    return [
      figure('start to interactive, 100,000 messages (floor: bare window)', 'ms', (measurement) => measurement.startMs),
      figure('memory 2 s later (floor: bare window)', 'MiB PSS', (measurement) => measurement.memoryMiB)
    ]
  } finally {
    rmSync(seeded.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

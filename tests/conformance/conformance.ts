import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sharedFolder } from '../support/shared-folder.ts'
import { allSets } from './all-sets.ts'

// Asks every question of the published data sets and prints how many were answered as published; `--json FILE` writes the figures as data.
const { values } = parseArgs({ options: { json: { type: 'string' } } })
const folder = join(sharedFolder, 'conformance')
const sets = existsSync(folder) ? allSets(folder) : []
if (sets.length === 0) console.log(`skipped: the data sets are not here (looked for in ${folder})`)

const results = sets.map(({ set, cases, excluded }) => ({
  set,
  passed: cases.filter(({ passed }) => passed).length,
  total: cases.length,
  excluded: excluded.reduce((sum, { count }) => sum + count, 0)
}))
for (const [index, { set, passed, total, excluded }] of results.entries()) {
  console.log(`${set.padEnd(34)} ${String(passed).padStart(5)} of ${String(total).padStart(5)}${excluded === 0 ? '' : `   ${excluded} excluded`}`)
  for (const { what, count, reason } of sets[index]?.excluded ?? []) console.log(`  not asked: ${what} (${count}): ${reason}`)
  for (const { name, told } of sets[index]?.cases.filter(({ passed: isRight }) => !isRight) ?? []) console.log(`  wrong: ${name}: ${told}`)
}
if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify(results, null, 2)}\n`)
process.exitCode = results.every(({ passed, total }) => passed === total) ? 0 : 1

import { writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchComposer } from './bench-composer.ts'
import { benchHuge } from './bench-huge.ts'
import { benchInbox } from './bench-inbox.ts'
import { benchInsert } from './bench-insert.ts'
import { formatTable, type BenchResult } from './bench-result.ts'
import { benchOutbox } from './bench-outbox.ts'
import { benchSpelling } from './bench-spelling.ts'
import { benchStart } from './bench-start.ts'

// Prints every figure beside the floor measured in the same run; `--json FILE` writes them as data, `--only start,inbox,insert,outbox,composer,spelling` narrows; `huge` only when it is named: it takes minutes and 15 GB of the disk.
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } })
const parts: Readonly<Record<string, () => Promise<readonly BenchResult[]>>> = { start: () => benchStart(root), inbox: benchInbox, insert: benchInsert, outbox: benchOutbox, composer: benchComposer, spelling: benchSpelling }
const wished: typeof parts = { ...parts, huge: benchHuge }

const results: BenchResult[] = []
for (const name of values.only?.split(',') ?? Object.keys(parts)) {
  const part = wished[name]
  if (part === undefined) throw new Error(`there is no measurement "${name}"; there are ${Object.keys(wished).join(', ')}`)
  console.error(`measuring: ${name}`)
  results.push(...(await part()))
}
console.log(formatTable(results))
if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify(results, null, 2)}\n`)

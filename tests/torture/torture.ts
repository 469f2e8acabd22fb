import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { formatReport } from './format-report.ts'
import { realNames } from './real/real-world.ts'
import { isClean, runTorture } from './run-torture.ts'

// `npm run torture -- --posts N --seed S [--json FILE] [--against bluesky|wordpress]`. Ends with 1 when anything is lost or twice, or unknown where it could be known.
const { values } = parseArgs({
  options: { posts: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, speed: { type: 'string' }, json: { type: 'string' }, engine: { type: 'string' }, against: { type: 'string' } }
})

function numberOf(name: 'posts' | 'seed' | 'speed', text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} wants a whole number from 1 on`)
  return number
}

const against = realNames.find((name) => name === values.against)
if (values.against !== undefined && against === undefined) throw new Error(`--against wants one of ${realNames.join(', ')}`)

const report = await runTorture({
  posts: numberOf('posts', values.posts),
  seed: numberOf('seed', values.seed),
  ...(values.speed === undefined ? {} : { speed: numberOf('speed', values.speed) }),
  engine: values.engine,
  against,
  onProgress: (planned) => console.error(`${planned} of ${values.posts} planned, ${Math.round(performance.now() / 1000)} s`)
})
console.log(formatReport(report))
if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify(report, null, 2)}\n`)
process.exitCode = isClean(report) ? 0 : 1

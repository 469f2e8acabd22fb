/** `npm run networks [-- --markdown] [-- --json [FILE]]`: the networks that this version serves and what it can do there, from the data that the product itself reads. JSON without a file is all that is printed. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createAdapters } from '../../electron/engine/networks/adapter-registry.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { studioError } from '../../shared/errors/studio-error.ts'
import { assistedNetworks } from '../../shared/networks/assisted-networks.ts'
import { closedNetworks } from '../../shared/networks/closed-networks.ts'
import { asMarkdown, asText, networkLines, tableRows } from './networks-table.ts'

const none = { sent: 'no', error: studioError('offline', 'nothing is asked here') } as const
const http = { send: () => Promise.resolve({ ok: false, failure: none } as const) }
const served = createAdapters({ http, clock: systemClock, random: systemRandom }).map(({ capabilities }) => capabilities).filter(({ connectBy }) => connectBy !== 'by_hand')

// The parser knows options with a value and those without, not both in one.
const { values } = parseArgs({ args: process.argv.slice(2).map((word, index, words) => (word === '--json' && (words[index + 1] ?? '--').startsWith('--') ? '--json=' : word)), options: { json: { type: 'string' }, markdown: { type: 'boolean' } } })
const rows = tableRows(served, assistedNetworks, closedNetworks)
const json = JSON.stringify(networkLines(served, assistedNetworks, closedNetworks), null, 2)
console.log(values.json === '' ? json : values.markdown === true ? asMarkdown(rows) : asText(rows))
if (values.json !== undefined && values.json !== '') writeFileSync(resolve(values.json), `${json}\n`)

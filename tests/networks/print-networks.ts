/** `npm run networks [-- --markdown | --json]`: the networks that this version serves and what it can do there, from the data that the product itself reads. */
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

const [form] = process.argv.slice(2)
const rows = tableRows(served, assistedNetworks, closedNetworks)
if (form === '--json') console.log(JSON.stringify(networkLines(served, assistedNetworks, closedNetworks), null, 2))
else console.log(form === '--markdown' ? asMarkdown(rows) : asText(rows))

import { join } from 'node:path'
import { root } from '../setup/commands.ts'
import { onRealAppView } from './test-runners.ts'

/** `npm run appview [-- filters]`: Vigie's Bluesky adapter and engine against Bluesky's own AppView. */
export async function appview(args: readonly string[]): Promise<number> {
  const outcome = await onRealAppView({ filters: args, reportFile: join(root, 'test-results/reports/appview.json') })
  return outcome.kind === 'ran' ? outcome.exitCode : 1
}

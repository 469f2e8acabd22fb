import type { Account } from '../../../shared/accounts/account.ts'
import { limitsAfterReading } from '../../../shared/accounts/server-limits.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { TextRule } from '../../../shared/networks/text-rule.ts'
import { countText } from '../../../shared/text/count-text.ts'
import { textAsSent } from '../../../shared/text/text-as-sent.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { NetworkResult } from '../networks/network-failure.ts'
import type { AccountSession } from '../networks/network-session.ts'
import type { CreatePayload } from './job-payload.ts'

type Limits = Account['serverLimits']
type Part = Pick<CreatePayload, 'document' | 'media' | 'framing'>

/**
 * The first part of a thread leaves only where the server takes all of them by now: its limits may have shrunk since the thread was scheduled, and a thread of which a later part is
 * refused stands there half. Where the server does not tell, the first part leaves: the check when it was scheduled holds.
 */
export async function unlessPartsTooLong<Value>(
  { adapter, session, thread, note }: { readonly adapter: NetworkAdapter; readonly session: AccountSession; readonly thread: readonly Part[]; note(limits: Limits): void },
  send: () => Promise<NetworkResult<Value>>
): Promise<NetworkResult<Value>> {
  if (thread.length < 2 || adapter.readLimits === undefined) return send()
  const read = await adapter.readLimits(session)
  if (!read.ok) return send()
  note(read.value)
  const limits = limitsAfterReading(session.account.serverLimits, read.value)
  const part = thread.findIndex((each) => isTooMuch(each, adapter.capabilities.text, limits)) + 1
  if (part === 0) return send()
  return { ok: false, failure: { kind: 'rejected', error: studioError('rejected', `part ${part} is more than the server takes by now`, { details: { reason: 'limits_shrank', part } }) } }
}

function isTooMuch({ document, media, framing }: Part, rule: TextRule, limits: Limits): boolean {
  return (limits.maxMedia !== null && media.length > limits.maxMedia) || countText(textAsSent(document, rule), rule, limits, media.length > 0, framing?.warning).isTooLong
}

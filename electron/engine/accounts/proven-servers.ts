import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'

/** Origins that certainly exist, since an account was connected there. What the user publishes by hand never was asked anything. */
export function provenServers(accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): readonly string[] {
  const asked = accounts.filter(({ networkId }) => capabilitiesOf(networkId).connectBy !== 'by_hand')
  return asked.flatMap(({ serverUrl }) => (URL.canParse(serverUrl) ? [new URL(serverUrl).origin] : []))
}

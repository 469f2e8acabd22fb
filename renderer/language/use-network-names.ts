import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'

export interface NetworkNames {
  /** As a name: `Mastodon`, `Practice network`. */
  name(networkId: NetworkId): string
  /** Within a sentence: `Mastodon`, `the practice network`. */
  inSentence(networkId: NetworkId): string
}

/** What networks are called, in the language of `say`. Most write their names the same in all; the practice network is Vigie's own, and a page is a page. */
export function networkNamesIn(say: TFunction<'networks'>): NetworkNames {
  const name = (networkId: NetworkId): string => (networkId === 'practice' || networkId === 'linkedin_page' ? say(networkId) : capabilitiesOf(networkId).name)
  return { name, inSentence: (networkId) => (networkId === 'practice' || networkId === 'linkedin_page' ? say(`${networkId}_in_sentence`) : name(networkId)) }
}

export function useNetworkNames(): NetworkNames {
  const { t } = useTranslation('networks')
  return networkNamesIn(t)
}

import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'

export interface NetworkNames {
  /** As a name: `Mastodon`, `Practice network`. */
  name(networkId: NetworkId): string
  /** Within a sentence: `Mastodon`, `the practice network`. */
  inSentence(networkId: NetworkId): string
}

/** What networks are called. They write their names the same in all languages, but for the practice network, which is Vigie's own. */
export function useNetworkNames(): NetworkNames {
  const { t } = useTranslation('networks')
  return {
    name: (networkId) => (networkId === 'practice' ? t('practice') : capabilitiesOf(networkId).name),
    inSentence: (networkId) => (networkId === 'practice' ? t('practiceInSentence') : capabilitiesOf(networkId).name)
  }
}

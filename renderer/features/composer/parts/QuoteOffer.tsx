import { Quote as QuoteSign } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { mediaBesideQuote } from '../../../../shared/posts/post-parts.ts'
import { quoteOfAddress } from '../../../../shared/posts/quote-of-address.ts'
import { whyNoQuote, type Quote } from '../../../../shared/posts/quote.ts'
import { isNameDated, timeInName } from '../../../../shared/posts/time-in-name.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import { firstAddress } from '../../../../shared/text/first-address.ts'
import { Button } from '../../../components/Button.tsx'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import type { ContentChange } from '../composer-changes.ts'
import type { ReadyState } from '../composer-state.ts'
import styles from './QuotedPost.module.css'

/** The words name a post that a chosen account can quote, beside all that is there: it can stand there instead of its address. Its own words nobody has read. */
export function QuoteOffer({ state, onChange }: { readonly state: ReadyState; readonly onChange: (change: ContentChange) => void }): React.JSX.Element | null {
  const { t } = useTranslation('quotes')
  const networks = useNetworkNames()
  const quote = quoteIn(state)
  if (quote === null) return null
  const isSaved = capabilitiesOf(quote.networkId).quote.wordless === 'wholly'
  return (
    <section className={styles.offer} aria-label={t(isSaved ? 'saveOfferTitle' : 'offerTitle')}>
      <p className={styles.said}>{isSaved ? t('saveOffer') : t('offer', { network: networks.inSentence(quote.networkId) })}</p>
      <Button size="small" icon={QuoteSign} onClick={() => onChange({ kind: 'set_quote', quote, insteadOf: quote.url })}>
        {t(isSaved ? 'takePin' : 'take')}
      </Button>
    </section>
  )
}

function quoteIn({ post: { content }, accounts }: ReadyState): Quote | null {
  const url = firstAddress(documentToText(content.document))
  const chosen = accounts.filter(({ id }) => content.targets.some(({ accountId }) => accountId === id))
  const named = url === null || url.length > 2048 ? null : quoteOfAddress(url, chosen)
  if (url === null || named === null) return null
  const writtenAt = timeInName(named)
  if (writtenAt === null && isNameDated(named.networkId)) return null
  const quote = { ...named, author: named.handle, text: '', url, writtenAt }
  const canQuote = (account: Account): boolean => {
    const network = capabilitiesOf(account.networkId)
    return whyNoQuote(quote, { poll: content.poll, media: mediaBesideQuote(content, account.id, network) }, account, network) === null
  }
  return chosen.some(canQuote) ? quote : null
}

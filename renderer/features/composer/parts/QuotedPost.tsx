import { ExternalLink, Quote as QuoteSign, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { mediaBesideQuote } from '../../../../shared/posts/post-parts.ts'
import { whyNoQuote } from '../../../../shared/posts/quote.ts'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { openExternal } from '../../../shell/studio-actions.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import type { ContentChange } from '../composer-changes.ts'
import { isEditable, type ReadyState } from '../composer-state.ts'
import { QuoteOffer } from './QuoteOffer.tsx'
import styles from './QuotedPost.module.css'

export interface QuotedPostProps {
  readonly workspaceId: string
  readonly state: ReadyState
  readonly onChange: (change: ContentChange) => void
}

/** Somebody else's post that stands in the first part of this one, or could. */
export function QuotedPost({ workspaceId, state, onChange }: QuotedPostProps): React.JSX.Element | null {
  const { t } = useTranslation('quotes')
  const formats = useFormats()
  const networks = useNetworkNames()
  const timeZone = useWorkspace(workspaceId)?.timeZone ?? 'Europe/Paris'
  const { post, part } = state
  const { quote } = post.content
  if (part > 0) return null
  if (quote === undefined) return isEditable(post) ? <QuoteOffer state={state} onChange={onChange} /> : null
  const { author, handle, networkId, text, url, writtenAt } = quote
  const isSaved = capabilitiesOf(networkId).quote.wordless === 'wholly'
  const title = t(isSaved ? 'pinTitle' : 'title')
  const named = { who: author === '' || author === handle ? handle : `${author} (${handle})`, network: networks.name(networkId) }
  function remove(): void {
    onChange({ kind: 'set_quote', quote: null })
    showToast({ title: t('removed'), action: { label: t('restore'), onAction: () => onChange({ kind: 'set_quote', quote: quote ?? null }) } })
  }

  return (
    <section className={styles.quoted} data-jump="quote" aria-label={title}>
      <header>
        <QuoteSign size={14} aria-hidden="true" />
        <strong>{title}</strong>
        {isEditable(post) && <IconButton size="small" icon={Trash2} label={t('remove')} onClick={remove} />}
      </header>
      <p className={styles.said}>{writtenAt === null ? t('saidUndated', named) : t('said', { ...named, when: formats.dayAndTime(writtenAt, timeZone) })}</p>
      {text !== '' && <blockquote>{text}</blockquote>}
      {url !== '' && (
        <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void openExternal(url)}>
          {t('open')}
        </Button>
      )}
      {isSaved && <p className={styles.said}>{t('pinSaved')}</p>}
      {isEditable(post) && mayBeRefused(state) && <p className={styles.said}>{t('mayBeRefused')}</p>}
    </section>
  )
}

/** Some account quotes it on a network whose authors decide. */
function mayBeRefused({ post: { content }, accounts }: ReadyState): boolean {
  const { quote, poll, targets } = content
  return targets.some(({ accountId }) => {
    const account = accounts.find(({ id }) => id === accountId)
    if (account === undefined || quote === undefined) return false
    const network = capabilitiesOf(account.networkId)
    return network.quote.mayBeRefused === true && whyNoQuote(quote, { poll, media: mediaBesideQuote(content, accountId, network) }, account, network) === null
  })
}

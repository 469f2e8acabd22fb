import { Quote as QuoteSign, Repeat2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { quoteOfAddress } from '../../../../shared/posts/quote-of-address.ts'
import { whyNoQuote, type Quote } from '../../../../shared/posts/quote.ts'
import { Button } from '../../../components/Button.tsx'
import { overAt } from '../../queue/over-at.ts'
import { openQuotingDraft } from '../open-quoting-draft.ts'

export interface QuoteOwnButtonProps {
  readonly workspaceId: string
  readonly job: Job
  readonly account: Account
  /** All of the client's. */
  readonly accounts: readonly Account[]
}

/** A post of ours that is out, in a new one of the client's other accounts: quoted, or passed on without a word where the network has that. */
export function QuoteOwnButton({ workspaceId, job, account, accounts }: QuoteOwnButtonProps): React.JSX.Element | null {
  const { t } = useTranslation('quotes')
  const quote = quoteOfOwn(job, account, accounts)
  if (quote === null) return null
  const able = accounts.filter((each) => whyNoQuote(quote, { media: [] }, each, capabilitiesOf(each.networkId)) === null)
  const others = able.filter(({ id }) => id !== account.id)
  const { mayBeAlone: isPassedOn = false, wordless } = capabilitiesOf(account.networkId).quote
  // A pin is on its own board already.
  const isSaved = wordless === 'wholly'
  if (able.length === 0 || (isSaved && others.length === 0)) return null
  return (
    <Button size="small" variant="quiet" icon={isPassedOn ? Repeat2 : QuoteSign} onClick={() => void openQuotingDraft(workspaceId, { quote, origin: { kind: 'composer' }, accounts: others.length > 0 ? others : able })}>
      {t(isSaved ? 'save' : isPassedOn ? 'share' : 'ownPost')}
    </Button>
  )
}

/** By its address, which is what names it there; null: it is not out, it is a comment, or it is not quoted. */
function quoteOfOwn(job: Job, account: Account, accounts: readonly Account[]): Quote | null {
  const { state, removedAt, remoteUrl, part, excerpt } = job
  if (state !== 'published' || removedAt !== undefined || remoteUrl === null || (part !== undefined && part.number > 1)) return null
  const named = quoteOfAddress(remoteUrl, accounts)
  return named === null ? null : { ...named, author: account.displayName, handle: account.handle, text: excerpt, url: remoteUrl, writtenAt: overAt(job) }
}

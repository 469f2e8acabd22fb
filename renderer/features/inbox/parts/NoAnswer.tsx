import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Conversation, InboxItem } from '../../../../shared/inbox/inbox-item.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { Banner } from '../../../components/Banner.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'

export interface NoAnswerProps {
  readonly conversation: Conversation
  readonly items: readonly InboxItem[]
  readonly account: Account | undefined
  readonly isBlocked: boolean
  /** The discussion takes no answer of anybody's. */
  readonly isClosed: boolean
  /** Until when the network took an answer; null: it sets no time. */
  readonly until: number | null
  readonly timeZone: string
}

/** Why nothing can be answered here. */
export function NoAnswer({ conversation, items, account, isBlocked, isClosed, until, timeZone }: NoAnswerProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const now = useNow()

  function blockedText(): string {
    const network = account === undefined ? null : capabilitiesOf(account.networkId)
    const person = conversation.authorName === '' ? conversation.authorHandle : conversation.authorName
    if (network?.blocksMessages !== undefined) return t('messagesBlocked', { person })
    // Not every network takes a block back for another program.
    if (network !== null && network.acts.unblock !== 'yes') return t('bannedForGood', { person, network: network.name })
    return t(network?.bansAuthors === true ? 'banned' : 'blocked', { person })
  }

  function text(): string {
    if (isBlocked) return blockedText()
    if (isClosed && account !== undefined) return t('discussionClosed', { network: capabilitiesOf(account.networkId).name })
    if (until !== null && account !== undefined) return t('windowClosed', { network: capabilitiesOf(account.networkId).name, when: formats.moment(until, now, timeZone) })
    return t(items.some(({ stars, goneAt }) => stars !== undefined && goneAt !== undefined) ? 'reviews.cannotAnswer' : 'cannotReply')
  }

  return <Banner shape="strip" title={text()} />
}
